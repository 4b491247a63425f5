import { setTimeout as pause } from "node:timers/promises";
import { atMost } from "../at-most.ts";
import { type Coordination, createLocalCoordination } from "../queue/coordination.ts";
import type { Claim, SubjectQueue } from "../queue/subject-queue.ts";
import { describeDefect } from "./describe-defect.ts";
import type { GiveUp } from "./give-up.ts";
import type { Log, Reconcile } from "./reconcile.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./retry-policy.ts";
import { createRunner, type Run } from "./run.ts";

export interface WorkerOptions {
  readonly queue: SubjectQueue;
  readonly reconcile: Reconcile;
  /** Comes before a subject becomes a dead letter. */
  readonly giveUp?: GiveUp;
  /** Remembers which installations GitHub wants to hear nothing from; this process's own memory by default. */
  readonly hushes?: Pick<Coordination, "hush" | "hushedMs">;
  readonly log: Log;
  /** How many subjects are worked on at the same time. */
  readonly concurrency: number;
  /** How long one run may take before it is interrupted and tried again later. */
  readonly runTimeoutMs?: number;
  readonly policy?: RetryPolicy;
  readonly random?: () => number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told of every run, after its claim was settled. */
  readonly onRun?: (run: Run) => void;
}

export interface Worker {
  /** Takes nothing more, waits for what is under way, and after `graceMs` interrupts it and puts it back. */
  stop(graceMs: number): Promise<void>;
}

/** How long to wait before asking a queue again that failed. */
const queuePauseMs = 1000;

/** How long interrupted runs get to come to an end. */
const interruptMs = 1000;

/** Works off the queue until it is stopped. */
export function startWorker(options: WorkerOptions): Worker {
  const { queue, log, concurrency } = options;
  const run = createRunner({
    runTimeoutMs: 120_000,
    policy: defaultRetryPolicy,
    random: Math.random,
    now: Date.now,
    onRun: () => {},
    giveUp: async () => {},
    hushes: createLocalCoordination(options.now),
    ...options,
  });
  const stopping = new AbortController();
  const interrupt = new AbortController();
  const underWay = new Set<Promise<void>>();
  let freed = Promise.withResolvers<void>();

  function start(claim: Claim): void {
    const running = run(claim, interrupt.signal).finally(() => {
      underWay.delete(running);
      freed.resolve();
      freed = Promise.withResolvers();
    });
    underWay.add(running);
  }

  async function pump(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (underWay.size >= concurrency) {
        await freed.promise;
        continue;
      }
      const claim = await takeNext(queue, log, stopping.signal);
      if (claim !== null) start(claim);
    }
  }

  const pumping = pump();
  return {
    async stop(graceMs) {
      stopping.abort();
      const idle = pumping.then(() => Promise.all(underWay));
      await atMost(graceMs, idle);
      interrupt.abort(new Error("the process stops"));
      await atMost(interruptMs, idle);
    },
  };
}

async function takeNext(queue: SubjectQueue, log: Log, stopping: AbortSignal): Promise<Claim | null> {
  try {
    return await queue.take(stopping);
  } catch (error) {
    log.error({ error: describeDefect(error) }, "the queue does not answer");
    await pause(queuePauseMs, undefined, { signal: stopping }).catch(() => {});
    return null;
  }
}
