import { type CheckOptions, type ProjectResult, stoppedResult } from "../../checks/checker.ts";
import type { Inspection } from "../../checks/connector/inspect.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import type { Analysis } from "./analysis.ts";
import { restoreResult, type Task, type TaskAnswer } from "./analysis-task.ts";
import type { Log } from "./reconcile.ts";
import { startThread, type Thread, type ThreadAnswer, type ThreadLimits } from "./thread.ts";

export interface AnalysisPool extends Analysis {
  check(project: ConnectorProject, options: CheckOptions): Promise<ProjectResult>;
  isConnector(source: Uint8Array): Promise<boolean>;
  names(project: ConnectorProject): Promise<readonly string[] | null>;
  inspect(project: ConnectorProject): Promise<Inspection | null>;
  /** Starts the first thread, so that a broken installation shows at once. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

export interface AnalysisPoolOptions {
  readonly threads: number;
  readonly limits?: ThreadLimits;
  /** What runs in the threads; another file in tests. */
  readonly file?: URL;
  readonly log: Log;
}

const defaultLimits: ThreadLimits = { timeMs: 10_000, memoryMb: 1024 };

type AnalysisThread = Thread<Task, TaskAnswer>;

/** Runs the checks in threads, where a connector can use up its own time and memory and nothing else. */
export function createAnalysisPool(options: AnalysisPoolOptions): AnalysisPool {
  const { threads, log, limits = defaultLimits } = options;
  const file = options.file ?? new URL("./analysis-thread.ts", import.meta.url);
  const idle: AnalysisThread[] = [];
  const all = new Set<AnalysisThread>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  async function run(task: Task): Promise<ThreadAnswer<TaskAnswer>> {
    if (busy >= threads) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    try {
      const thread = takeIdle() ?? (await startOne());
      const answer = await thread.run(task).finally(() => {
        if (thread.alive) idle.push(thread);
        else all.delete(thread);
      });
      if (answer.kind === "exhausted") log.warn({ limit: answer.what }, "analysis stopped at its limit");
      return answer;
    } finally {
      // The place goes to whoever waits next, so the count stays.
      const next = waiting.shift();
      if (next === undefined) busy--;
      else next();
    }
  }

  function takeIdle(): AnalysisThread | undefined {
    let thread = idle.pop();
    while (thread !== undefined && !thread.alive) thread = idle.pop();
    return thread;
  }

  async function startOne(): Promise<AnalysisThread> {
    const thread = await startThread<Task, TaskAnswer>(file, limits);
    all.add(thread);
    return thread;
  }

  return {
    async check(project, checkOptions) {
      const answer = await run({ kind: "check", project, options: checkOptions });
      if (answer.kind === "exhausted")
        return stoppedResult(project, checkOptions, exhausted(nameOf(answer.what, limits)));
      if (answer.answer.kind !== "check") throw new TypeError("a thread answered another question");
      return restoreResult(answer.answer.result, project);
    },
    async isConnector(source) {
      const answer = await run({ kind: "is-connector", source });
      // What cannot be found out within the limits is not known to be a connector.
      return answer.kind === "answer" && answer.answer.kind === "is-connector" && answer.answer.is;
    },
    async names({ file: name, source }) {
      const answer = await run({ kind: "names", file: name, source });
      return answer.kind === "answer" && answer.answer.kind === "names" ? answer.answer.names : null;
    },
    async inspect({ file: name, source }) {
      const answer = await run({ kind: "inspect", file: name, source });
      return answer.kind === "answer" && answer.answer.kind === "inspect" ? answer.answer.inspection : null;
    },
    async warmUp() {
      idle.push(await startOne());
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.stop()));
    },
  };
}

function nameOf(what: "time" | "memory", { timeMs, memoryMb }: ThreadLimits): string {
  return what === "time" ? `${timeMs / 1000} seconds` : `${memoryMb} MB of memory`;
}

function exhausted(limit: string): string {
  return `The analysis of this connector needed more than ${limit} and was stopped, so nothing else is known of it.`;
}
