import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import * as core from "@actions/core";

import type { Checker, ProjectResult } from "../checks/checker.ts";
import { type Severity, severities } from "../checks/engine/finding.ts";
import type { ConnectorProject } from "../checks/project.ts";
import { countOf, describeCounts, sumCounts } from "../checks/report/counts.ts";
import { toOneLine } from "../checks/report/escape.ts";
import { toCommand } from "../checks/report/github.ts";
import { renderJson } from "../checks/report/json.ts";
import { encodePath } from "../checks/report/markdown-parts.ts";
import { renderMarkdown } from "../checks/report/markdown.ts";
import { worstFirst } from "../checks/report/order.ts";
import type { Counts, Report } from "../checks/report/report.ts";
import { renderSarif } from "../checks/report/sarif.ts";
import { readSettings, type Settings } from "../checks/cli/settings.ts";
import { toReport } from "../checks/cli/write-report.ts";
import type { Inputs } from "./inputs.ts";
import { findProjects } from "./projects.ts";
import type { Tools } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import { writeReport } from "./write-report.ts";

/** GitHub shows so many annotations of a kind in a step. */
const shownAnnotations = 10;

export interface Checked {
  readonly checker: Checker;
  readonly projects: readonly CheckedProject[];
  readonly report: Report;
  readonly counts: Counts;
  readonly verdict: "pass" | "fail";
  /** Why it failed, in one line. */
  readonly reason: string;
  readonly hidden: Readonly<Record<Severity, number>>;
}

export interface CheckedProject {
  readonly project: ConnectorProject;
  readonly result: ProjectResult;
}

/** How the run is set: by the inputs, or else by the configuration of the checkout. */
export function readInputSettings(inputs: Inputs, context: RunContext): Promise<Settings> {
  const failOn = inputs["fail-on"];
  const options = failOn === undefined ? [] : [{ name: "fail-on", value: failOn }];
  return readSettings({ options, operands: inputs.paths }, context.workspace);
}

/** Checks the connectors that the settings name: annotations, report files and outputs. */
export async function checkProjects(
  { paths, options }: Settings,
  inputs: Inputs,
  context: RunContext,
  tools: Tools,
): Promise<Checked> {
  const { checker, projects: found } = await findProjects(context.workspace, paths);
  const projects = found.map((project) => ({ project, result: checker.check(project, options) }));
  const report = toReport(projects.map(({ result }) => result));
  const hidden = annotate(report, tools);
  await writeReports(report, projects, inputs, context, tools);
  for (const { verdict, file, counts } of report.projects) {
    core.info(`${verdict} ${toOneLine(file)}: ${describeCounts(counts)}`);
  }
  const counts = sumCounts(report.projects);
  const failed = report.projects.filter(({ verdict }) => verdict === "fail");
  const verdict = failed.length > 0 ? "fail" : "pass";
  core.setOutput("verdict", verdict);
  for (const severity of severities) core.setOutput(`${severity}s`, counts[severity]);
  const where = failed.length === 1 ? failed[0]!.file : countOf(failed.length, "connector");
  const reason = `${describeCounts(sumCounts(failed))} in ${where}; the step fails on ${options.failOn} or worse.`;
  return { checker, projects, report, counts, verdict, reason, hidden };
}

/** Annotates the worst findings of each kind and tells how many are left. */
function annotate(report: Report, { rules }: Tools): Checked["hidden"] {
  const findings = worstFirst(report.projects.flatMap((project) => project.findings));
  const seen = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) {
    if (++seen[finding.severity] > shownAnnotations) continue;
    process.stdout.write(`${toCommand(finding, rules)}\n`);
  }
  const hidden = (severity: Severity) => Math.max(0, seen[severity] - shownAnnotations);
  return { error: hidden("error"), warning: hidden("warning"), notice: hidden("notice") };
}

async function writeReports(
  report: Report,
  projects: readonly CheckedProject[],
  inputs: Inputs,
  context: RunContext,
  tools: Tools,
): Promise<void> {
  const folder = join(context.temporaryFolder, "connector-gate");
  await mkdir(folder, { recursive: true });
  const json = await writeReport(
    inputs["report-path"] ?? join(folder, "report.json"),
    renderJson(report),
    context.workspace,
  );
  core.setOutput("report-path", json);
  const sarif = await writeReport(
    inputs["sarif-path"] ?? join(folder, "report.sarif"),
    renderSarif(
      projects.map(({ result }) => result),
      tools.rules,
    ),
    context.workspace,
  );
  core.setOutput("sarif-path", sarif);
}

/** The report for the job summary, with what the annotations left out. */
export function describeReport({ report, hidden }: Checked, context: RunContext, { rules }: Tools): string {
  const { serverUrl, repository, sha } = context;
  const link = (file: string, line: number) =>
    `${serverUrl}/${repository}/blob/${sha}/${encodePath(file)}#L${line}`;
  const text = renderMarkdown(report, { rules, link });
  const left = describeCounts(hidden);
  if (left === "no findings") return text;
  return `${text}\nGitHub shows ${shownAnnotations} annotations of a kind in a step; ${left} more are only in this summary and the reports.\n`;
}
