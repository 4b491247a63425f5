import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatRecord } from "../../../checks/listing/submission-record.ts";
import { gateNames } from "../../../app/submission/gate.ts";
import { policyText, type Programme, slug, startProgramme } from "../../support/programme.ts";
import type { Changes } from "../../support/fake-github/git.ts";

let programme: Programme;

beforeEach(async () => {
  programme = await startProgramme();
});

afterEach(async () => programme.github.close());

async function pullOf(changes: Changes, branch = "change", author = "ann") {
  programme.listings.commit(branch, changes, { from: "main", author });
  const pull = programme.listings.openPull({ head: branch, author });
  await programme.look(pull);
  return pull;
}

const neutral = Object.fromEntries(gateNames.map((name) => [name, "neutral"]));

describe("a pull request that touches no listing", () => {
  test.each<[string, Changes]>([
    ["a document", { "README.md": "# Hello\n" }],
    ["a policy that can be used", { ".github/connector-gate.yml": `${policyText}prereleases: true\n` }],
    ["a file whose name only begins like the folder", { "listings.md": "x", "listingsx/y.json": "{}" }],
    ["an account that is taken away", { [`accounts/${slug}.yml`]: null }],
  ])("is let through: %s", async (_, changes) => {
    const pull = await pullOf(changes);

    expect(programme.states(pull)).toEqual(neutral);
    expect(programme.listings.state.comments).toEqual([]);
    expect(await programme.look(pull)).toMatchObject({ writes: 0 });
  });

  test.each<[string, Changes, string]>([
    [
      "a policy",
      { ".github/connector-gate.yml": "role: listings\nfail-on: never-ever\n" },
      "`.github/connector-gate.yml:2`",
    ],
    ["an account", { "accounts/initech.yml": "slug: initech\n" }, "`accounts/initech.yml:1`"],
    [
      "an account under another name",
      { "accounts/initech.yml": "" },
      "`accounts/initech.yml:1` &#96;slug&#96; is not the name of the file",
    ],
  ])("is held back where it would break %s", async (_, given, expected) => {
    const { git } = programme.github.world;
    const head = programme.listings.state.refs.get("refs/heads/main") ?? "";
    const account = git.files(git.commit(head)?.tree ?? "").get(`accounts/${slug}.yml`)?.sha ?? "";
    const changes = Object.fromEntries(
      Object.entries(given).map(([path, text]) => [path, text === "" ? (git.blob(account) ?? null) : text]),
    );

    const pull = await pullOf(changes);

    expect(programme.gate(pull, "Submission")).toMatchObject({
      conclusion: "failure",
      annotations: [
        expect.objectContaining({ annotation_level: "failure" }),
        ...programme.gate(pull, "Submission").annotations.slice(1),
      ],
    });
    expect(programme.gate(pull, "Submission").summary).toContain(expected);
    expect(programme.states(pull)["Code review"]).toBe("neutral");
  });

  test("is let through under a broken policy, since it may mend it", async () => {
    programme.listings.commit("main", { ".github/connector-gate.yml": "role: listings\nfail-on: what\n" });

    const pull = await pullOf({ ".github/connector-gate.yml": policyText });

    expect(programme.states(pull)).toEqual(neutral);
  });

  test("is looked at again when it touches a listing", async () => {
    const pull = await pullOf({ "README.md": "# Hello\n" });
    programme.listings.commit("change", { "listings/x/listing.json": "{}" });

    await programme.look(pull);

    expect(programme.states(pull)["Submission"]).toBe("failure");
  });
});

describe("a commit that is the head of several pull requests", () => {
  const evil = { "listings/evil/listing.json": "{}" };

  test("is not made green by a pull request to a branch that has the listing already", async () => {
    const { listings } = programme;
    const first = listings.commit("submit/evil", evil, { from: "main" });
    listings.commit("harmless", {}, { from: first });
    const head = listings.commit("evil", { "README.md": "x" }, { from: first });
    const pull = listings.openPull({ head: "evil" });
    await programme.look(pull);
    const decoy = listings.openPull({ head: "evil", base: "harmless" });

    await programme.look(decoy);

    expect(decoy.pull.head.sha).toBe(head);
    expect(programme.states(pull)["Submission"]).toBe("failure");
    expect(Object.values(programme.states(pull))).not.toContain("neutral");
  });

  test("gets no checks at all for a pull request to another branch that touches no listing", async () => {
    const { listings } = programme;
    listings.commit("next", {}, { from: "main" });
    listings.commit("change", { "README.md": "x" }, { from: "next" });
    const pull = listings.openPull({ head: "change", base: "next" });

    await programme.look(pull);

    expect(programme.states(pull)).toEqual({});
  });

  test("is spoken for by the branch of the repository, not by a copy of it in a fork", async () => {
    const pull = programme.submit(programme.release("1.0.0"));
    await programme.look(pull);
    const before = programme.states(pull);
    const fork = programme.listings.fork("mallory");
    fork.state.refs.set("refs/heads/copy", pull.pull.head.sha);
    const copy = programme.listings.openPull({ head: "mallory:copy", author: "mallory" });

    await programme.look(copy);

    expect(programme.states(pull)).toEqual(before);
    expect(before["Submission"]).toBe("success");
  });
});

describe("taking a listing away", () => {
  beforeEach(() => {
    const record = programme.recordOf(programme.release("1.0.0"));
    programme.listings.commit("main", { [`listings/${slug}/listing.json`]: formatRecord(record) });
  });

  const gone = { [`listings/${slug}/listing.json`]: null };

  test("passes for those who may list", async () => {
    expect(programme.states(await pullOf(gone, `withdraw/${slug}`, "lisa"))).toEqual(neutral);
  });

  test("passes for the app itself", async () => {
    const pull = await pullOf(gone, `withdraw/${slug}`, "connector-gate[bot]");

    expect(programme.states(pull)).toEqual(neutral);
  });

  test.each(["ann", "mallory", "evil[bot]"])("does not pass for %s", async (author) => {
    const pull = await pullOf(gone, `withdraw/${slug}`, author);

    expect(programme.states(pull)["Submission"]).toBe("failure");
    expect(programme.gate(pull, "Submission").summary).toContain("`/withdraw`");
  });

  test.each<[string, Changes]>([
    ["something else", { "README.md": "x" }],
    ["another listing", { "listings/x/listing.json": "{}" }],
  ])("does not pass together with %s", async (_, also) => {
    const pull = await pullOf({ ...gone, ...also }, `withdraw/${slug}`, "lisa");

    expect(programme.states(pull)["Submission"]).toBe("failure");
  });
});

describe("a merge queue", () => {
  async function group(changes: Changes) {
    const base = programme.listings.state.refs.get("refs/heads/main") ?? "";
    const head = programme.listings.commit("gh-readonly-queue/main/pr-1", changes, { from: "main" });
    programme.github.event(programme.listings, "merge_group", {
      action: "checks_requested",
      merge_group: { head_sha: head, base_sha: base },
    });
    await programme.settle();
    return programme.listings.state.checkRuns.filter(({ headSha }) => headSha === head);
  }

  test("lets through what touches no listing", async () => {
    const runs = await group({ "README.md": "x" });

    expect(runs.map(({ name, conclusion }) => [name, conclusion])).toEqual(
      gateNames.map((name) => [name, "neutral"]),
    );
  });

  test("is no way to merge a listing", async () => {
    const runs = await group({ "listings/x/listing.json": "{}" });

    expect(new Set(runs.map(({ conclusion }) => conclusion))).toEqual(new Set(["failure"]));
  });
});
