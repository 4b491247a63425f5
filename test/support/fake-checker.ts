import { Buffer } from "node:buffer";
import type { Finding, Family, Severity } from "../../checks/engine/finding.ts";
import type { RuleCatalogue, RuleInfo } from "../../checks/engine/rule-info.ts";
import { toReportFinding } from "../../checks/engine/report-findings.ts";
import type { ProjectReport, ReportFinding } from "../../checks/report/report.ts";
import { createSourceText, type SourceText } from "../../checks/ruby/source.ts";
import type { Analysis } from "../../app/reconcile/analysis.ts";

/**
 * Checks that find what the text tells them to: each line `!error usability/field-hint The message` is a finding of
 * that line. A line `!error usability/field-hint old => new` comes with a safe fix that puts `new` in place of it.
 */
export function fakeChecker(): Analysis {
  return {
    names: () => null,
    inspect: () => null,
    isConnector: (source) => Buffer.from(source).toString().startsWith("{ connector"),
    check(project) {
      const source = createSourceText(project.source);
      const sources = new Map([[project.file, source]]);
      const findings = findingsOf(project.file, source);
      return { report: reportOf(project.file, source, findings, sources), findings, sources };
    },
  };
}

function findingsOf(file: string, source: SourceText): Finding[] {
  const findings: Finding[] = [];
  for (let line = 1; line <= source.lineCount(); line++) {
    const text = source.line(line);
    const [, severity, ruleId = "", message = ""] =
      /^\s*!(error|warning|notice) (\S+) (.*)$/.exec(text) ?? [];
    if (severity === undefined) continue;
    const start = source.lineStart(line);
    const span = { start, end: start + Buffer.byteLength(text) };
    const replacement = / => (.*)$/.exec(message)?.[1];
    findings.push({
      ruleId,
      severity: severity as Severity,
      message,
      file,
      span,
      path: null,
      fix:
        replacement === undefined
          ? null
          : { title: "Say it better", safety: "safe", edits: [{ span, text: replacement }] },
    });
  }
  return findings;
}

function reportOf(
  file: string,
  source: SourceText,
  found: readonly Finding[],
  sources: ReadonlyMap<string, SourceText>,
): ProjectReport {
  const findings = found.map((finding) => toReportFinding(finding, sources));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    path: file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".",
    file,
    title: /title: '([^']*)'/.exec(Buffer.from(source.bytes).toString())?.[1] ?? null,
    sha256: "0".repeat(64),
    lines: source.lineCount(),
    verdict: count("error") > 0 ? "fail" : "pass",
    counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
    findings,
    waivers: [],
  };
}

/** One finding as reports have it; `details` says what matters to a test. */
export function reportFinding(details: Partial<ReportFinding> = {}): ReportFinding {
  return {
    ruleId: "usability/field-hint",
    family: "usability",
    severity: "warning",
    message: "Field `name` has no `hint`.",
    file: "connector.rb",
    start: { line: 2, column: 3 },
    end: { line: 2, column: 9 },
    path: null,
    fixable: false,
    url: "https://example.com/rules/field-hint",
    ...details,
  };
}

export function projectReport(
  findings: readonly ReportFinding[],
  details: Partial<ProjectReport> = {},
): ProjectReport {
  return {
    path: ".",
    file: "connector.rb",
    title: "Shop",
    sha256: "0".repeat(64),
    lines: 10,
    verdict: "pass",
    counts: { error: 0, warning: 0, notice: 0 },
    findings,
    waivers: [],
    ...details,
  };
}

/** A catalogue with one rule of each id. */
export function fakeRules(...ids: readonly string[]): RuleCatalogue {
  return new Map(ids.map((id) => [id, ruleInfo(id)]));
}

function ruleInfo(id: string): RuleInfo {
  return {
    id,
    family: id.slice(0, id.indexOf("/")) as Family,
    severity: "warning",
    confidence: "high",
    since: "0.1.0",
    fix: null,
    docs: { summary: "Is good.", why: "It matters.", remedy: "Mend it.", sources: [] },
  };
}
