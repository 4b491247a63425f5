import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Coordination } from "../../../app/queue/coordination.ts";
import { openRedisCoordination } from "../../../app/queue/redis-coordination.ts";
import { createReconcile, type Reconcile } from "../../../app/reconcile/reconcile.ts";
import type { Subject } from "../../../app/subjects/subject.ts";
import { fakeChecker, fakeRules } from "../../support/fake-checker.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../../support/fake-github.ts";
import { hasRedis, type RedisServer, startRedis } from "../../support/redis.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const connector = "{ connector, title: 'Shop'\n}\n";

describe.skipIf(!hasRedis())("two processes (skipped where redis-server is not installed)", () => {
  let redis: RedisServer;
  let github: FakeGitHub;
  let shop: FakeRepository;
  let agreements: readonly Coordination[];
  let processes: readonly Reconcile[];
  let where: { readonly installationId: number; readonly owner: string; readonly repo: string };

  beforeEach(async () => {
    redis = await startRedis();
    github = await startFakeGitHub();
    where = { installationId: github.install("acme").id, owner: "acme", repo: "shop" };
    shop = github.repository("acme/shop", { files: { "connector.rb": connector } });
    agreements = await Promise.all([1, 2].map(() => openRedisCoordination({ url: redis.url })));
    processes = agreements.map((locks) =>
      createReconcile({
        clientFor: async () => github.client("acme"),
        appId: github.appId,
        checker: fakeChecker(),
        rules: fakeRules("structure/bad"),
        version: "1",
        locks,
        log: quiet,
        clock: () => new Date("2026-01-05T10:00:00Z"),
      }),
    );
  });

  afterEach(async () => {
    await Promise.all(agreements.map((agreement) => agreement.close()));
    await github.close();
    await redis.stop();
  });

  /** Each subject in another process, all at once. */
  function workOn(...subjects: readonly Subject[]) {
    return Promise.all(
      subjects.map(async (subject, index) => {
        await processes[index % processes.length]?.(subject, new AbortController().signal);
      }),
    );
  }

  test("do not meet at a pull request that is pushed to and re-run", async () => {
    const sha = shop.commit(
      "feature",
      { "connector.rb": `${connector}!error structure/bad a => b\n` },
      { from: "main" },
    );
    const { number } = shop.openPull({ head: "feature" });

    await workOn({ kind: "pull-request", ...where, number }, { kind: "rerun", ...where, sha, since: 0 });

    expect(shop.state.checkRuns).toHaveLength(2);
    expect(shop.state.comments).toHaveLength(1);
    expect(shop.state.reviewComments).toHaveLength(1);
  });

  test("do not meet at a commit that is the head of two pull requests", async () => {
    shop.commit("dev", { "README.md": "# Dev\n" }, { from: "main" });
    shop.commit("feature", { "connector.rb": `${connector}!error structure/bad a\n` }, { from: "dev" });
    const pulls = ["main", "dev"].map((base) => shop.openPull({ head: "feature", base }));
    const subjects = pulls.map(({ number }) => ({ kind: "pull-request" as const, ...where, number }));

    await workOn(...subjects.toReversed());
    await workOn(...subjects);
    const runs = shop.state.checkRuns.filter(({ conclusion }) => conclusion !== null);

    expect(runs.map(({ name }) => name).toSorted()).toEqual(["Connector guidelines", "Connector usability"]);
  });
});
