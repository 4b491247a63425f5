import { severities } from "../../checks/engine/finding.ts";
import { countOf, toNumber } from "../../checks/report/counts.ts";
import { escapeUnseen, toOneLine } from "../../checks/report/escape.ts";
import { renderSnippet } from "../../checks/report/snippet.ts";
import { createStyle } from "../../checks/report/style.ts";
import { codeBlock, table } from "../docs/markdown.ts";
import { type Drawn, type Found, severitiesOf } from "./draw.ts";

/** How the findings are shown to whoever reads them. */
export interface SheetOptions {
  readonly format: "text" | "markdown";
  /** How many lines before and after the finding's own are shown. */
  readonly context: number;
  readonly width: number;
}

const style = createStyle(false);

/** The findings to be read, one after another, each with its place, message and source. */
export function renderSheet(drawn: readonly Drawn[], options: SheetOptions): string {
  const blocks = drawn
    .filter(({ total }) => total > 0)
    .flatMap((one) => [heading(one), ...one.sample.map((found, index) => entry(found, index + 1, options))]);
  return `${blocks.join("\n\n")}\n`;
}

function heading(drawn: Drawn): string {
  const { rule, total, sample } = drawn;
  const facts = `${severitiesOf(drawn).join(", ")}; ${rule.confidence} confidence`;
  return `## ${rule.id} (${facts}): ${toNumber(sample.length)} of ${countOf(total, "finding")}\n\n${rule.docs.summary}`;
}

function entry(found: Found, number: number, options: SheetOptions): string {
  const { finding, file } = found;
  const line = placeOf(found);
  const within = finding.path === null ? "" : ` in ${toOneLine(finding.path)}`;
  const code = snippet(found, options);
  const message = toOneLine(finding.message);
  if (options.format === "text") {
    return [`${number}. [${finding.severity}] ${file}${line}${within}`, message, ...code]
      .join("\n   ")
      .trimEnd();
  }
  const head = `- [ ] ${number}. **${finding.severity}** \`${file}${line}\`${within}: ${message}`;
  if (code.length === 0) return head;
  return `${head}\n\n${codeBlock("text", code.join("\n")).replaceAll(/^/gm, "  ")}`;
}

function placeOf({ finding: { span }, source }: Found): string {
  if (!span || !source) return "";
  const { line, column } = source.position(span.start);
  return `:${line}:${column}`;
}

/** The finding's lines, underlined, with some around them. */
function snippet({ finding: { span }, source }: Found, { context, width }: SheetOptions): readonly string[] {
  if (!span || !source) return [];
  const first = source.position(span.start).line;
  const last = source.position(span.end).line;
  const gutter = String(last + context).length;
  const around = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
      .filter((line) => line >= 1 && line <= source.lineCount())
      .map((line) => `${String(line).padStart(gutter)} | ${shown(source.line(line), width - gutter - 6)}`);
  const own = renderSnippet(source, span, { style, paint: (text) => text, width: width - 3 });
  const pad = " ".repeat(gutter - String(last).length);
  return [
    ...around(first - context, first - 1),
    // The first line of a snippet is empty, to set it off.
    ...own.slice(1).map((line) => pad + line),
    ...around(last + 1, last + context),
  ];
}

function shown(line: string, width: number): string {
  const text = escapeUnseen(line.replaceAll("\t", "  "));
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

/** How often each rule fired, and which never did, so that nothing is known of their precision. */
export function renderCounts(drawn: readonly Drawn[]): string {
  const firing = drawn.filter(({ total }) => total > 0);
  const rows = firing.map((one) => [
    one.rule.id,
    severitiesOf(one).join(", "),
    toNumber(one.total),
    toNumber(one.sample.length),
  ]);
  const totals = severities.map((severity) =>
    countOf(
      firing.reduce((sum, { counts }) => sum + counts[severity], 0),
      severity,
    ),
  );
  const silent = drawn.filter(({ total }) => total === 0).map(({ rule }) => `\`${rule.id}\``);
  return [
    table(["Rule", "Severity", "Findings", "Drawn"], rows),
    `${countOf(firing.length, "rule")} fired: ${totals.join(", ")}.`,
    ...(silent.length > 0 ? [`${countOf(silent.length, "rule")} never fired: ${silent.join(", ")}.`] : []),
    "",
  ].join("\n\n");
}
