import type { DeliveryAttempt, DeliveryPort } from "../github/deliveries.ts";
import { addTo } from "../../checks/groups.ts";

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

/** How often a webhook is asked for again: the app may be away for the redelivery too, but not every time. */
const maxRedeliveries = 3;

/**
 * The attempts to ask for again: the latest of each webhook that never arrived. Each is asked for once; one whose
 * redeliveries keep failing is left alone, since reading the open subjects again finds what it was about.
 */
export function failedForGood(attempts: readonly DeliveryAttempt[]): readonly DeliveryAttempt[] {
  const byGuid = new Map<string, DeliveryAttempt[]>();
  for (const attempt of attempts) addTo(byGuid, attempt.guid, attempt);
  return [...byGuid.values()].flatMap((same) => {
    const arrived = same.some(({ succeeded }) => succeeded);
    const redeliveries = same.filter(({ redelivery }) => redelivery).length;
    return arrived || redeliveries >= maxRedeliveries ? [] : [same.reduce(later)];
  });
}

function later(a: DeliveryAttempt, b: DeliveryAttempt): DeliveryAttempt {
  return b.deliveredAt > a.deliveredAt ? b : a;
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
