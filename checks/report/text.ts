import type { ProjectResult } from "../checker.ts";
import type { Finding } from "../engine/finding.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { countOf, describeCounts, sumCounts } from "./counts.ts";
import { displayWidth, wrapText } from "./display.ts";
import { shorten, toOneLine } from "./escape.ts";
import type { ProjectReport, ReportFinding } from "./report.ts";
import { gutterWidth, renderSnippet } from "./snippet.ts";
import { severityPaint, type Style } from "./style.ts";

export interface TextOptions {
  readonly rules: RuleCatalogue;
  readonly style: Style;
  /** The width of the terminal, in columns. */
  readonly width: number;
}

/** Longer messages are cut: the names in them are the connector's, of any length. */
const longestMessage = 600;

/** Prose is hard to read in wider lines. */
const proseWidth = 100;

/**
 * The report for people: each finding with its place, source and reason, grouped by file, and a summary. What a
 * rule is about is told once, at its first finding.
 */
export function renderText(results: readonly ProjectResult[], options: TextOptions): string {
  const told = new Set<string>();
  const files = new Set(results.flatMap(({ report }) => report.findings.map((finding) => finding.file)));
  const blocks: string[] = [];
  for (const result of results) {
    let file: string | null = null;
    for (const [index, finding] of result.report.findings.entries()) {
      if (files.size > 1 && finding.file !== file) blocks.push(fileHeading(finding.file, options));
      file = finding.file;
      blocks.push(findingBlock(finding, result.findings[index], result, told, options));
    }
  }
  blocks.push(
    summary(
      results.map(({ report }) => report),
      options,
    ),
  );
  return `${blocks.join("\n\n")}\n`;
}

function fileHeading(file: string, { style, width }: TextOptions): string {
  const name = toOneLine(file);
  const line = "─".repeat(Math.max(3, Math.min(width, proseWidth) - displayWidth(name) - 4));
  return `${style.dim("──")} ${style.bold(name)} ${style.dim(line)}`;
}

function findingBlock(
  finding: ReportFinding,
  detail: Finding | undefined,
  { sources }: ProjectResult,
  told: Set<string>,
  options: TextOptions,
): string {
  const { style } = options;
  const paint = severityPaint(finding.severity, style);
  const message = shorten(toOneLine(finding.message), longestMessage);
  const lines = [
    `${paint(style.bold(`${finding.severity}[${finding.ruleId}]`))}${style.bold(`: ${message}`)}`,
  ];

  const source = sources.get(finding.file);
  const span = detail?.span ?? null;
  const gutter = source && span ? gutterWidth(finding.end.line) : 1;
  lines.push(" ".repeat(gutter) + place(finding, detail?.span === null, options));
  if (source && span) {
    lines.push(
      ...renderSnippet(source, span, {
        style,
        paint: (text) => paint(style.bold(text)),
        width: options.width,
      }),
    );
  }

  for (const [label, text] of notes(finding, told, options.rules)) {
    lines.push(...note(label, text, gutter, options));
  }
  told.add(finding.ruleId);
  return lines.join("\n");
}

function place({ file, start, path }: ReportFinding, isWholeFile: boolean, { style }: TextOptions): string {
  const within = path === null ? "" : style.dim(` in ${shorten(toOneLine(path), 120)}`);
  const position = isWholeFile ? "" : `:${start.line}:${start.column}`;
  return `${style.blue("-->")} ${toOneLine(file)}${position}${within}`;
}

type Note = readonly [label: string, text: string];

function notes(finding: ReportFinding, told: ReadonlySet<string>, rules: RuleCatalogue): readonly Note[] {
  const docs = rules.get(finding.ruleId)?.docs;
  const fixable = finding.fixable ? " `--fix` does it for you." : "";
  if (!docs || told.has(finding.ruleId)) return [["docs", finding.url]];
  return [
    ["why", docs.why],
    ["fix", docs.remedy + fixable],
    ["docs", finding.url],
  ];
}

function note(label: string, text: string, gutter: number, { style, width }: TextOptions): readonly string[] {
  const indent = gutter + 3 + label.length + 2;
  const lines = wrapText(toOneLine(text), Math.min(width, proseWidth) - indent);
  const head = `${" ".repeat(gutter)} ${style.blue("=")} ${style.bold(`${label}:`)} `;
  return lines.map((line, index) => (index === 0 ? head + line : " ".repeat(indent) + line));
}

function summary(projects: readonly ProjectReport[], options: TextOptions): string {
  const lines = projects.map((project) => projectLine(project, options.style));
  if (projects.length > 1) lines.push("", total(projects, options.style));
  return lines.join("\n");
}

function projectLine(project: ProjectReport, style: Style): string {
  const passed = project.verdict === "pass";
  const verdict = passed ? style.green(style.bold("pass")) : style.red(style.bold("fail"));
  const title = project.title === null ? "" : style.dim(` (${shorten(toOneLine(project.title), 60)})`);
  return `${verdict} ${style.bold(toOneLine(project.file))}${title}: ${countsLine(project, style)}`;
}

function countsLine(project: ProjectReport, style: Style): string {
  const fixable = project.findings.filter((finding) => finding.fixable).length;
  const counts = describeCounts(project.counts);
  return fixable === 0
    ? counts
    : `${counts} ${style.dim(`(${fixable.toLocaleString("en-US")} fixable with --fix)`)}`;
}

function total(projects: readonly ProjectReport[], style: Style): string {
  const failed = projects.filter((project) => project.verdict === "fail").length;
  const verdicts =
    failed === 0 ? style.green("all pass") : style.red(`${failed.toLocaleString("en-US")} fail`);
  return `${style.bold(countOf(projects.length, "connector"))}, ${verdicts}: ${describeCounts(sumCounts(projects))}`;
}
