import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckOptions, ProjectResult } from "../checker.ts";
import type { ConnectorProject } from "../project.ts";
import { createSourceText } from "../ruby/source.ts";
import type { FoundConnector } from "./discover.ts";
import { threadCode, type WorkerResult, type WorkerTask } from "./worker.ts";

/** Below these, starting threads takes longer than they save. */
const fewConnectors = 8;
const fewBytes = 1024 * 1024;
const mostThreads = 8;

export function isWorthThreads(connectors: readonly FoundConnector[]): boolean {
  const bytes = connectors.reduce((sum, { size }) => sum + size, 0);
  return connectors.length >= fewConnectors && bytes >= fewBytes && availableParallelism() > 1;
}

/**
 * Checks projects in threads. `next` reads the next project, or returns null at the end; `done` gets each result.
 * A project is read only when a thread is free for it, so few are in memory at a time.
 */
export async function checkInThreads(
  entry: URL,
  options: CheckOptions,
  next: () => { readonly index: number; readonly project: ConnectorProject } | null,
  done: (index: number, project: ConnectorProject, result: ProjectResult) => void,
): Promise<void> {
  const threads = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, async () => {
    const worker = new Worker(threadCode(entry), { eval: true });
    try {
      for (let task = next(); task !== null; task = next()) {
        const { index, project } = task;
        const message: WorkerTask = { project, options };
        worker.postMessage(message);
        const [result] = (await once(worker, "message")) as [WorkerResult];
        done(index, project, toResult(project, result));
      }
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(threads);
}

function toResult(project: ConnectorProject, { files, ...rest }: WorkerResult): ProjectResult {
  const prefix = project.path === "." ? "" : `${project.path}/`;
  const sources = new Map(
    files.flatMap((file) => {
      const bytes =
        file === project.file ? project.source : project.files?.get(file.slice(prefix.length))?.bytes;
      return bytes ? [[file, createSourceText(bytes)] as const] : [];
    }),
  );
  return { ...rest, sources };
}
