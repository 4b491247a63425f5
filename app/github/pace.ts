import { setTimeout as pause } from "node:timers/promises";

/** How fast something may go: some at once after a rest, and so many a second in the long run. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Lets those who ask for a turn have it no faster than a rate allows, each key for itself. */
export interface Pace {
  /** Resolves when it is this asker's turn; rejects where the signal is aborted before. */
  turn(key: string, signal?: AbortSignal): Promise<void>;
}

interface Bucket {
  /** Below zero while turns are promised that have not come yet. */
  tokens: number;
  /** Milliseconds, of the clock. */
  filledAt: number;
}

/** Full buckets are forgotten beyond this many keys. */
const maxBuckets = 2000;

export function createPace({ burst, perSecond }: Rate, now: () => number = () => performance.now()): Pace {
  const buckets = new Map<string, Bucket>();

  function refill(bucket: Bucket): void {
    const at = now();
    bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = at;
  }

  function forgetFull(): void {
    for (const [key, bucket] of buckets) {
      refill(bucket);
      if (bucket.tokens >= burst) buckets.delete(key);
    }
  }

  return {
    async turn(key, signal) {
      if (buckets.size > maxBuckets) forgetFull();
      const bucket = buckets.get(key) ?? { tokens: burst, filledAt: now() };
      buckets.set(key, bucket);
      refill(bucket);
      bucket.tokens -= 1;
      if (bucket.tokens >= 0) return;
      const waitMs = (-bucket.tokens / perSecond) * 1000;
      await pause(waitMs, undefined, signal ? { signal } : {});
    },
  };
}
