import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Checker, CheckOptions, ProjectResult } from "../checker.ts";
import type { ConnectorProject } from "../project.ts";
import { type BaselineProject, compareFindings, namesOf, toComparedReport } from "../report/compare.ts";
import { toOneLine } from "../report/escape.ts";
import type { ReportFinding } from "../report/report.ts";
import { version } from "../version.ts";
import { describeFileError, readRegularFile } from "./read-file.ts";
import { UserError } from "./user-error.ts";

/** Connectors as they were before, by their files. */
export type Baseline = (file: string, isProject: boolean) => BaselineProject | null;

export const defaultBaselineFile = "connector-gate-baseline.json";

const maxBaselineBytes = 64 * 1024 * 1024;

/** Reads a baseline that `writeBaseline` wrote; a JSON report will do as well. */
export function readBaseline(root: string, file: string): Baseline {
  const read = readRegularFile(resolve(root, file), maxBaselineBytes);
  const shown = toOneLine(file);
  if (!read.ok)
    throw new UserError(`${shown}: ${read.problem}; \`connector-gate baseline create\` makes a baseline`);
  const projects = parseBaseline(Buffer.from(read.bytes).toString("utf8"));
  if (!projects)
    throw new UserError(`${shown}: not a baseline; \`connector-gate baseline create\` makes one`);
  return (connector) => projects.find((project) => project.file === connector) ?? null;
}

function parseBaseline(text: string): readonly BaselineProject[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value["schemaVersion"] !== 1 || !Array.isArray(value["projects"])) return null;
    return value["projects"].map(toBaselineProject);
  } catch {
    return null;
  }
}

function toBaselineProject(value: unknown): BaselineProject {
  if (!isRecord(value) || typeof value["file"] !== "string" || !Array.isArray(value["findings"]))
    throw new TypeError();
  const names: unknown = value["names"];
  return {
    file: value["file"],
    findings: value["findings"].filter(isFinding),
    names: Array.isArray(names) ? names.filter((name) => typeof name === "string") : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isFinding(value: unknown): value is ReportFinding {
  return isRecord(value) && typeof value["ruleId"] === "string" && typeof value["message"] === "string";
}

/** One checked connector, and what its baseline is made of. */
export interface CheckedProject {
  readonly project: ConnectorProject;
  readonly result: ProjectResult;
}

export function writeBaseline(
  root: string,
  file: string,
  checked: readonly CheckedProject[],
  checker: Checker,
): void {
  const projects = checked.map(({ project, result: { report } }) => ({
    path: report.path,
    file: report.file,
    names: namesOf(checker.inspect(project.file, project.source)),
    findings: report.findings,
  }));
  const baseline = { schemaVersion: 1, tool: { name: "connector-gate", version }, projects };
  try {
    writeFileSync(resolve(root, file), `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (error) {
    throw new UserError(`${toOneLine(file)}: cannot be written: ${describeFileError(error)}`);
  }
}

/** The result with only what is new since the baseline. */
export function compareWithBaseline(
  { project, result }: CheckedProject,
  before: BaselineProject | null,
  checker: Checker,
  failOn: CheckOptions["failOn"],
): ProjectResult {
  const names = namesOf(checker.inspect(project.file, project.source));
  const compared = compareFindings(before, result.report.findings, names);
  const fresh = new Set(compared.fresh);
  return {
    ...result,
    report: toComparedReport(result.report, compared, failOn),
    findings: result.findings.filter((_, index) => fresh.has(result.report.findings[index]!)),
  };
}
