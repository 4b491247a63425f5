import { randomUUID } from "node:crypto";
import { type Job, Queue, Worker } from "bullmq";
import { createPatientFetch } from "./patient-fetch.ts";
import { connectRedis } from "./redis-connection.ts";
import { createRedisLedger } from "./redis-ledger.ts";
import { type Claim, defaultCapacity, QueueFullError, type SubjectQueue } from "./subject-queue.ts";

export interface RedisQueueOptions {
  readonly url: string;
  /** What the names of all keys in Redis begin with; the braces keep them together in a cluster. */
  readonly prefix?: string;
  readonly capacity?: number;
  /** How long a claim holds without a sign of life from its process. */
  readonly lockMs?: number;
  /** How often claims of ended processes, and keys without a job, are looked for. */
  readonly checkMs?: number;
  /** Told of what goes wrong in the background, where the queue carries on by itself. */
  readonly onError?: (error: unknown) => void;
}

interface JobData {
  readonly key: string;
}

/** Jobs that nobody waits for; those without a priority go first. */
const backgroundPriority = 10;

/**
 * The queue of several processes. BullMQ says whose turn it is, holds the locks and finds out about processes that
 * ended; the ledger says what there is to do. Taking a job reads its entry; finishing removes the job first, and then
 * the entry, unless there were hints in between. So every hint has an entry, and every entry has or gets a job.
 */
export async function openRedisQueue(options: RedisQueueOptions): Promise<SubjectQueue> {
  const {
    url,
    prefix = "{connector-gate}",
    capacity = defaultCapacity,
    lockMs = 30_000,
    checkMs = 15_000,
  } = options;
  const onError = options.onError ?? (() => {});
  const redis = await connectRedis(url, onError);
  const ledger = createRedisLedger(redis.prompt, prefix);
  const queue = new Queue<JobData>("subjects", { connection: redis.prompt, prefix });
  const worker = new Worker<JobData>("subjects", null, {
    connection: redis.patient,
    prefix,
    autorun: false,
    lockDuration: lockMs,
    stalledInterval: checkMs,
    // Runs that ended their process count as failures; when there were too many of them is for the worker to say.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  });
  queue.on("error", onError);
  worker.on("error", onError);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady(), worker.startStalledCheckTimer()]);
  const locks = new Map<Job<JobData>, string>();
  const fetch = createPatientFetch(
    (block) => worker.getNextJob(randomUUID(), { block }) as Promise<Job<JobData> | undefined>,
    (job) => job.moveToWait(job.token),
  );

  /** Does nothing for keys that have a job. */
  async function schedule(keys: readonly string[], background = false): Promise<void> {
    const priority = background ? { priority: backgroundPriority } : {};
    const opts = { removeOnComplete: true, removeOnFail: true, ...priority };
    await queue.addBulk(
      keys.map((key) => ({ name: "look", data: { key }, opts: { ...opts, jobId: toJobId(key) } })),
    );
  }

  async function addAll(keys: readonly string[], background: boolean): Promise<void> {
    const raised = await ledger.hint(keys, { now: Date.now(), capacity, background });
    if (raised === null) throw new QueueFullError(capacity);
    await schedule(keys, background);
    await hurry(raised);
  }

  async function hurry(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const job = await queue.getJob(toJobId(key));
      // It may have been taken this very moment; then it needs no hurrying.
      await job?.changePriority({ priority: 0 }).catch(() => {});
    }
  }

  /** What a process leaves behind that ends between two steps: an entry whose job is gone. */
  async function repair(): Promise<void> {
    for await (const keys of ledger.keys()) {
      const jobs = await Promise.all(keys.map((key) => redis.prompt.exists(queue.toKey(toJobId(key)))));
      await schedule(keys.filter((_key, index) => jobs[index] === 0));
    }
  }

  async function toClaim(job: Job<JobData>): Promise<Claim | null> {
    const token = job.token ?? "";
    const { key } = job.data;
    const entry = await ledger.read(key);
    if (entry === null) {
      await job.moveToCompleted(null, token, false);
      return null;
    }
    const failures = entry.failures + job.stalledCounter;
    locks.set(job, token);
    async function settle(move: () => Promise<unknown>, after: () => Promise<unknown>): Promise<void> {
      locks.delete(job);
      await move();
      await after();
    }
    async function finish(forget: Promise<boolean>): Promise<void> {
      if (await forget) await schedule([key]);
    }
    const delay = (delayMs: number) => job.moveToDelayed(Date.now() + Math.ceil(delayMs), token);
    const complete = () => job.moveToCompleted(null, token, false);
    return {
      key,
      failures,
      hintedAt: entry.hintedAt,
      done: () => settle(complete, () => finish(ledger.finish(key, entry.hint))),
      bury: (reason) =>
        settle(complete, () => {
          const dead = { reason, failures: failures + 1, diedAt: Date.now() };
          return finish(ledger.bury(key, entry.hint, dead));
        }),
      retry: (delayMs, _reason) =>
        settle(
          () => ledger.countFailure(key),
          () => delay(delayMs),
        ),
      postpone: (delayMs) =>
        settle(
          () => delay(delayMs),
          async () => {},
        ),
      release: () =>
        settle(
          () => job.moveToWait(token),
          async () => {},
        ),
    };
  }

  const renewing = setInterval(() => {
    for (const [job, token] of locks) job.extendLock(token, lockMs).catch(onError);
  }, lockMs / 3);
  const repairing = setInterval(() => void repair().catch(onError), checkMs);
  await repair();

  return {
    async add(keys, { background = false } = {}) {
      if (typeof background === "boolean") return addAll(keys, background);
      // Where there is room for the first part only, whoever sent all of them sends them again.
      for (const isBackground of [false, true]) {
        const some = keys.filter((key) => background(key) === isBackground);
        if (some.length > 0) await addAll(some, isBackground);
      }
    },
    async take(signal) {
      for (;;) {
        const job = await fetch.next(signal);
        if (job === null) return null;
        const claim = await toClaim(job);
        if (claim !== null) return claim;
      }
    },
    async stats() {
      const [size, running, dead] = await Promise.all([
        ledger.size(),
        queue.getActiveCount(),
        ledger.deadCount(),
      ]);
      return { waiting: Math.max(0, size - running), running, dead };
    },
    async dead(limit = 1000) {
      const letters = await ledger.dead();
      return letters.toSorted((a, b) => b.diedAt - a.diedAt).slice(0, limit);
    },
    async requeue(keys) {
      const revived = await ledger.revive(keys ?? (await ledger.dead()).map(({ key }) => key), Date.now());
      await schedule(revived);
      return revived.length;
    },
    async turn(name, ms) {
      return (await redis.prompt.set(`${prefix}:turn:${name}`, "taken", "PX", Math.ceil(ms), "NX")) === "OK";
    },
    async watch(key) {
      await redis.prompt.sadd(`${prefix}:watched`, key);
    },
    async unwatch(key) {
      await redis.prompt.srem(`${prefix}:watched`, key);
    },
    async watched() {
      return (await redis.prompt.smembers(`${prefix}:watched`)).sort();
    },
    async close() {
      clearInterval(renewing);
      clearInterval(repairing);
      fetch.close();
      await Promise.all([worker.close(true), queue.close()]);
      await redis.close();
    },
  };
}

/** BullMQ keeps colons to itself. */
function toJobId(key: string): string {
  return encodeURIComponent(key);
}
