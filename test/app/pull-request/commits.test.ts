import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startReconciler, type Reconciler } from "../../support/reconciler.ts";

const before = "{ connector, title: 'Shop'\n!warning usability/old was there\n}\n";
const after = `${before}!error structure/bad is new\n`;

let app: Reconciler;

beforeEach(async () => {
  app = await startReconciler({ files: { "connector.rb": before }, rules: ["structure/bad"] });
});

afterEach(() => app.github.close());

function runsOf(sha: string) {
  return app.shop.state.checkRuns.filter(({ headSha }) => headSha === sha);
}

function headOf(branch: string): string {
  return app.shop.state.refs.get(`refs/heads/${branch}`) ?? "";
}

describe("the commit of a merge queue", () => {
  let headSha: string;

  beforeEach(async () => {
    const baseSha = headOf("main");
    headSha = app.shop.commit("gh-readonly-queue/main/pr-1", { "connector.rb": after }, { from: "main" });
    const mergeGroup = { head_sha: headSha, base_sha: baseSha };
    app.github.event(app.shop, "merge_group", { action: "checks_requested", merge_group: mergeGroup });
    await app.runNewest();
  });

  test.each(["check run", "check suite"])("is checked again when its %s is re-run, once", async (what) => {
    const [first] = runsOf(headSha);
    if (what === "check run" && first) app.shop.rerun(first, "ann");
    else {
      const suite = { head_sha: headSha, updated_at: "2026-01-05T23:00:00Z", pull_requests: [] };
      app.github.event(app.shop, "check_suite", { action: "rerequested", check_suite: suite }, "ann");
      for (const run of runsOf(headSha)) run.startedAt = "2026-01-05T08:00:00Z";
    }

    await app.runNewest();

    const runs = runsOf(headSha);
    expect(runs).toHaveLength(4);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(["failure", "success", "failure", "success"]);
  });

  test("is left alone when nobody asks again", async () => {
    app.github.forget();

    await app.runNewest();

    expect(app.github.count().writes).toBe(0);
  });
});

describe("a commit that is the head of two pull requests", () => {
  beforeEach(() => {
    app.shop.commit("dev", { "connector.rb": after }, { from: "main" });
    app.shop.commit("feature", { "connector.rb": `${after}# more\n` }, { from: "dev" });
  });

  test.each(["the first looks first", "the second looks first"])(
    "is spoken for by the lower number, where %s",
    async (order) => {
      const first = app.shop.openPull({ head: "feature", base: "main" });
      const second = app.shop.openPull({ head: "feature", base: "dev" });
      const numbers = [first.number, second.number];
      for (const number of order.includes("second") ? numbers.toReversed() : numbers) await app.run(number);
      await app.run(first.number);
      app.github.forget();

      for (const number of [...numbers, ...numbers]) await app.run(number);

      expect(app.github.count()).toMatchObject({ writes: 0 });
      expect(app.github.count().reads).toBeLessThanOrEqual(4 * 6);
      expect(app.shop.checkRun(headOf("feature"), "Connector guidelines")).toMatchObject({
        conclusion: "failure",
        title: "1 new error",
      });
    },
  );

  test("is spoken for at the other one too, once that one speaks", async () => {
    app.shop.state.refs.set("refs/heads/copy", headOf("feature"));
    const first = app.shop.openPull({ head: "feature", base: "main" });
    const second = app.shop.openPull({ head: "copy", base: "main" });
    for (const { number } of [first, second]) await app.run(number);
    const commented = () => app.shop.state.comments.filter(({ byApp }) => byApp).map(({ issue }) => issue);
    const before = commented();
    first.state = "closed";
    app.shop.pullEvent(first, "closed");

    await app.runNewest();

    expect(before).toEqual([first.number]);
    expect(commented()).toEqual([first.number, second.number]);
    expect(runsOf(headOf("feature"))).toHaveLength(2);
  });

  test("is spoken for by the other one when that is closed", async () => {
    const first = app.shop.openPull({ head: "feature", base: "main" });
    const second = app.shop.openPull({ head: "feature", base: "dev" });
    for (const { number } of [first, second]) await app.run(number);
    first.state = "closed";
    app.shop.pullEvent(first, "closed");

    await app.runNewest();

    expect(app.shop.checkRun(headOf("feature"), "Connector guidelines")).toMatchObject({
      conclusion: "success",
    });
  });

  test("is checked again when somebody asks at the other one", async () => {
    const first = app.shop.openPull({ head: "feature", base: "main" });
    const second = app.shop.openPull({ head: "feature", base: "dev" });
    for (const { number } of [first, second]) await app.run(number);
    app.github.permission(app.shop, "ann", "write");
    const comment = app.shop.comment(second, "ann", "/recheck");

    await app.runNewest();

    expect(runsOf(headOf("feature"))).toHaveLength(4);
    expect(comment.reactions).toMatchObject([{ content: "+1" }]);
    expect(app.shop.checkRun(headOf("feature"), "Connector guidelines")).toMatchObject({
      title: "1 new error",
    });
  });
});

describe("a commit that is no longer the head", () => {
  /** A pull request whose first check runs were opened, and never completed. */
  async function interrupted() {
    app.shop.commit("feature", { "connector.rb": after }, { from: "main" });
    const pull = app.shop.openPull({ head: "feature" });
    const sha = headOf("feature");
    app.github.fault({ path: /git\/trees/, status: 502 });
    await app.run(pull.number);
    return { pull, sha };
  }

  test("keeps no check run that waits for ever", async () => {
    const { sha } = await interrupted();
    const newSha = app.shop.commit("feature", { "connector.rb": before });

    await app.runAll();

    expect(runsOf(sha)).toMatchObject([
      { status: "completed", conclusion: "cancelled", title: "Superseded by a newer commit" },
      { status: "completed", conclusion: "cancelled" },
    ]);
    expect(runsOf(sha)[0]?.summary).toContain(newSha);
    expect(runsOf(newSha)).toMatchObject([{ conclusion: "neutral" }, { conclusion: "neutral" }]);
  });

  test("keeps its results", async () => {
    app.shop.commit("feature", { "connector.rb": after }, { from: "main" });
    app.shop.openPull({ head: "feature" });
    await app.runAll();
    const sha = headOf("feature");
    app.shop.commit("feature", { "connector.rb": before });

    await app.runAll();

    expect(runsOf(sha)).toMatchObject([{ conclusion: "failure" }, { conclusion: "success" }]);
  });

  test("leaves its check runs to another pull request whose head it is", async () => {
    const { pull, sha } = await interrupted();
    const newSha = app.shop.commit("feature", { "connector.rb": before });
    pull.pull.head.sha = newSha;
    app.shop.state.refs.set("refs/heads/copy", sha);
    app.shop.openPull({ head: "copy" });
    const [installation] = app.github.world.installations.values();
    const where = { installationId: installation?.id ?? 0, owner: "acme", repo: "shop" };

    await app.runSubjects([{ kind: "old-head", ...where, number: pull.number, sha, newSha }]);

    expect(runsOf(sha)).toMatchObject([{ conclusion: "failure" }, { conclusion: "success" }]);
  });

  test("is left alone where it is the head again", async () => {
    const { pull, sha } = await interrupted();
    app.shop.commit("feature", { "connector.rb": before });
    const newSha = headOf("feature");
    pull.pull.head.sha = sha;
    const installationId = Number([...app.github.world.installations.values()].map(({ id }) => id).join(""));
    const where = { installationId, owner: "acme", repo: "shop", number: pull.number };

    const outcome = await app.reconcile(
      { kind: "old-head", ...where, sha, newSha },
      new AbortController().signal,
    );

    expect(outcome).toMatchObject({ kind: "done", writes: 0 });
    expect(runsOf(sha)).toMatchObject([{ status: "queued" }, { status: "queued" }]);
  });

  test("needs nothing where it vanished", async () => {
    const { pull } = await interrupted();
    const gone = "e".repeat(40);
    app.shop.pullEvent(pull, "synchronize", { before: gone, after: headOf("feature") });

    await expect(app.runNewest()).resolves.toMatchObject([{ kind: "done" }, { kind: "done", writes: 0 }]);
  });
});
