import type { Checker, CheckOptions, ProjectResult } from "../../checks/checker.ts";
import { fixProject } from "../../checks/cli/fix.ts";
import type { Edit, Finding, Fix } from "../../checks/engine/finding.ts";
import { applyEdits, compatibleFixes } from "../../checks/engine/fix.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import type { RubyParser } from "../../checks/ruby/parser.ts";
import { changedElsewhere } from "./same-syntax.ts";

export interface Prover {
  readonly checker: Checker;
  readonly parse: RubyParser;
}

/** What is wrong with a fix, or with all of a connector together. */
export interface Proof {
  /** The rule whose fix it is; null for all together. */
  readonly ruleId: string | null;
  /** Of all together: whether these were the safe ones alone. */
  readonly safety: Fix["safety"];
  readonly path: string | null;
  readonly problems: readonly string[];
}

const options: CheckOptions = { failOn: "never" };

/** Applies every fix of a connector by itself, all safe ones together, and all of them, and looks at what comes of it. */
export function proveFixes(
  prover: Prover,
  project: ConnectorProject,
  result: ProjectResult,
): readonly Proof[] {
  const own = result.findings.filter(({ file, fix }) => fix !== null && file === project.file);
  const proofs = own.map((finding): Proof => {
    const { ruleId, path, fix } = finding;
    return { ruleId, safety: fix!.safety, path, problems: proveOne(prover, project, result, finding) };
  });
  const all = own.map(({ fix }) => fix!);
  const safe = all.filter(({ safety }) => safety === "safe");
  const together = (fixes: readonly Fix[], safety: Fix["safety"]): readonly Proof[] =>
    fixes.length === 0
      ? []
      : [{ ruleId: null, safety, path: null, problems: proveAll(prover, project, result, fixes, safety) }];
  return [...proofs, ...together(safe, "safe"), ...together(all, "unsafe")];
}

function proveOne(
  prover: Prover,
  project: ConnectorProject,
  before: ProjectResult,
  finding: Finding,
): readonly string[] {
  const { edits } = finding.fix!;
  const bytes = applyEdits(project.source, edits);
  if (!bytes) return ["its edits overlap"];
  const after = prover.checker.check(withSource(project, bytes), options);
  return [
    ...syntaxProblems(prover.parse, project.source, bytes, edits),
    ...(countOf(after, finding) < countOf(before, finding) ? [] : ["the finding is still there"]),
    ...newFindings(before, after).map((text) => `new: ${text}`),
  ];
}

function proveAll(
  prover: Prover,
  project: ConnectorProject,
  before: ProjectResult,
  fixes: readonly Fix[],
  allowed: Fix["safety"],
): readonly string[] {
  const edits = compatibleFixes(fixes).flatMap((fix) => fix.edits);
  const bytes = applyEdits(project.source, edits);
  if (!bytes) return ["their edits overlap"];
  const fixed = fixProject(prover.checker, project, options, allowed);
  return [
    ...syntaxProblems(prover.parse, project.source, bytes, edits),
    ...fixed.result.findings
      .filter(({ fix }) => fix && (allowed === "unsafe" || fix.safety === "safe"))
      .map(({ ruleId, path }) => `not fixed: ${ruleId} at ${path}`),
    ...newFindings(before, fixed.result).map((text) => `new: ${text}`),
  ];
}

function syntaxProblems(
  parse: RubyParser,
  before: Uint8Array,
  after: Uint8Array,
  edits: readonly Edit[],
): readonly string[] {
  const old = parse(decode(before));
  const fresh = parse(decode(after));
  if (!old || !fresh || fresh.errors.length > 0) return ["the file no longer parses"];
  return changedElsewhere(old.value, fresh.value, edits).slice(0, 5);
}

/** Findings by rule, place in the model and message, as a baseline tells them apart. */
function newFindings(before: ProjectResult, after: ProjectResult): readonly string[] {
  const left = new Map<string, number>();
  for (const finding of before.findings) left.set(nameOf(finding), (left.get(nameOf(finding)) ?? 0) + 1);
  return after.findings
    .filter((finding) => {
      const count = left.get(nameOf(finding)) ?? 0;
      left.set(nameOf(finding), count - 1);
      return count <= 0;
    })
    .map(({ ruleId, path, message }) => `${ruleId} at ${path}: ${message}`);
}

function countOf({ findings }: ProjectResult, finding: Finding): number {
  return findings.filter((one) => nameOf(one) === nameOf(finding)).length;
}

function nameOf({ ruleId, path, message }: Finding): string {
  return JSON.stringify([ruleId, path, message]);
}

function withSource(project: ConnectorProject, source: Uint8Array): ConnectorProject {
  const name = project.file.slice(project.file.lastIndexOf("/") + 1);
  const files = project.files && new Map([...project.files, [name, { size: source.length, bytes: source }]]);
  return { ...project, source, files };
}

/** As the parser counts bytes: a byte order mark stays. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
