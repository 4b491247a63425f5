import { families, type Family, severities, type Severity } from "../engine/finding.ts";
import { infoOf } from "../engine/own-findings.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { countOf, describeCounts, sumCounts, toNumber } from "./counts.ts";
import { markdownCode, markdownMessage, escapeMarkdown, shorten } from "./escape.ts";
import { worstFirst } from "./order.ts";
import type { ProjectReport, Report, ReportFinding } from "./report.ts";
import { addTo } from "../groups.ts";

export interface MarkdownOptions {
  readonly rules: RuleCatalogue;
  /** The address of a line of a file, where the files are on the web. */
  readonly link?: (file: string, line: number) => string;
  /** The most UTF-16 units of the whole text; findings that no longer fit are counted at the end. */
  readonly maxLength?: number;
}

/** GitHub takes up to 1 MiB of job summary in a step; three bytes a unit is the most that UTF-8 needs. */
const defaultMaxLength = 340_000;

const longestMessage = 500;

const icons: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", notice: "ℹ️" };

export const familyNames: Readonly<Record<Family, string>> = {
  structure: "Structure",
  guidelines: "Guidelines",
  security: "Security",
  usability: "Usability",
  listing: "Listing",
};

/** The report for a job summary or a check: a table by family, then the findings of each connector by rule. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const limit = (options.maxLength ?? defaultMaxLength) - 200;
  let text = heading(report);
  let left = 0;
  for (const block of report.projects.flatMap((project) => projectBlocks(project, options))) {
    // What comes later may be shorter, but a list with gaps would mislead.
    if (left > 0 || text.length + block.text.length > limit) left += block.findings;
    else text += block.text;
  }
  if (left > 0) text += `\n${countOf(left, "more finding")} did not fit here; the report has them all.\n`;
  return text;
}

function heading(report: Report): string {
  const { projects } = report;
  const failed = projects.filter((project) => project.verdict === "fail").length;
  const counts = describeCounts(sumCounts(projects));
  const scope = projects.length === 1 ? "" : ` in ${countOf(projects.length, "connector")}`;
  const findings = projects.flatMap((project) => project.findings);
  return `## ${failed > 0 ? "❌" : "✅"} Connector Gate: ${counts}${scope}\n\n${familyTable(findings)}`;
}

function familyTable(findings: readonly ReportFinding[]): string {
  const rows = families.map((family) => {
    const ofFamily = findings.filter((finding) => finding.family === family);
    const cells = severities.map(
      (severity) => ofFamily.filter((finding) => finding.severity === severity).length,
    );
    return `| ${familyNames[family]} | ${cells.join(" | ")} |`;
  });
  return `| Family | Errors | Warnings | Notices |\n| :-- | --: | --: | --: |\n${rows.join("\n")}\n`;
}

/** A piece of text that is shown whole or not at all, and how many findings it shows. */
interface Block {
  readonly text: string;
  readonly findings: number;
}

function projectBlocks(project: ProjectReport, options: MarkdownOptions): readonly Block[] {
  const blocks: Block[] = [{ text: projectHeading(project), findings: 0 }];
  for (const [ruleId, findings] of byRule(project.findings)) {
    const lines = findings.map((finding) => findingLine(finding, options));
    // The first finding stays with its rule's heading.
    blocks.push({ text: ruleHeading(ruleId, findings, options.rules) + lines[0]!, findings: 1 });
    for (const text of lines.slice(1)) blocks.push({ text, findings: 1 });
  }
  if (project.baseline) blocks.push({ text: baselineLine(project.baseline), findings: 0 });
  if (project.waivers.length > 0) blocks.push({ text: waiverTable(project), findings: 0 });
  return blocks;
}

function baselineLine({ unchanged, fixed }: NonNullable<ProjectReport["baseline"]>): string {
  return `\nNew findings only: ${countOf(unchanged.length, "finding")} as before, ${fixed.length} fixed.\n`;
}

/** Reviewers see everything that was set aside, and why. */
function waiverTable({ waivers }: ProjectReport): string {
  const rows = waivers.slice(0, 100).map(({ ruleId, file, line, reason, state, count }) => {
    const what = state === "used" ? countOf(count, "finding") : state.replace("-", " ");
    const why = reason === null ? "" : escapeMarkdown(shorten(reason, 300));
    return `| ${markdownCode(ruleId)} | ${markdownCode(`${shorten(file, 200)}:${line}`)} | ${what} | ${why} |`;
  });
  return `\n#### Waivers\n\n| Rule | Where | Sets aside | Reason |\n| :-- | :-- | :-- | :-- |\n${rows.join("\n")}\n`;
}

function projectHeading(project: ProjectReport): string {
  const icon = project.verdict === "fail" ? "❌" : "✅";
  const title = project.title === null ? "" : ` ${escapeMarkdown(shorten(project.title, 80))}`;
  return `\n### ${icon}${title} ${markdownCode(project.file)}: ${describeCounts(project.counts)}\n`;
}

/** Rules with their findings, the worst rule first. */
function byRule(findings: readonly ReportFinding[]): ReadonlyMap<string, readonly ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of worstFirst(findings)) addTo(groups, finding.ruleId, finding);
  return groups;
}

function ruleHeading(ruleId: string, findings: readonly ReportFinding[], rules: RuleCatalogue): string {
  const { severity, url } = findings[0]!;
  const docs = infoOf(rules, ruleId)?.docs;
  const prose = docs ? `${docs.why} **Fix:** ${docs.remedy}\n\n` : "";
  const count = findings.length > 1 ? ` (${toNumber(findings.length)})` : "";
  return `\n#### ${icons[severity]} ${severity} [${escapeMarkdown(ruleId)}](${url})${count}\n\n${prose}`;
}

function findingLine(finding: ReportFinding, { link, rules }: MarkdownOptions): string {
  const place = markdownCode(`${shorten(finding.file, 200)}:${finding.start.line}`);
  const fix = infoOf(rules, finding.ruleId)?.fix === "safe" ? "safe" : "unsafe";
  const linked = link ? `[${place}](${link(finding.file, finding.start.line)})` : place;
  return `- ${linked} ${markdownMessage(shorten(finding.message, longestMessage))}${finding.fixable ? ` *(${fix} fix)*` : ""}\n`;
}
