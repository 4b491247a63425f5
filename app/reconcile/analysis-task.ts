import type { Checker, CheckOptions, ProjectResult } from "../../checks/checker.ts";
import type { Inspection } from "../../checks/connector/inspect.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import { namesOf } from "../../checks/report/compare.ts";
import { createSourceText } from "../../checks/ruby/source.ts";

/** What is asked of a thread; plain data, since it is copied there. */
export type Task =
  | { readonly kind: "check"; readonly project: ConnectorProject; readonly options: CheckOptions }
  | { readonly kind: "is-connector"; readonly source: Uint8Array }
  | { readonly kind: "names"; readonly file: string; readonly source: Uint8Array }
  | { readonly kind: "inspect"; readonly file: string; readonly source: Uint8Array };

/** A result without its texts, which have functions and cannot be copied, but with the names of their files. */
type CopiedResult = Omit<ProjectResult, "sources"> & { readonly sourceFiles: readonly string[] };

export type TaskAnswer =
  | { readonly kind: "check"; readonly result: CopiedResult }
  | { readonly kind: "is-connector"; readonly is: boolean }
  | { readonly kind: "names"; readonly names: readonly string[] | null }
  | { readonly kind: "inspect"; readonly inspection: Inspection | null };

/** In the thread: works on a task. */
export function answerTask(checker: Checker, task: Task): TaskAnswer {
  if (task.kind === "is-connector") return { kind: "is-connector", is: checker.isConnector(task.source) };
  if (task.kind === "names") {
    return { kind: "names", names: namesOf(checker.inspect(task.file, task.source)) };
  }
  if (task.kind === "inspect") {
    return { kind: "inspect", inspection: checker.inspect(task.file, task.source) };
  }
  const { sources, ...rest } = checker.check(task.project, task.options);
  return { kind: "check", result: { ...rest, sourceFiles: [...sources.keys()] } };
}

/** Outside of it: makes the result whole again. */
export function restoreResult(
  { sourceFiles, ...rest }: CopiedResult,
  project: ConnectorProject,
): ProjectResult {
  const prefix = project.path === "." ? "" : `${project.path}/`;
  const sources = new Map(
    sourceFiles.flatMap((file) => {
      const bytes =
        file === project.file ? project.source : project.files?.get(file.slice(prefix.length))?.bytes;
      return bytes ? [[file, createSourceText(bytes)] as const] : [];
    }),
  );
  return { ...rest, sources };
}
