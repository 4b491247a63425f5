import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runScript } from "../support/command-line.ts";
import { exampleFiles, policyText, slug, startProgramme } from "../support/programme.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";
import { checkoutOf } from "../support/walkthrough/stage.ts";

const script = fileURLToPath(new URL("../../checks/cli.ts", import.meta.url));

test("what reviewers set aside for a listing stands in the catalogue, and goes with it", async () => {
  const policy = `${policyText}fail-on: notice\n`;
  const programme = await startProgramme({ policy });
  const { listings, github } = programme;
  const connector = Buffer.from(exampleFiles()["connector.rb"] ?? []).toString();
  const renamed = connector.replace("title: 'Get ticket',", "title: 'get_ticket',");
  const pull = programme.submit(programme.release("1.0.0", { "connector.rb": renamed }), { policy });
  await programme.settle();

  for (const [login, words] of [
    ["cora", "/waive usability/action-title The name is well known"],
    ["cora", "/check code all\n/approve code"],
    ["uma", "/check usability all\n/approve usability"],
    ["lisa", "/list"],
  ] as const) {
    listings.comment(pull, login, words);
    await programme.settle();
  }

  expect(pull.pull.mergedAt).not.toBeNull();
  expect(build()).toMatchObject({
    listings: [
      { slug, waivers: [{ rule: "usability/action-title", reason: "The name is well known", by: "cora" }] },
    ],
  });

  listings.comment(pull, "lisa", "/withdraw");
  await programme.settle();
  const withdrawal = [...listings.state.tickets.values()].find(
    ({ pull: state }) => state?.head.ref === `withdraw/${slug}`,
  );
  const head = withdrawal?.pull?.head.sha ?? "";
  // As the merge of that pull request does.
  listings.commit("main", {
    [`listings/${slug}/listing.json`]: null,
    [`listings/${slug}/waivers.json`]: null,
  });

  expect([...github.world.git.files(github.world.git.commit(head)?.tree ?? "").keys()]).not.toContain(
    `listings/${slug}/listing.json`,
  );
  expect(build()).toEqual({ schemaVersion: 1, listings: [] });
  await github.close();

  /** The index of what is on the branch `main`. */
  function build(): unknown {
    const folder = temporaryFolder();
    writeFiles(folder, checkoutOf(github, listings));
    expect(runScript(script, ["catalogue", "build"], { cwd: folder })).toMatchObject({
      status: 0,
      stderr: "",
    });
    return JSON.parse(readFileSync(join(folder, "listings/index.json"), "utf8"));
  }
}, 60_000);
