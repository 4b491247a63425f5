export interface RetryPolicy {
  /** How often a subject may fail in a row before it becomes a dead letter. */
  readonly maxFailures: number;
  /** The same for runs that threw: a defect rarely mends itself. */
  readonly maxDefects: number;
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
}

/** About an hour of patience with GitHub, and a few minutes with ourselves. */
export const defaultRetryPolicy: RetryPolicy = {
  maxFailures: 20,
  maxDefects: 8,
  firstDelayMs: 1000,
  maxDelayMs: 300_000,
};

/**
 * How long to wait after the failure number `failures`: twice as long each time, up to the most, of which a random half
 * is taken off, so that what failed together does not come back together.
 */
export function backoffMs(policy: RetryPolicy, failures: number, random: () => number): number {
  const full = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (failures - 1));
  return Math.ceil(full * (0.5 + random() / 2));
}
