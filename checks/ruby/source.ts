/** A half-open range of byte offsets into a UTF-8 file, as Prism counts them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people and GitHub count it: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one file, with byte offsets converted to lines and columns on demand. */
export interface SourceText {
  readonly bytes: Uint8Array;
  readonly lineCount: number;
  /** The position of a byte offset. An offset inside a character counts as the start of that character. */
  position(offset: number): Position;
  /** The text of a line (from 1) without its line break; empty where there is no such line. */
  line(line: number): string;
  /** The byte offset of the start of a line (from 1). */
  lineStart(line: number): number;
  slice(span: Span): string;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The length of a UTF-8 byte order mark at the start of `bytes`: 3 or 0. */
export function byteOrderMarkLength(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
}

export function createSourceText(bytes: Uint8Array): SourceText {
  // Editors and GitHub do not show a byte order mark, so it takes no column.
  const decoder = new TextDecoder("utf-8");
  let starts: number[] | undefined;

  function lineStarts(): number[] {
    if (starts) return starts;
    starts = [0];
    for (let index = bytes.indexOf(LINE_FEED); index !== -1; index = bytes.indexOf(LINE_FEED, index + 1)) {
      starts.push(index + 1);
    }
    return starts;
  }

  function lineAt(offset: number): number {
    const all = lineStarts();
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (all[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  function lineEnd(line: number): number {
    const next = lineStarts()[line];
    if (next === undefined) return bytes.length;
    return bytes[next - 2] === CARRIAGE_RETURN && next - 2 >= lineStarts()[line - 1]! ? next - 2 : next - 1;
  }

  return {
    bytes,
    get lineCount() {
      const all = lineStarts();
      return all.at(-1) === bytes.length ? all.length - 1 : all.length;
    },
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, bytes.length));
      const line = lineAt(clamped);
      let end = clamped;
      while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
      return { line, column: decoder.decode(bytes.subarray(lineStarts()[line - 1], end)).length + 1 };
    },
    line(line) {
      const start = lineStarts()[line - 1];
      return start === undefined ? "" : decoder.decode(bytes.subarray(start, lineEnd(line)));
    },
    lineStart(line) {
      return lineStarts()[line - 1] ?? bytes.length;
    },
    slice(span) {
      return decoder.decode(bytes.subarray(span.start, span.end));
    },
  };
}
