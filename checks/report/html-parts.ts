import type { Edit, Fix } from "../engine/finding.ts";
import { applyEdits } from "../engine/fix.ts";
import type { SourceText, Span } from "../ruby/source.ts";
import { toCells } from "./display.ts";
import { escapeHtml, shorten } from "./escape.ts";
import { markedLines } from "./snippet.ts";
import { compareLines, type Step, toLines } from "./unified-diff.ts";

/** HTML that may stand in a page as it is. Only `markup` and `prose` make it, out of templates of ours. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | null | Markup | readonly Markup[];

/** HTML from a template: every text that is put in is escaped, as content and in quoted attributes alike. */
export function markup(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = template[0]!;
  for (const [index, content] of contents.entries()) text += toText(content) + template[index + 1]!;
  return new Markup(text);
}

function toText(content: Content): string {
  if (content === null) return "";
  if (content instanceof Markup) return content.text;
  return typeof content === "object" ? content.map(({ text }) => text).join("") : escapeHtml(String(content));
}

/** A message or other prose, in which names stand in backticks. */
export function prose(text: string): Markup {
  return new Markup(escapeHtml(text).replace(/&#96;(.+?)&#96;/g, "<code>$1</code>"));
}

/** What fits into a column of the page; longer lines are cut around what is marked. */
const lineWidth = 110;

/** The source lines of a span, with the span marked. */
export function snippet(source: SourceText, span: Span): Markup {
  const lines = markedLines(source, span, lineWidth).map((line) => {
    if (line === null) return markup`<i>⋮</i>\n`;
    const marked = line.marked === null ? null : markup`<mark>${line.marked}</mark>`;
    return markup`<i>${line.line}</i>${line.before}${marked}${line.after}\n`;
  });
  return markup`<pre class="${lines.length > 1 ? "lines" : "line"}">${lines}</pre>\n`;
}

/** More than these are not read in passing. */
const mostHunks = 10;
const mostLines = 60;
const mostBytes = 6000;
const longestChange = 500;

interface Hunk {
  readonly edits: Edit[];
  readonly first: number;
  last: number;
}

/** The lines that a fix changes, with those around them; null where that is too much, or cannot be done. */
export function diff(source: SourceText, { edits }: Fix): Markup | null {
  const hunks = toHunks(source, edits);
  const steps = hunks.length > mostHunks ? [] : hunks.map((hunk) => compareHunk(source, hunk));
  if (steps.length === 0 || steps.includes(null)) return null;
  const parts = steps.map(
    (hunk, index) => markup`${index > 0 ? markup`<span>⋮</span>` : null}${hunk!.map(printStep)}`,
  );
  return markup`<pre class="diff">${parts}</pre>\n`;
}

function toHunks(source: SourceText, edits: readonly Edit[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const first = Math.max(1, source.lineOf(edit.span.start) - 1);
    const last = Math.min(source.lineCount(), source.lineOf(edit.span.end) + 1);
    const before = hunks.at(-1);
    if (before && first <= before.last + 1) {
      before.edits.push(edit);
      before.last = Math.max(before.last, last);
    } else hunks.push({ edits: [edit], first, last });
  }
  return hunks;
}

function compareHunk(source: SourceText, { edits, first, last }: Hunk): readonly Step[] | null {
  const start = source.lineStart(first);
  const end = source.lineStart(last + 1);
  const written = edits.reduce((sum, { text }) => sum + text.length, 0);
  if (last - first > mostLines || end - start + written > mostBytes) return null;
  const before = source.bytes.subarray(start, end);
  const after = applyEdits(
    before,
    edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text })),
  );
  const decoder = new TextDecoder();
  const lines = after && toLines(decoder.decode(after));
  return lines && lines.length <= mostLines ? compareLines(toLines(decoder.decode(before)), lines) : null;
}

function printStep([kind, line]: Step): Markup {
  const cells = toCells(shorten(line.replace(/\r?\n$/, ""), longestChange));
  const text = `${kind} ${cells.map((cell) => cell.text).join("")}`;
  if (kind === " ") return markup`<span>${text}</span>`;
  return kind === "-" ? markup`<del>${text}</del>` : markup`<ins>${text}</ins>`;
}
