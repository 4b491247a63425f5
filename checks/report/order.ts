import { compareSeverity } from "../engine/finding.ts";
import type { ReportFinding } from "./report.ts";

/** The findings with the worst first, otherwise in the order they have; for outputs that show only so many. */
export function worstFirst(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  return findings.toSorted((a, b) => compareSeverity(a.severity, b.severity));
}
