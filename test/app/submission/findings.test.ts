import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exampleFiles, type Programme, policyText, startProgramme } from "../../support/programme.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

let programme: Programme;

const example = exampleFiles();
const text = (name: string) => Buffer.from(example[name] ?? []).toString();
const connector = text("connector.rb");
const manifest = text("listing.yml");

async function start(policy = policyText): Promise<void> {
  programme = await startProgramme({ policy });
}

beforeEach(() => start());
afterEach(async () => programme.github.close());

async function submitted(changes: Record<string, string>, policy = policyText): Promise<PullTicket> {
  const pull = programme.submit(programme.release("1.0.0", changes), { policy });
  await programme.look(pull);
  return pull;
}

const getTicket = "title: 'Get ticket',";
const badTitle = connector.replace(getTicket, "title: 'get_ticket',");
const withEval = connector.replace(getTicket, `${getTicket}\n      help: eval("1"),`);

describe("the checks of the tagged commit", () => {
  test("are made by the app itself, with links to the very lines", async () => {
    const pull = await submitted({ "connector.rb": badTitle });

    const { conclusion, title: heading, summary } = programme.gate(pull, "Usability");
    expect([conclusion, heading]).toEqual(["success", expect.stringMatching(/warning|error|notice/)]);
    expect(summary).toMatch(
      /\[`connector\.rb:\d+`\]\(<https:\/\/github\.example\/acme\/helpdesk\/blob\/[0-9a-f]{40}\/connector\.rb#L\d+(?:-L\d+)?>\)/,
    );
    expect(programme.states(pull)["Submission"]).toBe("success");
  });

  test("go to the gate of their family", async () => {
    const pull = await submitted({ "connector.rb": withEval });

    expect(programme.gate(pull, "Guidelines").summary).toContain("security/");
    expect(programme.gate(pull, "Usability").summary).not.toContain("security/");
  });

  test("stop at the policy's severity", async () => {
    await programme.github.close();
    const strict = `${policyText}fail-on: notice\n`;
    await start(strict);

    const pull = await submitted({ "connector.rb": badTitle }, strict);

    expect(programme.states(pull)["Usability"]).toBe("failure");
    expect(programme.gate(pull, "Usability").title).toMatch(/^\d+ findings? to mend/);
    expect(programme.gate(pull, "Usability").summary).toContain("This programme stops at every finding.");
  });

  test("take the evidence from listing.yml", async () => {
    const untested = manifest.replace(/\n {2}testers:[^]*?(?=\n\n|$)/, "");

    const pull = await submitted({ "listing.yml": untested });

    expect(untested).not.toBe(manifest);
    expect(programme.states(pull)).toMatchObject({
      "Testing evidence": "failure",
      Usability: "success",
      Submission: "success",
    });
    expect(programme.gate(pull, "Testing evidence").summary).toContain("| Testers | 0 | 1 |");
  });

  test("take what else is said of listing.yml for usability", async () => {
    const uncategorised = manifest.replace("Customer support", "Nonsense");

    const pull = await submitted({ "listing.yml": uncategorised });

    expect(programme.states(pull)).toMatchObject({ "Testing evidence": "success", Usability: "failure" });
    expect(programme.gate(pull, "Usability").summary).toContain("listing/categories");
  });

  test("count the author's own waivers, and show them", async () => {
    const config = `extends: listing\nwaivers:\n  - rule: usability/action-title\n    reason: Named elsewhere\n`;
    const files = { "connector.rb": badTitle, ".github/connector-gate.yml": config };
    const pull = programme.submit(programme.release("1.0.0", files));

    await programme.look(pull);

    const { summary } = programme.gate(pull, "Usability");
    expect(summary).toContain("#### Set aside by the author (1)");
    expect(summary).toContain("`usability/action-title`");
  });

  test("say that a configuration cannot be used", async () => {
    const pull = await submitted({ ".github/connector-gate.yml": "rules: nonsense\n" });

    expect(programme.gate(pull, "Submission").summary).toContain(
      "`.github/connector-gate.yml` at the tagged commit cannot be used",
    );
    expect(programme.states(pull)["Guidelines"]).toBe("open");
  });

  test("leave other projects of the repository alone", async () => {
    const pull = await submitted({ "other/connector.rb": "{ broken", "other/README.md": "eval" });

    expect(programme.states(pull)).toMatchObject({ Submission: "success", Guidelines: "success" });
  });
});

describe("reviewers' waivers", () => {
  test("set a rule aside for the connector that was looked at", async () => {
    await programme.github.close();
    const strict = `${policyText}fail-on: notice\n`;
    await start(strict);
    const pull = await submitted({ "connector.rb": badTitle }, strict);
    const before = programme.states(pull)["Usability"];
    programme.listings.comment(pull, "cora", "/waive usability/action-title The name is well known");
    await programme.settle();

    const { conclusion, summary } = programme.gate(pull, "Usability");
    expect([before, conclusion]).toEqual(["failure", "success"]);
    expect(summary).toContain("#### Set aside by reviewers");
    expect(summary).toContain("by `cora`: The name is well known");
  });
});
