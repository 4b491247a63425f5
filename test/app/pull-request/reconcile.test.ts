import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createReconcile, type Reconcile, type ReconcileOutcome } from "../../../app/reconcile/reconcile.ts";
import { subjectsOf } from "../../../app/subjects/subjects.ts";
import { fakeChecker, fakeRules } from "../../support/fake-checker.ts";
import { startFakeGitHub, type FakeGitHub, type FakeRepository } from "../../support/fake-github.ts";

let github: FakeGitHub;
let shop: FakeRepository;
let reconcile: Reconcile;
let installationId: number;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const before = "{ connector, title: 'Shop'\n!warning usability/old was there\n}\n";
const after = `${before}!error structure/bad is new\n`;

beforeEach(async () => {
  github = await startFakeGitHub();
  installationId = github.install("acme").id;
  shop = github.repository("acme/shop", { files: { "connector.rb": before } });
  reconcile = createReconcile({
    clientFor: async () => github.client("acme"),
    appId: github.appId,
    checker: fakeChecker(),
    rules: fakeRules("structure/bad", "usability/old"),
    version: "1",
    log: quiet,
    clock: () => new Date("2026-01-05T10:00:00Z"),
  });
});

afterEach(async () => github.close());

function run(number: number, signal = new AbortController().signal): Promise<ReconcileOutcome> {
  return reconcile({ kind: "pull-request", installationId, owner: "acme", repo: "shop", number }, signal);
}

/** Works off everything that the newest webhook is about. */
async function runNewest(): Promise<ReconcileOutcome[]> {
  const delivery = github.webhooks.deliveries.at(-1);
  const subjects = subjectsOf(delivery?.event ?? "", JSON.parse(delivery?.body ?? "{}"));
  const outcomes: ReconcileOutcome[] = [];
  for (const subject of subjects) outcomes.push(await reconcile(subject, new AbortController().signal));
  return outcomes;
}

function openPull(files: Record<string, string | null>) {
  shop.commit("feature", files, { from: "main" });
  return shop.openPull({ head: "feature" });
}

function check(name: "guidelines" | "usability", sha?: string) {
  return shop.checkRun(sha ?? shop.state.refs.get("refs/heads/feature") ?? "", `Connector ${name}`);
}

describe("a pull request", () => {
  test("gets both check runs, with what is new, annotated, and what was there before", async () => {
    const pull = openPull({ "connector.rb": after });

    const outcome = await run(pull.number);

    expect(outcome).toMatchObject({ kind: "done", writes: 5 });
    expect(check("guidelines")).toMatchObject({
      status: "completed",
      conclusion: "failure",
      title: "1 new error",
      annotations: [
        { path: "connector.rb", start_line: 4, annotation_level: "failure", title: "error: structure/bad" },
      ],
    });
    expect(check("guidelines")?.annotations[0]?.message).toContain(
      "Why: It matters.\n\nHow to fix: Mend it.",
    );
    expect(check("usability")).toMatchObject({
      conclusion: "success",
      title: "Nothing new: 1 there before",
      annotations: [],
    });
  });

  test("shows both runs as queued before it reads a file", async () => {
    const pull = openPull({ "connector.rb": after });

    await run(pull.number);

    const asked = github.requests.map(
      ({ method, path }) => `${method} ${path.split("/").slice(4).join("/")}`,
    );
    const posts = asked.flatMap((line, index) => (line === "POST check-runs" ? [index] : []));
    const firstTree = asked.findIndex((line) => line.startsWith("GET git/trees"));
    expect(posts).toHaveLength(2);
    expect(Math.max(...posts)).toBeLessThan(firstTree);
  });

  test("is left alone the second time, with few questions", async () => {
    const pull = openPull({ "connector.rb": after });
    await run(pull.number);

    const outcome = await run(pull.number);

    expect(outcome).toMatchObject({ kind: "done", writes: 0 });
    expect(outcome.kind === "done" && outcome.reads).toBeLessThanOrEqual(6);
  });

  test("is checked again after a push, and told what that fixed", async () => {
    const pull = openPull({ "connector.rb": after });
    await run(pull.number);
    shop.commit("feature", { "connector.rb": "{ connector\n}\n" });

    await run(pull.number);

    expect(check("guidelines")).toMatchObject({ conclusion: "success", title: "No findings" });
    expect(check("usability")).toMatchObject({ conclusion: "success", title: "Nothing new: 1 fixed" });
    expect(check("usability")?.summary).toContain("Fixed by this change");
  });

  test("that touches no connector passes at once", async () => {
    const pull = openPull({ "docs/readme.txt": "hello" });
    shop.commit("main", { "connector.rb": null, "apps/shop/connector.rb": before });
    shop.commit("feature", { "connector.rb": null });

    await run(pull.number);

    expect(shop.state.checkRuns.map(({ conclusion }) => conclusion)).not.toContain("failure");
    expect(check("guidelines")?.status).toBe("completed");
  });

  test("in a repository without connectors passes at once", async () => {
    const docs = github.repository("acme/docs");
    docs.commit("feature", { "a.md": "a" }, { from: "main" });
    const { number } = docs.openPull({ head: "feature" });

    await reconcile(
      { kind: "pull-request", installationId, owner: "acme", repo: "docs", number },
      new AbortController().signal,
    );

    expect(docs.state.checkRuns).toMatchObject([
      { conclusion: "neutral", title: "No connector changed" },
      { conclusion: "neutral", title: "No connector changed" },
    ]);
  });

  test("with more findings than one request takes gets all annotations, each once", async () => {
    const many = Array.from({ length: 120 }, (_, index) => `!notice structure/bad number ${index}\n`).join(
      "",
    );
    const pull = openPull({ "connector.rb": before + many });

    await run(pull.number);

    const run1 = check("guidelines");
    expect(run1?.annotations).toHaveLength(120);
    expect(new Set(run1?.annotations.map(({ start_line: line }) => line)).size).toBe(120);
  });

  test("whose annotations were interrupted goes on where it stopped", async () => {
    const many = Array.from({ length: 120 }, (_, index) => `!notice structure/bad number ${index}\n`).join(
      "",
    );
    const pull = openPull({ "connector.rb": before + many });
    let patches = 0;
    github.fault({ method: "PATCH", when: () => ++patches === 2, status: 502, after: true });

    const first = await run(pull.number);
    await run(pull.number);

    expect(first).toMatchObject({ kind: "retry", reason: "GitHub answered 502" });
    expect(shop.state.checkRuns).toHaveLength(2);
    expect(check("guidelines")?.annotations).toHaveLength(120);
  });

  test("of a fork is checked like any other", async () => {
    const fork = shop.fork("eve");
    fork.commit("patch", { "connector.rb": after }, { from: "main" });
    const pull = shop.openPull({ head: "eve:patch", author: "eve" });

    await run(pull.number);

    expect(check("guidelines", pull.pull.head.sha)).toMatchObject({ conclusion: "failure" });
  });

  test("with several connectors, one of them renamed, one removed", async () => {
    shop.commit("main", { "a/connector.rb": before, "b/connector.rb": `${before}# b\n`, "c.rb": before });
    const pull = openPull({
      "a/connector.rb": null,
      "moved/connector.rb": before,
      "b/connector.rb": null,
      "b/README.md": "gone",
      "c.rb": `${before}!error usability/worse is new\n`,
    });

    await run(pull.number);

    expect(check("usability")).toMatchObject({ conclusion: "failure", title: "1 new error, 2 there before" });
    expect(check("usability")?.summary).toContain("`b/connector.rb`, removed by this change");
  });

  test("with a connector of more than a megabyte is read whole", async () => {
    const pull = openPull({
      "connector.rb": `${"# long\n".repeat(200_000)}!error structure/bad at the end\n`,
    });

    await run(pull.number);

    expect(check("guidelines")?.annotations).toMatchObject([{ start_line: 200_001 }]);
  });

  test("in a repository whose tree GitHub cuts is walked", async () => {
    const filler = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`aaa/${index}.txt`, "x"]));
    shop.commit("main", { ...filler, "shop/connector.rb": before, "connector.rb": null });
    shop.state.maxTreeEntries = 31;
    const pull = openPull({ "shop/connector.rb": after });

    await run(pull.number);

    expect(check("guidelines")).toMatchObject({ conclusion: "failure", title: "1 new error" });
  });

  test("does not follow a symbolic link that poses as a connector", async () => {
    shop.commit("feature", { "x/connector.rb": { link: "../connector.rb" } }, { from: "main" });
    const pull = shop.openPull({ head: "feature" });

    await run(pull.number);

    expect(check("guidelines")?.summary).not.toContain("x/connector.rb");
  });

  test("that was closed meanwhile is left alone", async () => {
    const pull = openPull({ "connector.rb": after });
    pull.state = "closed";

    expect(await run(pull.number)).toMatchObject({ kind: "done", reads: 2, writes: 0, follow: [] });
  });
});

describe("the re-run button", () => {
  test("brings new runs once, however often it is told", async () => {
    const pull = openPull({ "connector.rb": after });
    await run(pull.number);
    const first = check("guidelines");
    if (first) shop.rerun(first, "ann");
    const told = github.webhooks.deliveries.at(-1);

    await runNewest();
    const runs = shop.state.checkRuns.length;
    if (told) github.webhooks.redeliver(told);
    await runNewest();

    expect(runs).toBe(4);
    expect(shop.state.checkRuns).toHaveLength(4);
    expect(check("guidelines")).toMatchObject({ status: "completed", conclusion: "failure" });
    expect(check("guidelines")?.id).not.toBe(first?.id);
  });
});

describe("a merge queue", () => {
  test("gets its checks on the merged commit", async () => {
    const baseSha = shop.state.refs.get("refs/heads/main") ?? "";
    const headSha = shop.commit("gh-readonly-queue/main/pr-1", { "connector.rb": after }, { from: "main" });
    github.event(shop, "merge_group", {
      action: "checks_requested",
      merge_group: { head_sha: headSha, base_sha: baseSha },
    });

    await runNewest();

    expect(check("guidelines", headSha)).toMatchObject({ conclusion: "failure" });
    expect(check("usability", headSha)).toMatchObject({ conclusion: "success" });
  });
});

describe("a repository", () => {
  test("leads to its open pull requests", async () => {
    const pull = openPull({ "connector.rb": after });

    const outcome = await reconcile(
      { kind: "repository", installationId, owner: "acme", repo: "shop" },
      new AbortController().signal,
    );

    expect(outcome).toMatchObject({ kind: "done", follow: [{ kind: "pull-request", number: pull.number }] });
  });
});

describe("GitHub's faults", () => {
  test.each([
    ["a server error", { status: 502 }, { kind: "retry", retryAfterMs: null }],
    ["a cut connection", { reset: true }, { kind: "retry", retryAfterMs: null }],
    ["an expired token", { status: 401 }, { kind: "retry", retryAfterMs: null }],
    [
      "a secondary limit",
      { status: 403, headers: { "retry-after": "7" } },
      { kind: "retry", retryAfterMs: 7000 },
    ],
    ["too many requests", { status: 429 }, { kind: "retry", retryAfterMs: 60_000 }],
    [
      "a primary limit",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1767607260" } },
      { kind: "retry", retryAfterMs: 60_000 },
    ],
    ["a pull request that is not shown yet", { status: 404 }, { kind: "retry", retryAfterMs: 2000 }],
    ["an installation that may not", { status: 403 }, { kind: "gone" }],
  ])("%s", async (_, fault, outcome) => {
    const pull = openPull({ "connector.rb": after });
    github.fault({ path: /pulls\/\d+$/, ...fault });

    expect(await run(pull.number)).toMatchObject(outcome);
  });

  test("a repository that is gone is dropped", async () => {
    const pull = openPull({ "connector.rb": after });
    shop.state.removed = true;

    expect(await run(pull.number)).toMatchObject({ kind: "gone" });
  });

  test("a commit that vanished is looked for again", async () => {
    const pull = openPull({ "connector.rb": after });
    github.fault({ path: /git\/trees/, status: 404 });

    expect(await run(pull.number)).toMatchObject({ kind: "retry", reason: "the head commit is not there" });
    expect(await run(pull.number)).toMatchObject({ kind: "done" });
    expect(check("guidelines")).toMatchObject({ status: "completed" });
  });

  test("files that may not be read are a result that says so", async () => {
    const pull = openPull({ "connector.rb": after });
    github.fault({ path: /git\/trees/, status: 403 });

    await run(pull.number);

    expect(check("guidelines")).toMatchObject({
      conclusion: "failure",
      title: "The files could not be read",
    });
  });

  test("any one fault, at any request, is made good by the next run", async () => {
    const pull = openPull({ "connector.rb": after });
    for (let nth = 1; nth <= 16; nth++) {
      const { sha } = { sha: shop.commit("feature", { "connector.rb": `${after}# ${nth}\n` }) };
      let seen = 0;
      github.fault({ when: () => ++seen === nth, status: 500, after: nth % 2 === 0 });

      await run(pull.number);
      await run(pull.number);

      const runs = shop.state.checkRuns.filter(({ headSha }) => headSha === sha);
      expect(runs.map(({ status, annotations }) => [status, annotations.length])).toContainEqual([
        "completed",
        1,
      ]);
      expect(check("guidelines")).toMatchObject({ status: "completed", conclusion: "failure" });
    }
  });

  test("stops between requests when told to", async () => {
    const pull = openPull({ "connector.rb": after });

    expect(await run(pull.number, AbortSignal.abort())).toMatchObject({
      kind: "retry",
      reason: "GitHub did not answer",
    });
    expect(shop.state.checkRuns).toEqual([]);
  });
});
