import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteQueue } from "../../../app/queue/sqlite-queue.ts";
import type { SubjectQueue } from "../../../app/queue/subject-queue.ts";
import type { GiveUp } from "../../../app/reconcile/give-up.ts";
import type { Log, Reconcile, ReconcileOutcome } from "../../../app/reconcile/reconcile.ts";
import { backoffMs, type RetryPolicy } from "../../../app/reconcile/retry-policy.ts";
import type { Run } from "../../../app/reconcile/run.ts";
import { startWorker, type Worker } from "../../../app/reconcile/worker.ts";

const done: ReconcileOutcome = { kind: "done", reads: 3, writes: 2, follow: [] };
const failed: ReconcileOutcome = { kind: "retry", reason: "GitHub answered 502", retryAfterMs: null };
const policy: RetryPolicy = { maxFailures: 4, maxDefects: 2, firstDelayMs: 2, maxDelayMs: 4 };

let folder: string;
let queue: SubjectQueue;
let worker: Worker | null;
let runs: Run[];
let logged: string;

const log = Object.fromEntries(
  ["debug", "info", "warn", "error"].map((level) => [
    level,
    (data: object, message: string) => (logged += `${level} ${message} ${JSON.stringify(data)}\n`),
  ]),
) as unknown as Log;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-worker-"));
  queue = openSqliteQueue({ path: join(folder, "queue.sqlite") });
  worker = null;
  runs = [];
  logged = "";
});

afterEach(async () => {
  await worker?.stop(0);
  await queue.close();
  await rm(folder, { recursive: true });
});

function pull(number: number, installation = 1): string {
  return `pr:${installation}:acme/shop#${number}`;
}

/** Starts a worker and resolves with its runs once there were so many. */
function work(
  count: number,
  reconcile: Reconcile,
  options: { concurrency?: number; now?: () => number; giveUp?: GiveUp } = {},
): Promise<Run[]> {
  return new Promise((resolve) => {
    worker = startWorker({
      queue,
      reconcile,
      log,
      concurrency: 1,
      policy,
      random: () => 0,
      ...options,
      onRun(run) {
        runs.push(run);
        if (runs.length === count) resolve(runs);
      },
    });
  });
}

test("hands each subject to the reconciler and reports the run", async () => {
  await queue.add([pull(1)]);
  const seen: unknown[] = [];

  const [run] = await work(1, async (subject) => {
    seen.push(subject);
    return done;
  });

  expect(seen).toEqual([{ kind: "pull-request", installationId: 1, owner: "acme", repo: "shop", number: 1 }]);
  expect(run).toMatchObject({
    subject: pull(1),
    installation: 1,
    outcome: "done",
    failures: 0,
    reads: 3,
    writes: 2,
  });
  expect(await queue.stats()).toEqual({ waiting: 0, running: 0, dead: 0 });
  expect(logged).toContain(
    'info subject reconciled {"subject":"pr:1:acme/shop#1","kind":"pull-request","installation":1',
  );
});

test("works on several subjects at the same time, and on no more than it may", async () => {
  await queue.add([1, 2, 3, 4, 5].map((number) => pull(number)));
  let atOnce = 0;
  let most = 0;

  await work(
    5,
    async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      atOnce--;
      return done;
    },
    { concurrency: 2 },
  );

  expect(most).toBe(2);
});

test("runs a subject once more when an event arrives while it runs", async () => {
  await queue.add([pull(1)]);
  let first = true;

  const all = await work(2, async () => {
    if (first) await queue.add([pull(1)]);
    first = false;
    return done;
  });

  expect(all.map((run) => run.outcome)).toEqual(["done", "done"]);
});

test("queues what a run found, before the run counts as done", async () => {
  await queue.add(["repo:1:acme/shop"]);
  const follow = [
    { kind: "pull-request", installationId: 1, owner: "acme", repo: "shop", number: 7 },
  ] as const;

  const all = await work(2, async (subject) => (subject.kind === "repository" ? { ...done, follow } : done));

  expect(all.map((run) => run.subject)).toEqual(["repo:1:acme/shop", pull(7)]);
});

describe("when a run fails", () => {
  test("tries again until it works", async () => {
    await queue.add([pull(1)]);
    const outcomes = [failed, failed, done];

    const all = await work(3, async () => outcomes.shift() ?? done);

    expect(all.map((run) => [run.outcome, run.failures, run.retryInMs])).toEqual([
      ["retry", 0, 1],
      ["retry", 1, 2],
      ["done", 2, undefined],
    ]);
  });

  test("gives up after too many failures, with the reason", async () => {
    await queue.add([pull(1)]);

    const all = await work(4, async () => failed);

    expect(all.map((run) => run.outcome)).toEqual(["retry", "retry", "retry", "dead"]);
    expect(await queue.dead()).toEqual([
      expect.objectContaining({ key: pull(1), reason: "GitHub answered 502", failures: 4 }),
    ]);
    expect(logged).toContain("error subject given up");
  });

  test("says so to people while nobody else can work on it", async () => {
    await queue.add([pull(1)]);
    const told: unknown[] = [];

    await work(4, async () => failed, {
      giveUp: async (subject) => void told.push(subject.kind, (await queue.stats()).running),
    });

    expect(told).toEqual(["pull-request", 1]);
  });

  test("gives a defect of ours up sooner, and logs no more of it than its text", async () => {
    await queue.add([pull(1)]);
    const error = Object.assign(new TypeError("undefined is not a function"), {
      request: { body: "source text", token: "hunter2" },
    });

    const all = await work(2, async () => Promise.reject(error));

    expect(all.map((run) => run.outcome)).toEqual(["retry", "dead"]);
    expect(logged).toContain("undefined is not a function");
    expect(logged).not.toMatch(/source text|hunter2/);
  });

  test("lets the other subjects of an installation wait too when GitHub asks for it", async () => {
    await queue.add([pull(1), pull(2), pull(3, 9)]);
    let calls = 0;

    const all = await work(
      3,
      async (subject) => {
        calls++;
        return subject.installationId === 1 ? { ...failed, retryAfterMs: 60_000 } : done;
      },
      { now: () => Date.parse("2026-01-01") },
    );

    expect(calls).toBe(2);
    expect(all.map((run) => [run.subject, run.outcome, run.retryInMs])).toEqual([
      [pull(1), "retry", 60_000],
      [pull(2), "postponed", 60_000],
      [pull(3, 9), "done", undefined],
    ]);
  });

  test("does nothing where a subject is gone", async () => {
    await queue.add([pull(1)]);

    const [run] = await work(1, async () => ({ kind: "gone", reason: "the installation was removed" }));

    expect(run).toMatchObject({ outcome: "gone", reason: "the installation was removed" });
    expect(await queue.stats()).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  test("buries a key that names no subject", async () => {
    await queue.add(["nonsense", pull(1)]);

    await work(1, async () => done);

    expect(await queue.dead()).toEqual([
      expect.objectContaining({ key: "nonsense", reason: "the key names no subject" }),
    ]);
  });

  test("does not run a subject again that ended the process each time", async () => {
    await queue.add([pull(1)]);
    for (let crash = 0; crash < policy.maxFailures; crash++) {
      await queue.take();
      await queue.close();
      queue = openSqliteQueue({ path: join(folder, "queue.sqlite") });
    }

    const [run] = await work(1, async () => done);

    expect(run).toMatchObject({ outcome: "dead", reason: "the process ended during each run" });
  });
});

describe("when it is stopped", () => {
  test("lets the runs under way end, and takes nothing new", async () => {
    await queue.add([pull(1), pull(2)]);
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<ReconcileOutcome>();
    const first = work(1, () => {
      started.resolve();
      return finish.promise;
    });
    await started.promise;

    const stopped = worker?.stop(60_000);
    finish.resolve(done);
    await stopped;

    expect((await first).map((run) => run.outcome)).toEqual(["done"]);
    expect(await queue.stats()).toEqual({ waiting: 1, running: 0, dead: 0 });
  });

  test("interrupts what takes too long, and puts it back without holding it against it", async () => {
    await queue.add([pull(1)]);
    const started = Promise.withResolvers<void>();
    const first = work(1, (_subject, signal) => {
      started.resolve();
      return new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error)),
      );
    });
    await started.promise;

    await worker?.stop(1);

    expect((await first).map((run) => run.outcome)).toEqual(["interrupted"]);
    expect(await queue.take()).toMatchObject({ key: pull(1), failures: 0 });
  });
});

test.each([
  [1, 0, 500],
  [1, 0.999_999, 1000],
  [2, 0, 1000],
  [5, 0, 8000],
  [12, 0, 150_000],
  [400, 0.999_999, 300_000],
])("waits longer after failure %i, never beyond the most (random %d)", (failures, random, expected) => {
  const patient: RetryPolicy = { ...policy, firstDelayMs: 1000, maxDelayMs: 300_000 };

  expect(backoffMs(patient, failures, () => random)).toBe(expected);
});
