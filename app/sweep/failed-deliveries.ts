import type { DeliveryAttempt, DeliveryPort } from "../github/deliveries.ts";

export interface SweptDeliveries {
  /** How many were asked for again. */
  readonly found: number;
  readonly requests: number;
  /** Whether the bound was reached before everything was looked at. */
  readonly incomplete: boolean;
}

export interface DeliverySweepOptions {
  readonly port: DeliveryPort;
  /** Older attempts were looked at before. */
  readonly since: Date;
  /** The most requests, of both kinds together. */
  readonly maxRequests: number;
}

/**
 * The attempts to ask for again: the latest of each webhook that never arrived. One that was asked for again before is
 * left alone, whatever became of it; reading the open subjects again finds what it was about.
 */
export function failedForGood(attempts: readonly DeliveryAttempt[]): readonly DeliveryAttempt[] {
  const settled = new Set(
    attempts.filter(({ succeeded, redelivery }) => succeeded || redelivery).map(({ guid }) => guid),
  );
  const latest = new Map<string, DeliveryAttempt>();
  for (const attempt of attempts) {
    const other = latest.get(attempt.guid);
    if (other === undefined || attempt.deliveredAt > other.deliveredAt) latest.set(attempt.guid, attempt);
  }
  return [...latest.values()].filter(({ guid }) => !settled.has(guid));
}

/** Finds the deliveries that failed, and asks GitHub once for each of them again, the oldest first. */
export async function sweepDeliveries({
  port,
  since,
  maxRequests,
}: DeliverySweepOptions): Promise<SweptDeliveries> {
  const attempts: DeliveryAttempt[] = [];
  let requests = 0;
  for await (const page of port.pages()) {
    requests++;
    attempts.push(...page.filter(({ deliveredAt }) => deliveredAt >= since));
    const reachedOld = page.some(({ deliveredAt }) => deliveredAt < since);
    // Half of the bound is for reading, so that what was found can be asked for.
    if (reachedOld || requests >= maxRequests / 2) break;
  }
  const failed = failedForGood(attempts).toSorted(
    (a, b) => a.deliveredAt.getTime() - b.deliveredAt.getTime(),
  );
  const affordable = failed.slice(0, Math.max(0, maxRequests - requests));
  for (const { id } of affordable) await port.redeliver(id);
  return {
    found: affordable.length,
    requests: requests + affordable.length,
    incomplete: affordable.length < failed.length || requests >= maxRequests / 2,
  };
}
