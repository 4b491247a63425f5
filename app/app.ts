import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { version } from "../checks/version.ts";
import { ruleCatalogue } from "./checks.ts";
import { createClients } from "./clients.ts";
import type { Settings } from "./environment.ts";
import { openCoordination, openQueue } from "./queue/open-queue.ts";
import { createAnalysisPool } from "./reconcile/analysis-pool.ts";
import { createGiveUp } from "./reconcile/give-up.ts";
import { createReconcile } from "./reconcile/reconcile.ts";
import { startWorker } from "./reconcile/worker.ts";
import { createHealth, createReadiness } from "./server/health.ts";
import { createMetrics } from "./server/metrics.ts";
import { createReceiver } from "./server/receiver.ts";
import { startServer } from "./server/server.ts";
import { describeDefect } from "./reconcile/describe-defect.ts";
import { isForLater, subjectKey } from "./subjects/subject.ts";
import { subjectsOf } from "./subjects/subjects.ts";
import { startSweeper } from "./sweep/sweeper.ts";
import { createSweeps } from "./sweep/sweeps.ts";

export interface App {
  readonly port: number;
  /** Answers what is being asked, gives the runs under way `graceMs` to end, and lets go of everything. */
  stop(graceMs: number): Promise<void>;
}

/** Puts the parts together: clients, queue, worker, server. */
export async function startApp(settings: Settings, log: Logger): Promise<App> {
  const analysis = createAnalysisPool({ threads: analysisThreads(), log });
  await analysis.warmUp();
  function onQueueError(error: unknown): void {
    log.warn({ error: describeDefect(error) }, "the queue had trouble in the background");
  }
  const queue = await openQueue(settings, "worker", onQueueError);
  const coordination = await openCoordination(settings, onQueueError);
  const clients = await createClients(settings, log, coordination);
  const metrics = createMetrics(queue);
  let stopping = false;
  const reconcile = createReconcile({
    clientFor: clients.clientFor,
    asApp: clients.asApp,
    watched: queue,
    appId: settings.appId,
    checker: analysis,
    rules: ruleCatalogue,
    version,
    locks: coordination,
    log,
    clock: () => new Date(),
  });
  const receiver = createReceiver({
    verify: clients.verify,
    keysOf: (eventName, payload) => subjectsOf(eventName, payload).map(subjectKey),
    add: (keys) => queue.add(keys, { background: isForLater }),
    log,
    onAnswer: metrics.onAnswer,
  });
  const server = await startServer({
    host: settings.host,
    port: settings.port,
    routes: new Map([
      [settings.webhookPath, receiver],
      ["/healthz", createHealth()],
      ["/readyz", createReadiness({ queue, isStopping: () => stopping })],
      ["/metrics", metrics.handler],
    ]),
    onError: (error) => log.error({ error: describeDefect(error) }, "request failed"),
  });
  const worker = startWorker({
    queue,
    reconcile,
    giveUp: createGiveUp({ clientFor: clients.clientFor, appId: settings.appId, log }),
    hushes: coordination,
    log,
    concurrency: settings.concurrency,
    onRun: metrics.onRun,
  });
  const sweeper = startSweeper({
    sweeps: createSweeps({
      clients,
      queue,
      log,
      resyncMs: settings.resyncMs,
      clocksMs: settings.clocksMs,
      clock: () => new Date(),
    }),
    isOurTurn: (kind, everyMs) => queue.turn(kind, everyMs),
    log,
    onSweep: metrics.onSweep,
  });
  return {
    port: server.port,
    async stop(graceMs) {
      stopping = true;
      await Promise.all([server.close(graceMs), worker.stop(graceMs), sweeper.stop()]);
      await Promise.all([queue.close(), coordination.close(), analysis.close()]);
    },
  };
}

/** One core is left to the rest of the process; each thread may take a gigabyte, so they are few. */
function analysisThreads(): number {
  return Math.min(4, Math.max(1, availableParallelism() - 1));
}
