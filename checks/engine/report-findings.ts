import type { ReportFinding, ReportWaiver } from "../report/report.ts";
import type { SourceText } from "../ruby/source.ts";
import { compareSeverity, type Family, type Finding } from "./finding.ts";
import { ruleUrl } from "./rule-info.ts";
import type { ReviewedWaiver } from "./waivers.ts";

/** The order of findings in a report: by file, place, severity, rule and message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareTexts(a.file, b.file) ||
    (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
    (a.span?.end ?? -1) - (b.span?.end ?? -1) ||
    compareSeverity(a.severity, b.severity) ||
    compareTexts(a.ruleId, b.ruleId) ||
    compareTexts(a.message, b.message)
  );
}

/** By code units, so that the order is the same everywhere. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A finding as reports show it: lines and columns instead of bytes. One without a place is at the file's start. */
export function toReportFinding(finding: Finding, sources: ReadonlyMap<string, SourceText>): ReportFinding {
  const source = sources.get(finding.file);
  const { span } = finding;
  const start = span && source ? source.position(span.start) : { line: finding.line ?? 1, column: 1 };
  const end = span && source ? source.position(span.end) : start;
  return {
    ruleId: finding.ruleId,
    family: familyOf(finding.ruleId),
    severity: finding.severity,
    message: finding.message,
    file: finding.file,
    start,
    end,
    path: finding.path,
    fixable: finding.fix !== null,
    url: ruleUrl(finding.ruleId),
  };
}

export function toReportWaiver(waiver: ReviewedWaiver): ReportWaiver {
  const { ruleId, source, file, line, reason, until, state, count } = waiver;
  return { ruleId, source, file, line, reason, until, state, count };
}

function familyOf(ruleId: string): Family {
  const slash = ruleId.indexOf("/");
  return slash === -1 ? "structure" : (ruleId.slice(0, slash) as Family);
}
