import type { Clients } from "../clients.ts";
import { createCaller } from "../github/client.ts";
import { githubDeliveries } from "../github/deliveries.ts";
import { installationPages, repositoryPages } from "../github/installations.ts";
import type { SubjectQueue } from "../queue/subject-queue.ts";
import { describeDefect } from "../reconcile/describe-defect.ts";
import type { Log } from "../reconcile/reconcile.ts";
import { subjectKey } from "../subjects/subject.ts";
import { sweepClocks } from "./clocks.ts";
import { sweepDeliveries } from "./failed-deliveries.ts";
import { sweepSubjects } from "./open-subjects.ts";
import type { Sweep } from "./sweeper.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How far GitHub remembers deliveries. */
const memoryMs = 3 * dayMs;

/** The most requests of one sweep; GitHub allows 5,000 an hour, and most of them belong to the work itself. */
const maxRequests = { deliveries: 200, subjects: 1000 };

export interface SweepsOptions {
  readonly clients: Pick<Clients, "asApp" | "clientFor">;
  readonly queue: Pick<SubjectQueue, "add" | "watched">;
  readonly log: Log;
  /** How often all open subjects are read again; 0 never does. */
  readonly resyncMs: number;
  /** How often what has a clock is looked at: reviews and requests become due; 0 never does. */
  readonly clocksMs: number;
  readonly clock: () => Date;
}

/** What is looked for at the start and from time to time, since webhooks get lost. */
export function createSweeps(options: SweepsOptions): readonly Sweep[] {
  const { clients, queue, log, resyncMs, clocksMs, clock } = options;
  /** Deliveries before it were looked at by this process. */
  let since = new Date(clock().getTime() - memoryMs);

  const deliveries: Sweep = {
    kind: "failed-deliveries",
    everyMs: 5 * minuteMs,
    run: async (signal) => {
      const started = clock().getTime();
      const { call } = createCaller(await clients.asApp(), signal);
      const result = await sweepDeliveries({
        port: githubDeliveries(call),
        since,
        maxRequests: maxRequests.deliveries,
      });
      // GitHub may take a while to say that an attempt failed, so the windows overlap.
      if (!result.incomplete) since = new Date(started - 15 * minuteMs);
      return result;
    },
  };

  const subjects: Sweep = {
    kind: "open-subjects",
    everyMs: resyncMs,
    run: async (signal) => {
      const app = createCaller(await clients.asApp(), signal);
      async function* repositories(installationId: number) {
        const { call } = createCaller(await clients.clientFor(installationId), signal);
        yield* repositoryPages(call);
      }
      return sweepSubjects({
        installations: () => installationPages(app.call),
        repositories,
        add: (installationId, found) =>
          queue.add(
            found.map(({ owner, repo }) => subjectKey({ kind: "repository", installationId, owner, repo })),
            { background: true },
          ),
        onFailure: (installation, error) =>
          log.warn({ installation, error: describeDefect(error) }, "repositories cannot be read"),
        maxRequests: maxRequests.subjects,
      });
    },
  };

  const clocks: Sweep = {
    kind: "clocks",
    everyMs: clocksMs,
    run: () => sweepClocks(queue),
  };

  return [deliveries, ...(resyncMs > 0 ? [subjects] : []), ...(clocksMs > 0 ? [clocks] : [])];
}
