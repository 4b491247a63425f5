/** A finding that an example expects: the message, and the text range in characters; null for the file as a whole. */
export interface Expectation {
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly length: number | null;
}

/** Takes apart an example in which carets under a line mark a span, and a word after them names the message. */
export function readAnnotations(annotated: string): { source: string; expected: Expectation[] } {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of annotated.split("\n")) {
    const match = /^(?<indent>[ \t]*)(?<carets>\^+) (?<message>[A-Za-z]+)$/.exec(line);
    if (match?.groups) {
      const { indent = "", carets = "", message = "" } = match.groups;
      expected.push({ message, line: lines.length, column: indent.length + 1, length: carets.length });
    } else {
      lines.push(line);
    }
  }
  return { source: lines.join("\n"), expected };
}
