import type { SourceText, Span } from "../ruby/source.ts";
import { byteLength } from "../text/bytes.ts";
import type { Edit } from "./finding.ts";

/** Removes a piece of code with the lines that hold nothing else. */
export function removeWithLines(source: SourceText, span: Span): Edit {
  const first = source.lineOf(span.start);
  const last = source.lineOf(span.end);
  const start = source.lineStart(first);
  const end = source.lineStart(last + 1);
  const alone =
    source.slice({ start, end: span.start }).trim() === "" &&
    source.slice({ start: span.end, end }).trim() === "";
  return { span: alone ? { start, end } : span, text: "" };
}

/** Removes one pair of a hash literal together with its comma. */
export function removePair(source: SourceText, span: Span, hash: Span): Edit {
  const after = /^\s*,[ \t]*/u.exec(source.slice({ start: span.end, end: hash.end }))?.[0];
  if (after !== undefined) {
    const edit = removeWithLines(source, { start: span.start, end: span.end + byteLength(after) });
    return edit;
  }
  const before = /,\s*$/u.exec(source.slice({ start: hash.start, end: span.start }))?.[0] ?? "";
  return { span: { start: span.start - byteLength(before), end: span.end }, text: "" };
}

/** An entry such as `of: 'object'`, or one whose value is a hash. */
export type Entry = string | { readonly key: string; readonly entries: readonly string[] };

/** Puts an entry of a hash literal behind another one: on a line of its own where entries have lines of their own. */
export function entryAfter(source: SourceText, place: Span, entry: string): Edit {
  return entriesAfter(source, place, [entry]);
}

/** Puts several entries there, and those of hashes in them on lines of their own likewise. */
export function entriesAfter(source: SourceText, { start, end }: Span, entries: readonly Entry[]): Edit {
  const next = source.lineStart(source.lineOf(end) + 1);
  const rest = source.slice({ start: end, end: next });
  const line = /^,?[ \t]*[})\]]*,?$/u.test(rest.trimEnd()) ? ownLine(source, start, end) : null;
  return {
    span: { start: end, end },
    text: entries.map((entry) => `,${line ?? " "}${written(entry, line)}`).join(""),
  };
}

function written(entry: Entry, line: string | null): string {
  if (typeof entry === "string") return entry;
  const [inner, outer] = line === null ? [" ", " "] : [`${line}  `, line];
  return `${entry.key}: {${inner}${entry.entries.join(`,${inner}`)}${outer}}`;
}

/** Puts an entry of a hash literal in front of another one, likewise. */
export function entryBefore(source: SourceText, { start }: Span, entry: string): Edit {
  return { span: { start, end: start }, text: `${entry},${ownLine(source, start, start) ?? " "}` };
}

/** A line break and the indentation of an entry that begins its line; null for any other, and near a heredoc. */
function ownLine(source: SourceText, start: number, end: number): string | null {
  const line = source.lineOf(start);
  const lineStart = source.lineStart(line);
  const indent = source.slice({ start: lineStart, end: start });
  const whole = source.slice({ start: lineStart, end: source.lineStart(source.lineOf(end) + 1) });
  if (!/^[ \t]*$/u.test(indent) || whole.includes("<<")) return null;
  return (whole.endsWith("\r\n") ? "\r\n" : "\n") + indent;
}
