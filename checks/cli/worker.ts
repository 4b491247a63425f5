import type { CheckOptions, ProjectResult } from "../checker.ts";
import type { ConnectorProject } from "../project.ts";
import { createBoundedCheck } from "./bounded-checker.ts";
import { loadChecker } from "./load-checker.ts";

export interface WorkerTask {
  readonly project: ConnectorProject;
  readonly options: CheckOptions;
}

/** A result as it can be sent between threads: the files are known on the other side. */
export interface WorkerResult extends Omit<ProjectResult, "sources"> {
  readonly files: readonly string[];
}

const mark = "connector-gate.thread";

/** The program of a thread: the one at `entry`, with a mark that this is a thread. */
export function threadCode(entry: URL): string {
  return `globalThis[Symbol.for("${mark}")] = true; import(${JSON.stringify(entry.href)});`;
}

/** Whether this is one of the threads. The module of Node's that tells it takes its time to load. */
export function isThread(): boolean {
  return Symbol.for(mark) in globalThis;
}

/** What each thread does: checks the projects that it is sent, one after the other. */
export async function runWorker(): Promise<void> {
  const check = createBoundedCheck(await loadChecker(Infinity));
  const { parentPort } = process.getBuiltinModule("node:worker_threads");
  parentPort!.on("message", (task: WorkerTask) => void answer(task));

  async function answer({ project, options }: WorkerTask): Promise<void> {
    const { sources, ...rest } = await check(project, options);
    const result: WorkerResult = { ...rest, files: [...sources.keys()] };
    parentPort!.postMessage(result);
  }
}
