import type { ProjectResult } from "../checker.ts";
import type { Finding, Fix, RelatedPlace } from "../engine/finding.ts";
import { infoOf } from "../engine/own-findings.ts";
import type { RuleCatalogue } from "../engine/rule-info.ts";
import { countOf, describeCounts, sumCounts, toNumber } from "./counts.ts";
import { displayWidth, wrapText } from "./display.ts";
import { shorten, toOneLine } from "./escape.ts";
import type { ProjectReport, ReportFinding } from "./report.ts";
import type { SourceText } from "../ruby/source.ts";
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
  blocks.push(summary(results, options));
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
  lines.push(
    " ".repeat(gutter) + place(finding, detail?.span === null && detail.line === undefined, options),
  );
  if (source && span) {
    lines.push(
      ...renderSnippet(source, span, {
        style,
        paint: (text) => paint(style.bold(text)),
        width: options.width,
      }),
    );
  }

  const seen = source ? relatedNotes(finding.file, detail?.related ?? [], source) : [];
  for (const [label, text] of [...seen, ...notes(finding, detail?.fix ?? null, told, options.rules)]) {
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

/** Where else to look. */
function relatedNotes(file: string, related: readonly RelatedPlace[], source: SourceText): readonly Note[] {
  return related.map(({ span, message }) => {
    const { line, column } = source.position(span.start);
    return ["see", `${file}:${line}:${column}: ${shorten(toOneLine(message), longestMessage)}`];
  });
}

function notes(
  finding: ReportFinding,
  fix: Fix | null,
  told: ReadonlySet<string>,
  rules: RuleCatalogue,
): readonly Note[] {
  const docs = infoOf(rules, finding.ruleId)?.docs;
  if (!docs) return [];
  if (told.has(finding.ruleId)) return [["docs", finding.url]];
  return [
    ["why", docs.why],
    ["fix", docs.remedy + fixHint(fix)],
    ["docs", finding.url],
  ];
}

function fixHint(fix: Fix | null): string {
  if (!fix) return "";
  return fix.safety === "safe" ? " `--fix` does it for you." : " `--fix-unsafe` does it, for you to look at.";
}

function note(label: string, text: string, gutter: number, { style, width }: TextOptions): readonly string[] {
  const indent = gutter + 3 + label.length + 2;
  const lines = wrapText(toOneLine(text), Math.min(width, proseWidth) - indent);
  const head = `${" ".repeat(gutter)} ${style.blue("=")} ${style.bold(`${label}:`)} `;
  return lines.map((line, index) => (index === 0 ? head + line : " ".repeat(indent) + line));
}

function summary(results: readonly ProjectResult[], options: TextOptions): string {
  const projects = results.map(({ report }) => report);
  const lines = results.flatMap((result) => [
    projectLine(result, options.style),
    ...waiverLines(result, options),
  ]);
  if (projects.length > 1) lines.push("", total(projects, options.style));
  return lines.join("\n");
}

function projectLine({ report, findings }: ProjectResult, style: Style): string {
  const { verdict, file, title, counts, baseline } = report;
  const paint = verdict === "pass" ? style.green : style.red;
  const name = title === null ? "" : style.dim(` (${shorten(toOneLine(title), 60)})`);
  const fixable = findings.filter(({ fix }) => fix?.safety === "safe").length;
  const notes = [
    ...(baseline
      ? [`${toNumber(baseline.fixed.length)} fixed, ${toNumber(baseline.unchanged.length)} as before`]
      : []),
    ...(fixable > 0 ? [`${toNumber(fixable)} fixable with --fix`] : []),
  ];
  const found = baseline && findings.length > 0 ? `${describeCounts(counts)}, new` : describeCounts(counts);
  const rest = notes.length === 0 ? "" : ` ${style.dim(`(${notes.join("; ")})`)}`;
  const none = baseline && findings.length === 0 ? "nothing new" : found;
  return `${paint(style.bold(verdict))} ${style.bold(toOneLine(file))}${name}: ${none}${rest}`;
}

/** What was set aside, for reviewers to see. */
function waiverLines({ report }: ProjectResult, { style }: TextOptions): readonly string[] {
  return report.waivers.map(({ ruleId, file, line, reason, state, count }) => {
    const what = state === "used" ? countOf(count, "finding") : state.replace("-", " ");
    const why = reason === null ? "" : `: ${shorten(toOneLine(reason), 200)}`;
    const word = state === "used" ? "waived" : "waiver";
    return style.dim(`     ${word} ${toOneLine(ruleId)} at ${toOneLine(file)}:${line} (${what})${why}`);
  });
}

function total(projects: readonly ProjectReport[], style: Style): string {
  const failed = projects.filter((project) => project.verdict === "fail").length;
  const verdicts = failed === 0 ? style.green("all pass") : style.red(`${toNumber(failed)} fail`);
  return `${style.bold(countOf(projects.length, "connector"))}, ${verdicts}: ${describeCounts(sumCounts(projects))}`;
}
