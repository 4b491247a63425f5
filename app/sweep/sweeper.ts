import { setTimeout as pause } from "node:timers/promises";
import { describeDefect } from "../reconcile/describe-defect.ts";
import type { Log } from "../reconcile/reconcile.ts";
import { backoffMs, defaultRetryPolicy, type RetryPolicy } from "../reconcile/retry-policy.ts";

export interface Sweep {
  /** Names it in logs and metrics, and between processes. */
  readonly kind: string;
  readonly everyMs: number;
  readonly run: (signal: AbortSignal) => Promise<SweepResult>;
}

export interface SweepResult {
  readonly found: number;
  readonly requests: number;
  /** There was more to do than the bound on requests allows; the rest is for the next time. */
  readonly incomplete: boolean;
}

export interface SweeperOptions {
  readonly sweeps: readonly Sweep[];
  /** Whether it is this process's turn, where several share the work. */
  readonly isOurTurn: (kind: string, everyMs: number) => Promise<boolean>;
  readonly log: Log;
  /** How soon a sweep that failed is tried again. */
  readonly policy?: RetryPolicy;
  readonly onSweep?: (sweep: {
    readonly kind: string;
    readonly found: number;
    readonly requests: number;
  }) => void;
}

export interface Sweeper {
  stop(): Promise<void>;
}

/** Within this time, processes count as started together. */
const startMs = 10 * 60_000;

/** What failed may have been one request of many, so the next attempt comes soon, and later ones more and more slowly. */
const retryPolicy: RetryPolicy = { ...defaultRetryPolicy, maxDelayMs: 30_000 };

/** Runs each sweep now and then at its interval; one that fails is logged, and tried again soon. */
export function startSweeper(options: SweeperOptions): Sweeper {
  const { sweeps, isOurTurn, log, onSweep, policy = retryPolicy } = options;
  const stopping = new AbortController();
  const { signal } = stopping;

  function sleep(ms: number): Promise<void> {
    return pause(ms, undefined, { signal, ref: false }).catch(() => {});
  }

  /** True where it worked. */
  async function attempt({ kind, run }: Sweep): Promise<boolean> {
    const started = performance.now();
    try {
      const result = await run(signal);
      log.info({ sweep: kind, ...result, durationMs: Math.round(performance.now() - started) }, "swept");
      onSweep?.({ kind, ...result });
      return true;
    } catch (error) {
      if (!signal.aborted) log.warn({ sweep: kind, error: describeDefect(error) }, "sweep failed");
      return false;
    }
  }

  async function once(sweep: Sweep, turnName: string, turnMs: number): Promise<void> {
    if (!(await isOurTurn(turnName, turnMs).catch(() => false))) return;
    for (let failures = 1; !signal.aborted && !(await attempt(sweep)); failures++) {
      await sleep(Math.min(backoffMs(policy, failures, Math.random), sweep.everyMs));
    }
  }

  async function repeat(sweep: Sweep): Promise<void> {
    const { kind, everyMs } = sweep;
    // Processes that start together need one such sweep, and those that start on the next day another one.
    await once(sweep, `${kind}:start`, Math.min(startMs, everyMs));
    while (!signal.aborted) {
      await sleep(everyMs);
      // A little less than the interval, so that a process is not kept from its own next turn.
      if (!signal.aborted) await once(sweep, kind, everyMs * 0.9);
    }
  }

  const repeating = sweeps.map(repeat);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(repeating);
    },
  };
}
