/**
 * `npm run load`: webhooks at an even rate to the app on one side, and to Probot's own middleware with a handler that
 * only creates a check run on the other, each against a GitHub of our own in this process. Linux only.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEnvironment, startAppProcess } from "../test/support/app-process.ts";
import { startFakeGitHub } from "../test/support/fake-github.ts";
import { type LoadResult, measureLoad } from "./load/measure.ts";
import { readArguments } from "./read-arguments.ts";

const { values } = readArguments("load", "Webhooks at an even rate to the app, and to stock Probot.", {
  options: {
    "per-second": 50,
    seconds: 60,
    owners: 200,
    /** Leaves out the comparison, for a long look at the memory. */
    alone: false,
  },
});

async function measure(file: string, checkRuns: number, completes: boolean): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), "gate-load-"));
  const github = await startFakeGitHub();
  const env = {
    ...appEnvironment(github, join(folder, "queue.sqlite")),
    RESYNC_HOURS: "0",
    LOG_LEVEL: "info",
  };
  const app = await startAppProcess(env, file);
  try {
    return await measureLoad(github, app, {
      perSecond: values["per-second"],
      seconds: values.seconds,
      owners: values.owners,
      checkRuns,
      completes,
    });
  } finally {
    await app.stop();
    await github.close();
    await rm(folder, { recursive: true });
  }
}

function show(result: LoadResult): Record<string, string | number> {
  const span = (quantiles: LoadResult["answer"] | null) =>
    quantiles === null ? "" : `${quantiles.p50} / ${quantiles.p99} (${quantiles.count})`;
  return {
    events: result.events,
    accepted: result.accepted,
    "answered, ms p50 / p99 (of)": span(result.answer),
    "check run queued": span(result.queued),
    "check runs completed": span(result.completed),
    "requests an event": result.requestsPerEvent,
    "memory early / late / most, MB": `${result.memory.early} / ${result.memory.late} / ${result.memory.most}`,
    "heap in use early / late, MB": result.heap === null ? "" : `${result.heap.early} / ${result.heap.late}`,
  };
}

const gate = await measure("app/main.ts", 2, true);
const rows: Record<string, Record<string, string | number>> = { "Connector Gate": show(gate) };
if (!values.alone) {
  const stock = await measure("scripts/load/stock-probot.ts", 1, false);
  rows["stock Probot, one check run only"] = show(stock);
}
console.table(rows);
