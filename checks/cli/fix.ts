import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Checker, CheckOptions, ProjectResult } from "../checker.ts";
import type { Fix } from "../engine/finding.ts";
import { applyEdits, compatibleFixes } from "../engine/fix.ts";
import type { ConnectorProject } from "../project.ts";
import { toOneLine } from "../report/escape.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import { describeFileError } from "./read-file.ts";
import { UserError } from "./user-error.ts";

export interface FixedProject {
  readonly project: ConnectorProject;
  /** What is left to say of it. */
  readonly result: ProjectResult;
  /** The new text of each file that changed, by its path from the root, and the old one. */
  readonly changes: readonly FileChange[];
  /** How many findings were fixed. */
  readonly count: number;
}

export interface FileChange {
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** A fix may make room for another one; connectors are settled long before this. */
const maxRounds = 10;

/** Findings without which a file cannot be read; no fix may bring one. */
const breaks: ReadonlySet<string> = new Set([
  "structure/syntax-error",
  "structure/root-hash",
  "structure/utf8-source",
]);

/** Applies the fixes of a project's findings, again and again until nothing is left to fix. */
export function fixProject(
  checker: Checker,
  original: ConnectorProject,
  options: CheckOptions,
  allowed: Fix["safety"],
): FixedProject {
  let project = original;
  let result = checker.check(project, options);
  let count = 0;
  for (let round = 0; round < maxRounds; round++) {
    const fixed = applyRound(project, result, allowed);
    if (!fixed) break;
    const next = checker.check(fixed.project, options);
    if (isBroken(next) && !isBroken(result)) break;
    ({ project } = fixed);
    result = next;
    count += fixed.count;
  }
  return { project, result, changes: changesBetween(original, project), count };
}

function isBroken({ findings }: ProjectResult): boolean {
  return findings.some(({ ruleId }) => breaks.has(ruleId));
}

function applyRound(project: ConnectorProject, { findings }: ProjectResult, allowed: Fix["safety"]) {
  let next = project;
  let count = 0;
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const fixes = findings
      .filter((finding) => finding.file === file)
      .map(({ fix }) => fix)
      .filter((fix) => fix !== null)
      .filter(({ safety }) => safety === "safe" || allowed === "unsafe");
    const chosen = compatibleFixes(fixes);
    const bytes = contentOf(next, file);
    if (chosen.length === 0 || !bytes) continue;
    const after = applyEdits(
      bytes,
      chosen.flatMap(({ edits }) => edits),
    );
    if (!after || Buffer.compare(after, bytes) === 0) continue;
    next = withContent(next, file, after);
    count += chosen.length;
  }
  return count === 0 ? null : { project: next, count };
}

/** A file's path inside the project. */
function inside(project: ConnectorProject, file: string): string {
  return project.path === "." ? file : file.slice(project.path.length + 1);
}

function contentOf(project: ConnectorProject, file: string): Uint8Array | null {
  if (file === project.file) return project.source;
  return project.files?.get(inside(project, file))?.bytes ?? null;
}

function withContent(project: ConnectorProject, file: string, bytes: Uint8Array): ConnectorProject {
  const files =
    project.files && new Map([...project.files, [inside(project, file), { size: bytes.length, bytes }]]);
  return { ...project, files, source: file === project.file ? bytes : project.source };
}

function changesBetween(before: ConnectorProject, after: ConnectorProject): readonly FileChange[] {
  const changes: FileChange[] = [];
  if (before.source !== after.source)
    changes.push({ file: before.file, before: before.source, after: after.source });
  for (const [path, { bytes }] of after.files ?? []) {
    const old = before.files?.get(path)?.bytes;
    const file = before.path === "." ? path : `${before.path}/${path}`;
    if (bytes && old && bytes !== old && file !== before.file)
      changes.push({ file, before: old, after: bytes });
  }
  return changes;
}

/** Writes the fixed files where they came from. */
export function writeChanges(root: string, changes: readonly FileChange[]): void {
  for (const { file, after } of changes) {
    try {
      writeFileSync(resolve(root, file), after);
    } catch (error) {
      throw new UserError(`${toOneLine(file)}: cannot be written: ${describeFileError(error)}`);
    }
  }
}

/** What would be written, as one diff. */
export function toDiff(changes: readonly FileChange[]): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return changes
    .map(({ file, before, after }) =>
      unifiedDiff(toOneLine(file), decoder.decode(before), decoder.decode(after)),
    )
    .join("");
}
