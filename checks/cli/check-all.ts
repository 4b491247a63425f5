import type { Checker, CheckOptions } from "../checker.ts";
import { maxSourceBytes } from "../project.ts";
import { toOneLine } from "../report/escape.ts";
import type { CheckedProject } from "./baseline.ts";
import type { FoundConnector } from "./discover.ts";
import { standardInput } from "./find-connectors.ts";
import { showProgress } from "./progress.ts";
import { type ReadProject, readProject } from "./read-project.ts";
import type { Terminal } from "./terminal.ts";

export interface CheckedAll {
  readonly checked: readonly CheckedProject[];
  /** What is wrong with connectors that could not be read, a line each. */
  readonly problems: readonly string[];
}

/** Reads and checks connectors, one after the other. */
export function checkAll(
  connectors: readonly FoundConnector[],
  checker: Checker,
  options: CheckOptions,
  root: string,
  terminal: Terminal,
): CheckedAll {
  const checked: CheckedProject[] = [];
  const problems: string[] = [];
  const progress = showProgress(connectors.length, terminal);
  for (const [index, { file, isProject }] of connectors.entries()) {
    progress.step(index);
    const read =
      file === standardInput.file ? readStandardInput(terminal) : readProject(root, file, isProject);
    if (read.ok) checked.push({ project: read.project, result: checker.check(read.project, options) });
    else problems.push(`${toOneLine(file)}: ${read.problem}`);
  }
  progress.end();
  return { checked, problems };
}

/** Standard input is a connector by itself: there is no project around it. */
export function readStandardInput(terminal: Terminal): ReadProject {
  const source = terminal.readInput(maxSourceBytes);
  return { ok: true, project: { path: ".", file: standardInput.file, source, files: null } };
}
