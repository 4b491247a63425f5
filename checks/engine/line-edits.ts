import type { SourceText, Span } from "../ruby/source.ts";
import type { Edit } from "./finding.ts";

/** Removes a piece of code with the lines that hold nothing else. */
export function removeWithLines(source: SourceText, span: Span): Edit {
  const first = source.position(span.start).line;
  const last = source.position(span.end).line;
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

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
