import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { escapeUnseen, shorten, toOneLine } from "../../checks/report/escape.ts";
import type { ReportFinding } from "../../checks/report/report.ts";
import type { Annotation } from "../github/check-runs.ts";

/** GitHub shows the title and message of an annotation as plain text. */
const maxTitle = 120;
const maxMessage = 2000;
const maxPath = 1000;

const levels = { error: "failure", warning: "warning", notice: "notice" } as const;

export function toAnnotation(finding: ReportFinding, rules: RuleCatalogue): Annotation {
  const { start } = finding;
  const end = lastPlace(finding);
  const docs = rules.get(finding.ruleId)?.docs;
  const paragraphs = [
    shorten(toOneLine(finding.message), maxMessage),
    ...(docs ? [`Why: ${docs.why}`, `How to fix: ${docs.remedy}`] : []),
    finding.url,
  ];
  return {
    path: shorten(finding.file, maxPath),
    startLine: start.line,
    endLine: end.line,
    columns: start.line === end.line ? { start: start.column, end: end.column } : null,
    level: levels[finding.severity],
    title: shorten(escapeUnseen(`${finding.severity}: ${finding.ruleId}`), maxTitle),
    message: paragraphs.join("\n\n"),
  };
}

/** The last place of a finding; reports give the place after it. */
function lastPlace({ start, end }: ReportFinding): { readonly line: number; readonly column: number } {
  if (end.line > start.line && end.column === 1) return { line: end.line - 1, column: 1 };
  return end.line === start.line ? { line: end.line, column: Math.max(start.column, end.column - 1) } : end;
}
