import { severities, type Severity } from "../engine/finding.ts";
import { infoOf } from "../engine/own-findings.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { countOf, describeCounts, sumCounts } from "./counts.ts";
import { escapeCommandData, escapeCommandProperty, shorten, toOneLine } from "./escape.ts";
import { worstFirst } from "./order.ts";
import type { Report, ReportFinding } from "./report.ts";

/** More than GitHub shows, for those who read the log; tens of thousands of lines would hide everything else in it. */
const mostOfAKind = 100;

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "notice" };

/**
 * The report as workflow commands, which GitHub Actions turns into annotations. GitHub shows the first ten of a
 * kind in a step, so the worst come first.
 */
export function renderGithub(report: Report, rules: RuleCatalogue): string {
  const findings = worstFirst(report.projects.flatMap((project) => project.findings));
  const shown = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity).slice(0, mostOfAKind),
  );
  const lines = shown.map((finding) => toCommand(finding, rules));
  const left = findings.length - shown.length;
  if (left > 0) lines.push(`${countOf(left, "more finding")}, of which other formats tell`);
  lines.push(
    `${countOf(report.projects.length, "connector")}: ${describeCounts(sumCounts(report.projects))}`,
  );
  return `${lines.join("\n")}\n`;
}

/** One finding as a workflow command. */
export function toCommand(finding: ReportFinding, rules: RuleCatalogue): string {
  const properties = Object.entries(commandProperties(finding)).map(
    ([name, value]) => `${name}=${escapeCommandProperty(String(value))}`,
  );
  return `::${commands[finding.severity]} ${properties.join(",")}::${escapeCommandData(commandMessage(finding, rules))}`;
}

function commandProperties({ file, start, end, ruleId }: ReportFinding): Record<string, string | number> {
  // Columns are only shown for a range within one line.
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  return { file, line: start.line, endLine: end.line, ...columns, title: ruleId };
}

function commandMessage(finding: ReportFinding, rules: RuleCatalogue): string {
  const docs = infoOf(rules, finding.ruleId)?.docs;
  const message = shorten(toOneLine(finding.message), 1000);
  return [message, docs?.why, docs?.remedy, finding.url].filter((line) => line !== undefined).join("\n");
}
