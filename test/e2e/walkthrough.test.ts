import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseRecord } from "../../checks/listing/submission-record.ts";
import { runScript } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary-folder.ts";
import { createScribe } from "../support/walkthrough/scribe.ts";
import { checkoutOf, openStage } from "../support/walkthrough/stage.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = (name: string) => readFileSync(join(root, "examples/helpdesk-fixed", name), "utf8");

const introduction = `# Walkthrough

One connector on its way from a developer account to the catalogue: everything that people wrote and saw on GitHub, step by step. The test
\`test/e2e/walkthrough.test.ts\` plays it with the real app and the real action against a GitHub of its own, and fails where this page says
anything else; \`npx vitest run test/e2e/walkthrough.test.ts -u\` writes it anew. Commits and numbers of comments are made
up, and \`…\` stands for lines that did not change.

| Who | |
| :-- | :-- |
| Ann | builds the connector of Lantern Desk, a help desk, in \`lantern-desk/workato-connector\` |
| Pat | decides on developer accounts of the programme, whose repository is \`programme/listings\` |
| Rae | reviews code |
| Uma | reviews usability |
| Lee | lists what is approved |

Its policy is that of the [model listings repository](../examples/listings), and the [branch is protected](listings-repository.md#protect-the-branch).
The connector is [\`examples/helpdesk-fixed\`](../examples/helpdesk-fixed). It is Monday, 5 January 2026.`;

function form(email: string): string {
  return [
    "### Company name\n\nLantern Desk",
    "### Your name\n\nAnn Moreno",
    `### Work email\n\n${email}`,
    "### GitHub organisation or user\n\nlantern-desk",
    "### Overview\n\nLantern Desk is a help desk for teams of up to two hundred people. With the connector, recipes open, search and update its tickets, and start when a ticket changes or a comment arrives.",
  ].join("\n\n");
}

/** What Ann changes for version 1.0.1. */
const answer = {
  "CHANGELOG.md": example("CHANGELOG.md").replace(
    "## 1.0.0",
    "## 1.0.1\n\n- The help of the search says how to get at more than 100 tickets.\n\n## 1.0.0",
  ),
  "connector.rb": example("connector.rb").replace(
    "'The list is empty if there is none.',",
    "'The list is empty if there is none. One search gives at most 100 tickets: ' \\\n              'narrow it by status, priority or group to get at the others.',",
  ),
};

test("a connector goes from an account to the catalogue as docs/walkthrough.md shows it", async () => {
  await using stage = await openStage();
  const { github, listings, source } = stage;
  const scribe = createScribe(github, [listings, source]);

  async function look(): Promise<void> {
    await stage.settle();
    scribe.look();
  }

  async function says(login: string, number: number, words: string): Promise<void> {
    scribe.says(login, `programme/listings#${number}`, words);
    listings.comment(listings.state.tickets.get(number)!, login, words);
    await look();
  }

  /** A review by GitHub's own form, with comments on lines of the record where there are some. */
  async function reviews(login: string, event: string, body: string, comments: readonly object[] = []) {
    const path = `/repos/programme/listings/pulls/2/reviews`;
    const response = await fetch(`${github.url}${path}`, {
      method: "POST",
      headers: { authorization: `token ${github.token(login)}` },
      body: JSON.stringify({ event, body, comments }),
    });
    expect(response.status).toBe(200);
    await look();
  }

  async function release(tag: string, changes: Readonly<Record<string, string>>, message: string) {
    const run = await stage.release(tag, changes, message);
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    scribe.tell(`The job ends with:\n\n\`\`\`text\n${run.stdout.trim().split("\n").at(-1)!}\n\`\`\``);
    await look();
  }

  scribe.tell(introduction);

  scribe.tell("## 1. A developer account");
  scribe.tell(
    "Ann fills in the issue form *Developer account* of `programme/listings`. By habit she gives her private address, `ann@gmail.com`.",
  );
  const request = listings.openIssue("ann", "Developer account: Lantern Desk", form("ann@gmail.com"));
  request.labels = ["account: requested"];
  github.event(listings, "issues", { action: "opened", issue: { number: request.number } }, "ann");
  await look();
  scribe.tell("She edits the issue and gives `ann@lanterndesk.example`.");
  listings.editIssue(request, "ann", form("ann@lanterndesk.example"));
  await look();
  await says("pat", request.number, "/approve-account lantern-desk");
  scribe.tell(
    `\`accounts/lantern-desk.yml\` is now on the branch \`main\`, without any address or name of a person:\n\n\`\`\`yaml\n${text("accounts/lantern-desk.yml")}\`\`\``,
  );

  scribe.tell("## 2. The first release");
  scribe.tell(
    "Ann's workflow runs the action in its mode `submit` on every published release. She has no rights in `programme/listings`, so her token makes the submission from a fork. She publishes `v1.0.0`.\n\nThe app believes nothing of what is submitted. It reads the tagged commit in Ann's repository, runs all checks again, and asks for the two reviews only then. What concerns Ann, she finds in an issue of her own repository.",
  );
  await release("v1.0.0", {}, "Release 1.0.0");

  scribe.tell("## 3. Changes are asked for");
  scribe.tell("Uma installs the connector from its share link, works through her checklist, and is content.");
  await says("uma", 2, "/check usability all\n/approve usability");
  scribe.tell(
    'Rae reads the code. Her review asks for changes, with a comment on the line of the record that names the action:\n\n> **Request changes**: One search gives a page of at most 100 tickets, and nobody is told. Say it in the help.\n>\n> On `listings/lantern-desk/listing.json`, at `"search_tickets"`: How do I get at ticket 101?\n\nBoth reach Ann in her own repository. The comment on the record leads to the line of her `connector.rb` that it is about.',
  );
  await reviews(
    "rae",
    "REQUEST_CHANGES",
    "One search gives a page of at most 100 tickets, and nobody is told. Say it in the help.",
    [
      {
        path: "listings/lantern-desk/listing.json",
        line: lineOfRecord('"search_tickets": {'),
        body: "How do I get at ticket 101?",
      },
    ],
  );

  scribe.tell("## 4. A new tag is the answer");
  scribe.tell(
    "Ann extends the help of the search, notes it in the changelog, and publishes `v1.0.1`. It is another connector now: Uma's sign-off no longer counts, and Rae's request is answered until she has looked.",
  );
  await release("v1.0.1", answer, "Say how to get at more tickets");

  scribe.tell("## 5. Two sign-offs");
  await says("rae", 2, "/check code all");
  scribe.tell("Rae approves by a review on GitHub: she reviews code only, so it is clear what it is for.");
  await reviews("rae", "APPROVE", "");
  await says("uma", 2, "/check usability all\n/approve usability");

  scribe.tell("## 6. The listing");
  scribe.tell(
    "All seven checks are green. Lee lists the connector, and Ann's issue is closed with the link.",
  );
  await says("lee", 2, "/list");
  const listed = parseRecord(text("listings/lantern-desk/listing.json"));
  expect(listed?.version).toBe("1.0.1");

  scribe.tell("## 7. The catalogue");
  const folder = temporaryFolder();
  writeFiles(folder, checkoutOf(github, listings));
  const built = runScript(join(root, "checks/cli.ts"), ["catalogue", "build"], { cwd: folder });
  expect(built).toMatchObject({ status: 0, stderr: "" });
  const index = readFileSync(join(folder, "listings/index.json"), "utf8");
  scribe.tell(
    `The workflow *Catalogue* builds the index after the merge, and commits it:\n\n\`\`\`text\n$ connector-gate catalogue build\n${built.stdout}\`\`\`\n\n\`listings/index.json\` begins with:\n\n\`\`\`json\n${index.split("\n").slice(0, 12).join("\n")}\n\`\`\``,
  );

  await expect(scribe.text()).toMatchFileSnapshot(join(root, "docs/walkthrough.md"));

  function text(path: string): string {
    return Buffer.from(checkoutOf(github, listings)[path] ?? []).toString();
  }

  function lineOfRecord(part: string): number {
    const { git } = github.world;
    const [pull] = [...listings.state.tickets.values()].flatMap(({ pull: state }) => state ?? []);
    const entry = git.files(git.commit(pull!.head.sha)!.tree).get("listings/lantern-desk/listing.json")!;
    const lines = Buffer.from(git.blob(entry.sha)!).toString().split("\n");
    return lines.findIndex((line) => line.includes(part)) + 1;
  }
}, 120_000);
