import type { ParseResult } from "./parser.ts";
import type { SourceText, Span } from "./source.ts";

const CARRIAGE_RETURN = 0x0d;

export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Whether nothing else stands on its line. */
  readonly alone: boolean;
}

/** The `#` comments of a file, in source order. */
export function readComments(syntax: ParseResult, source: SourceText): Comment[] {
  return syntax.comments.map(({ start, end }) => {
    // Prism counts the first half of a Windows line break to a comment.
    const span = { start, end: source.bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end };
    const line = source.lineOf(span.start);
    const before = source.slice({ start: source.lineStart(line), end: span.start });
    return { span, text: source.slice(span), line, alone: before.trim() === "" };
  });
}
