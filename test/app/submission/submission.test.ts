import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import { policyText, type Programme, slug, startProgramme } from "../../support/programme.ts";
import type { PullTicket } from "../../support/fake-github/world.ts";

let programme: Programme;

beforeEach(async () => {
  programme = await startProgramme();
});

afterEach(async () => programme.github.close());

const green = {
  Submission: "success",
  "Developer account": "success",
  Guidelines: "success",
  Usability: "success",
  "Testing evidence": "success",
  "Code review": "open",
  "Usability review": "open",
};

/** What a gate says, after another look. */
async function told(pull: PullTicket, name = "Submission"): Promise<string> {
  await programme.look(pull);
  const { status, conclusion, title, summary } = programme.gate(pull, name);
  return `${status === "completed" ? conclusion : "open"}: ${title}\n${summary}`;
}

describe("an honest submission", () => {
  test("passes all gates that need nobody's judgement", async () => {
    const pull = programme.submit(programme.release("1.0.0"));

    await programme.look(pull);

    expect(programme.states(pull)).toEqual(green);
    expect(programme.gate(pull, "Submission").summary).toContain("agrees with it");
    expect(programme.gate(pull, "Testing evidence").summary).toContain("| Recipes | 3 | 1 |");
  });

  test("is left alone the second time", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.look(pull);

    const outcome = await programme.look(pull);

    expect(outcome).toMatchObject({ kind: "done", writes: 0 });
    expect(outcome.kind === "done" && outcome.reads).toBeLessThanOrEqual(26);
  });

  test("shows that something is coming before the source is looked at", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    programme.github.forget();

    await programme.look(pull);

    const asked = programme.github.requests.map(({ method, path }) => `${method} ${path}`);
    const first = asked.indexOf("POST /repos/programme/listings/check-runs");
    expect(first).toBeGreaterThan(-1);
    expect(first).toBeLessThan(asked.findIndex((line) => line.includes("/acme/helpdesk")));
  });

  test("is watched by the clock", async () => {
    await programme.look(programme.submit(programme.release("1.0.0")));

    expect([...programme.watched]).toEqual([expect.stringMatching(/^repo:\d+:programme\/listings$/)]);
  });

  test("ends in the same state when a write fails in the middle", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    for (const method of ["POST", "PATCH"] as const) {
      programme.github.fault({ method, path: /check-runs/, status: 502, after: true });
      expect(await programme.look(pull)).toMatchObject({ kind: "retry" });
    }

    await programme.look(pull);

    expect(programme.states(pull)).toEqual(green);
    expect(await programme.look(pull)).toMatchObject({ writes: 0 });
  });

  test("is checked anew when somebody asks for it", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();
    const before = programme.gate(pull, "Guidelines");
    programme.listings.rerun(before, "ann");

    await programme.settle();

    expect(programme.gate(pull, "Guidelines").id).not.toBe(before.id);
    expect(programme.states(pull)).toEqual(green);
  });

  test("opens a review anew that GitHub let go stale", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.look(pull);
    Object.assign(programme.gate(pull, "Code review"), { status: "completed", conclusion: "stale" });

    await programme.look(pull);

    expect(programme.states(pull)).toEqual(green);
  });

  test("passes again with a newer version, and with the one after the listed one", async () => {
    const first = programme.submit(programme.release("1.0.0"));
    await programme.look(first);
    const updated = programme.submit(programme.release("1.0.1"));
    await programme.look(updated);
    const record = programme.recordOf(programme.release("1.0.2"));
    programme.listings.commit("main", { [`listings/${slug}/listing.json`]: formatRecord(record) });
    const next = programme.submit(programme.release("1.1.0"), { previousVersion: "1.0.2" });

    await programme.look(next);

    expect(first).toBe(updated);
    expect(programme.states(next)).toEqual(green);
    expect(programme.gate(next, "Submission").summary).toContain("| Version | `1.1.0`, after `1.0.2` |");
  });
});

describe("a former head", () => {
  test("has passed no more, so that forcing the branch back to it passes nothing by", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();
    const { sha } = pull.pull.head;
    programme.submit(programme.release("1.0.1"));
    await programme.settle();
    const before = programme.listings.checkRun(sha, "Submission");
    const count = programme.listings.state.checkRuns.length;
    await programme.look(pull);

    expect(before).toMatchObject({ conclusion: "cancelled", title: "Superseded by a newer commit" });
    expect(programme.listings.checkRun(sha, "Code review")).toMatchObject({ conclusion: "cancelled" });
    expect(programme.states(pull)).toEqual(green);
    expect(programme.listings.state.checkRuns).toHaveLength(count);
  });

  test("is judged anew when it is the head again", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.settle();
    const { sha } = pull.pull.head;
    programme.listings.commit(`submit/${slug}`, { "notes.md": "x" });
    await programme.settle();
    const client = programme.github.client("programme");
    await client.rest.git.updateRef({
      owner: "programme",
      repo: "listings",
      ref: `heads/submit/${slug}`,
      sha,
      force: true,
    });

    await programme.settle();

    expect(pull.pull.head.sha).toBe(sha);
    expect(programme.gate(pull, "Submission")).toMatchObject({ conclusion: "success" });
  });
});

describe("after the submission", () => {
  let pull: PullTicket;

  beforeEach(async () => {
    pull = programme.submit(programme.release("1.0.0"));
    await programme.look(pull);
  });

  test("a tag that moves is found out, and nothing is judged any more", async () => {
    const other = programme.source.commit("main", { "connector.rb": "{ title: 'Evil' }" });
    programme.source.tag("v1.0.0", other);

    expect(await told(pull)).toMatch(
      /The tag `v1\.0\.0` was at commit `\w{7}` when it was submitted, and is at `\w{7}` now: a tag must not move\. Release a newer version/,
    );
    expect(programme.states(pull)).toMatchObject({
      Submission: "failure",
      Guidelines: "open",
      Usability: "open",
    });
  });

  test("a tag that is gone is missed", async () => {
    programme.source.deleteTag("v1.0.0");

    expect(await told(pull)).toContain("The tag `v1.0.0` is gone.");
  });

  test("a release that was deleted is missed, and one that comes back is found", async () => {
    programme.source.deleteRelease("v1.0.0");
    const without = await told(pull);
    programme.source.release("v1.0.0", { draft: true });
    const draft = await told(pull);
    programme.source.release("v1.0.0");

    expect(without).toContain(
      "There is no published release of the tag `v1.0.0`. Publish one (a draft does not count)",
    );
    expect(draft).toContain("There is no published release");
    expect(await told(pull)).toMatch(/^success/);
  });

  test("a release that is marked as a pre-release counts as one", async () => {
    programme.source.deleteRelease("v1.0.0");
    programme.source.release("v1.0.0", { prerelease: true });

    expect(await told(pull)).toContain("is marked as a pre-release, which this programme does not list");
  });

  test("a renamed repository is known by its number", async () => {
    programme.source.rename("acme/service-desk");

    const text = await told(pull);

    expect(text).toMatch(/^success/);
    expect(text).toContain(
      "The source was renamed or transferred since: `acme/helpdesk` is `acme/service-desk` now.",
    );
    expect(text).toContain("https://github.example/acme/service-desk/tree/v1.0.0");
  });

  test("a repository that takes the old name is not taken for it", async () => {
    programme.source.rename("acme/service-desk");
    programme.github.repository("acme/helpdesk", { files: { "connector.rb": "{}" } });

    expect(await told(pull)).toContain(
      `\`acme/helpdesk\` is another repository than the one that submitted (number ${programme.source.state.id}), which is \`acme/service-desk\` now.`,
    );
  });

  test("a repository that was transferred needs an account that covers its new owner", async () => {
    programme.source.rename("initech/helpdesk");

    expect(await told(pull)).toMatch(/^success[^]*is `initech\/helpdesk` now/);
    expect(await told(pull, "Developer account")).toMatch(
      /^failure: The account does not cover initech\n.*`initech` \(number \d+\).*does not cover it\. It covers `acme`\./,
    );
  });

  test("an organisation that was renamed keeps its account", async () => {
    const { owner } = programme.source.state;
    programme.account({ owners: [{ login: "acme-old", id: owner.id, type: "Organization" }] });

    expect(await told(pull, "Developer account")).toMatch(
      /^success[^]*The account knows it as `acme-old`; it was renamed, and its number is the same\./,
    );
  });

  test("a name that somebody else registered again does not get the account", async () => {
    programme.account({ owners: [{ login: "acme", id: 1, type: "Organization" }] });

    expect(await told(pull, "Developer account")).toContain("somebody else has it now");
  });

  test("a user's former name, which somebody else has now, takes nothing back", async () => {
    const { owner } = programme.source.state;
    programme.account({ owners: [{ login: "bob", id: owner.id, type: "User" }] });
    programme.listings.comment(pull, "bob", "/withdraw");

    await programme.settle();

    expect(pull.state).toBe("open");
  });

  test.each<[string, string, string]>([
    ["that is gone", "", "There is no such account"],
    ["that is broken", "slug: [", "The account's file cannot be used"],
    ["of another name", "slug: acme\n", "The account's file cannot be used"],
  ])("an account %s does not count", async (_, text, title) => {
    programme.listings.commit("main", { [`accounts/${slug}.yml`]: text === "" ? null : text });

    expect(await told(pull, "Developer account")).toMatch(new RegExp(`^failure: ${title}`));
  });

  test("the record as pushed by somebody else is not the author's", async () => {
    const record = formatRecord(programme.recordOf(programme.release("1.0.1")));
    programme.listings.commit(
      `submit/${slug}`,
      { [`listings/${slug}/listing.json`]: record },
      { author: "mallory" },
    );
    pull.title = "Lantern Desk 1.0.1 (lantern-desk)";

    expect(await told(pull)).toContain(
      "The record was pushed by `mallory`, and this is the submission of `ann`.",
    );
  });

  test("a record pushed by somebody who may write in the source is as good", async () => {
    programme.github.permission(programme.source, "bob", "maintain");
    const record = formatRecord(programme.recordOf(programme.release("1.0.1")));
    programme.listings.commit(
      `submit/${slug}`,
      { [`listings/${slug}/listing.json`]: record },
      { author: "bob" },
    );
    pull.title = "Lantern Desk 1.0.1 (lantern-desk)";

    expect(await told(pull)).toMatch(/^success/);
  });

  test("somebody else may bring the branch up to date", async () => {
    programme.listings.commit(`submit/${slug}`, {}, { author: "lisa", message: "Merge branch main" });

    expect(await told(pull)).toMatch(/^success/);
  });

  test("another pull request for the same slug is told of, and keeps nobody from a listing", async () => {
    programme.github.permission(programme.source, "zoe", "write");
    const fork = programme.listings.fork("zoe");
    const text = formatRecord(programme.recordOf(programme.release("1.0.1")));
    const path = `listings/${slug}/listing.json`;
    fork.commit(`submit/${slug}`, { [path]: text }, { from: "main", author: "zoe", force: true });
    const later = programme.listings.openPull({
      head: `zoe:submit/${slug}`,
      author: "zoe",
      title: "Lantern Desk 1.0.1 (lantern-desk)",
    });

    expect(await told(later)).toMatch(/^success[^]*#1, which is older, submits a listing of the same slug\./);
    expect(await told(pull)).not.toContain("of the same slug");
  });

  test.each<[string, string, string]>([
    ["is listed already", "1.0.0", "Version `1.0.0` is listed already."],
    ["is older than what is listed", "1.2.0", "Version `1.0.0` is not newer than the listed `1.2.0`."],
    [
      "does not know of what was listed since",
      "0.9.0",
      "The record says that the version before it was none, and `0.9.0` is listed.",
    ],
  ])("a version that %s is refused", async (_, listed, expected) => {
    const record = { ...programme.recordOf(programme.release("1.3.0")), version: listed };
    programme.listings.commit("main", { [`listings/${slug}/listing.json`]: formatRecord(record) });

    expect(await told(pull)).toContain(expected);
  });

  test("a slug does not change hands", async () => {
    const listed = programme.recordOf(programme.release("0.9.0"));
    const theirs = { ...listed, manifest: { ...listed.manifest, publisher: "initech" } };
    programme.listings.commit("main", { [`listings/${slug}/listing.json`]: formatRecord(theirs) });

    expect(await told(pull)).toContain(
      "`lantern-desk` belongs to the account `initech`, and this names `lantern-desk` as the publisher.",
    );
  });

  test("a listing may move to another repository of its account, which is said", async () => {
    const listed = programme.recordOf(programme.release("0.9.0"));
    const elsewhere = { ...listed, release: { ...listed.release, repository: "acme/old", repositoryId: 3 } };
    programme.listings.commit("main", { [`listings/${slug}/listing.json`]: formatRecord(elsewhere) });
    programme.submit(programme.release("1.0.4"), { previousVersion: "0.9.0" });

    const text = await told(pull);

    expect(text).toMatch(/^success/);
    expect(text).toContain(
      "The listed version came from `acme/old`, and this one comes from `acme/helpdesk`",
    );
  });

  test("a broken policy stops everything, loudly, until it is mended", async () => {
    programme.listings.commit("main", { ".github/connector-gate.yml": `${policyText}reviewer: {}\n` });
    const broken = await told(pull);
    const states = programme.states(pull);
    programme.listings.commit("main", { ".github/connector-gate.yml": policyText });
    await programme.look(pull);

    expect(broken).toMatch(
      /^failure: The programme's policy cannot be used\n[^]*`\.github\/connector-gate\.yml:10` .*did you mean/,
    );
    expect(states).toMatchObject({ "Developer account": "open", Guidelines: "open", "Code review": "open" });
    expect(programme.states(pull)).toEqual(green);
  });

  test("a policy that is not even YAML still is one of listings", async () => {
    programme.listings.commit("main", { ".github/connector-gate.yml": "role: listings\nreviewers: [\n" });

    expect(await told(pull)).toMatch(/^failure: The programme's policy cannot be used/);
  });

  test("a policy that changed leaves the report to the app", async () => {
    programme.listings.commit("main", {
      ".github/connector-gate.yml": `${policyText}evidence: { recipes: 9 }\n`,
    });

    const text = await told(pull);

    expect(text).toMatch(/^success/);
    expect(text).toContain("may have changed since the record was made");
    expect(await told(pull, "Testing evidence")).toMatch(/^failure/);
  });

  test("a merge or the end of it writes no more checks", async () => {
    pull.state = "closed";
    programme.github.forget();

    await programme.look(pull);

    expect(
      programme.github.requests.filter(({ method, path }) => method !== "GET" && /check-runs/.test(path)),
    ).toEqual([]);
  });
});

describe("a pre-release", () => {
  test("is taken where the policy says so, and else not", async () => {
    const tagged = programme.release("1.0.0-rc.1");
    const pull = programme.submit(tagged);
    const refused = await told(pull);
    programme.listings.commit("main", { ".github/connector-gate.yml": `${policyText}prereleases: true\n` });

    expect(refused).toContain("`1.0.0-rc.1` is a pre-release, which this programme does not list.");
    expect(await told(pull)).toMatch(/^success/);
  });
});

describe("a record of other rules", () => {
  test("cannot be compared with the app's own report, and is judged by it", async () => {
    const pull = programme.submit(programme.release("1.0.0"), {
      lie: (record) => ({
        ...record,
        report: { ...record.report, ruleSet: "0.0.1", sha256: "0".repeat(64) },
      }),
    });

    const text = await told(pull);

    expect(text).toMatch(/^success/);
    expect(text).toContain("made by version `0.0.1` of the rules, and here is version");
  });
});
