import type { Checker, CheckOptions } from "../checker.ts";
import { maxSourceBytes } from "../project.ts";
import { toOneLine } from "../report/escape.ts";
import type { CheckedProject } from "./baseline.ts";
import { createBoundedCheck } from "./bounded-checker.ts";
import type { FoundConnector } from "./discover.ts";
import { standardInput } from "./find-connectors.ts";
import type { Host } from "./host.ts";
import { showProgress } from "./progress.ts";
import { type ReadProject, readProject } from "./read-project.ts";
import type { Terminal } from "./terminal.ts";
import { checkInThreads, isWorthThreads } from "./worker-pool.ts";

export interface CheckedAll {
  /** In the order of the connectors. */
  readonly checked: readonly CheckedProject[];
  /** What is wrong with connectors that could not be read, a line each. */
  readonly problems: readonly string[];
}

/** Reads and checks connectors, in threads where there are many. */
export async function checkAll(
  connectors: readonly FoundConnector[],
  checker: Checker,
  options: CheckOptions,
  { root, terminal, entry }: Host,
): Promise<CheckedAll> {
  const checked: (CheckedProject | undefined)[] = connectors.map(() => undefined);
  const problems: string[] = [];
  const progress = showProgress(connectors.length, terminal);
  const entries = connectors.entries();
  let finished = 0;

  /** The next connector that can be read. */
  function next() {
    for (const [index, { file, isProject }] of entries) {
      const read =
        file === standardInput.file ? readStandardInput(terminal) : readProject(root, file, isProject);
      if (read.ok) return { index, project: read.project };
      problems.push(`${toOneLine(file)}: ${read.problem}`);
    }
    return null;
  }

  function done(index: number, project: CheckedProject["project"], result: CheckedProject["result"]): void {
    checked[index] = { project, result };
    progress.step(++finished);
  }

  if (isWorthThreads(connectors)) {
    await checkInThreads(entry, options, next, done);
  } else {
    const check = createBoundedCheck(checker);
    for (let task = next(); task !== null; task = next()) {
      done(task.index, task.project, await check(task.project, options));
    }
  }
  progress.end();
  return { checked: checked.filter((one) => one !== undefined), problems };
}

/** Standard input is a connector by itself: there is no project around it. */
export function readStandardInput(terminal: Terminal): ReadProject {
  const source = terminal.readInput(maxSourceBytes);
  return { ok: true, project: { path: ".", file: standardInput.file, source, files: null } };
}
