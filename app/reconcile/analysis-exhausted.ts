import { createHash } from "node:crypto";
import type { CheckOptions, ProjectResult } from "../../checks/checker.ts";
import { toReportFinding } from "../../checks/engine/report-findings.ts";
import { type Finding, isAtLeast } from "../../checks/engine/finding.ts";
import type { ConnectorProject } from "../../checks/project.ts";
import { createSourceText } from "../../checks/ruby/source.ts";

/** The id of the one finding of a connector that was too much; like a defect of ours, it belongs to no rule. */
export const analysisLimitId = "analysis-limit";

/** What is said of a connector whose analysis had to be stopped: nothing is known of it, and that does not pass. */
export function exhaustedResult(
  project: ConnectorProject,
  { failOn }: CheckOptions,
  limit: string,
): ProjectResult {
  const finding: Finding = {
    ruleId: analysisLimitId,
    severity: "error",
    message: `The analysis of this connector needed more than ${limit} and was stopped, so nothing else is known of it.`,
    file: project.file,
    span: null,
    path: null,
    fix: null,
  };
  const source = createSourceText(project.source);
  const sources = new Map([[project.file, source]]);
  return {
    findings: [finding],
    sources,
    report: {
      path: project.path,
      file: project.file,
      title: null,
      sha256: createHash("sha256").update(project.source).digest("hex"),
      lines: source.lineCount(),
      verdict: failOn !== "never" && isAtLeast(finding.severity, failOn) ? "fail" : "pass",
      counts: { error: 1, warning: 0, notice: 0 },
      findings: [toReportFinding(finding, sources)],
      waivers: [],
    },
  };
}
