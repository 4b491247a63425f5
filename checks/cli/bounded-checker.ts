import { createHash } from "node:crypto";
import type { Checker, CheckOptions, ProjectResult } from "../checker.ts";
import { type Finding, isAtLeast } from "../engine/finding.ts";
import { analysisLimitId } from "../engine/own-findings.ts";
import { toReportFinding } from "../engine/report-findings.ts";
import type { ConnectorProject } from "../project.ts";
import { createSourceText } from "../ruby/source.ts";
import { loadChecker } from "./load-checker.ts";
import { withinTime } from "./time-limit.ts";

export const analysisSeconds = 10;

/** Checks a project, or says that it took too long; a checker that was stopped is not used again. */
export type CheckBounded = (project: ConnectorProject, options: CheckOptions) => Promise<ProjectResult>;

export function createBoundedCheck(first: Checker, seconds: number = analysisSeconds): CheckBounded {
  let checker = first;
  return async (project, options) => {
    const done = withinTime(seconds * 1000, () => checker.check(project, options));
    if (done.ok) return done.value;
    checker = await loadChecker(project.source.length);
    return stoppedResult(project, options, seconds);
  };
}

export interface BoundedSearch {
  /** The checker to go on with; a new one after one had to be stopped. */
  checker(): Checker;
  /** Whether a file is a connector. One that cannot be told in time is taken for one, so that its check says why. */
  isConnector(bytes: Uint8Array): Promise<boolean>;
}

/** Tells connectors from other files, each within some time. */
export function createBoundedSearch(first: Checker, seconds: number = analysisSeconds): BoundedSearch {
  let checker = first;
  return {
    checker: () => checker,
    async isConnector(bytes) {
      const done = withinTime(seconds * 1000, () => checker.isConnector(bytes));
      if (done.ok) return done.value;
      checker = await loadChecker(bytes.length);
      return true;
    },
  };
}

/** Nothing is known of a connector whose check was stopped, and that does not pass. */
function stoppedResult(project: ConnectorProject, { failOn }: CheckOptions, seconds: number): ProjectResult {
  const finding: Finding = {
    ruleId: analysisLimitId,
    severity: "error",
    message: `Checking this connector takes more than ${seconds} seconds, so it was stopped, and nothing else is known of it.`,
    file: project.file,
    span: null,
    path: null,
    fix: null,
  };
  const source = createSourceText(project.source);
  const sources = new Map([[project.file, source]]);
  const fails = failOn !== "never" && isAtLeast(finding.severity, failOn);
  return {
    findings: [finding],
    sources,
    report: {
      path: project.path,
      file: project.file,
      title: null,
      sha256: createHash("sha256").update(project.source).digest("hex"),
      lines: source.lineCount(),
      verdict: fails ? "fail" : "pass",
      counts: { error: 1, warning: 0, notice: 0 },
      findings: [toReportFinding(finding, sources)],
      waivers: [],
    },
  };
}
