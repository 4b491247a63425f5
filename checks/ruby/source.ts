/** A half-open range of byte offsets into a UTF-8 file, as Prism counts them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A place as people and GitHub count it: line and column from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one file, with byte offsets converted to lines and columns on demand. */
export interface SourceText {
  readonly bytes: Uint8Array;
  /** All of it, with a byte order mark if there is one; null where it is not UTF-8. */
  readonly text: string | null;
  lineCount(): number;
  /** The position of a byte offset. An offset inside a character counts as the start of that character. */
  position(offset: number): Position;
  /** The line (from 1) of a byte offset. */
  lineOf(offset: number): number;
  /** The text of a line (from 1) without its line break; empty where there is no such line. */
  line(line: number): string;
  /** The byte offset of the start of a line (from 1). */
  lineStart(line: number): number;
  slice(span: Span): string;
}

/** How many bytes of a long line are counted at once. */
const step = 4096;

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
  let whole: string | null | undefined;
  let starts: number[] | undefined;
  // Findings come in the order of their places, so the last line is often asked for again.
  let lastLine: { readonly line: number; readonly text: string } | undefined;
  let long: { readonly start: number; readonly units: number[] } | undefined;

  function text(): string | null {
    if (whole === undefined) whole = decodeAll(bytes);
    return whole;
  }

  /** The whole text where all of it is ASCII: then it is cut and searched faster than the bytes. */
  function asciiText(): string | null {
    const all = text();
    return all?.length === bytes.length ? all : null;
  }

  function textBetween(start: number, end: number): string {
    return asciiText()?.slice(start, end) ?? decoder.decode(bytes.subarray(start, end));
  }

  function lineStarts(): number[] {
    if (starts) return starts;
    const ascii = asciiText();
    starts = ascii === null ? startsIn(bytes, LINE_FEED) : startsIn(ascii, "\n");
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

  /** The UTF-16 units of a line from its start to `end`. Long lines are counted once, in steps. */
  function unitsBetween(start: number, end: number): number {
    if (end - start < step) return decoder.decode(bytes.subarray(start, end)).length;
    if (long?.start !== start) long = { start, units: [0] };
    const { units } = long;
    const wanted = Math.floor((end - start) / step);
    while (units.length <= wanted) {
      const from = characterStart(start + (units.length - 1) * step);
      const to = characterStart(start + units.length * step);
      units.push(units.at(-1)! + decoder.decode(bytes.subarray(from, to)).length);
    }
    const from = characterStart(start + wanted * step);
    return units[wanted]! + decoder.decode(bytes.subarray(from, end)).length;
  }

  function characterStart(offset: number): number {
    let start = offset;
    while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
    return start;
  }

  return {
    bytes,
    get text() {
      return text();
    },
    lineCount() {
      const all = lineStarts();
      return all.at(-1) === bytes.length ? all.length - 1 : all.length;
    },
    lineOf: lineAt,
    position(offset) {
      const clamped = Math.max(0, Math.min(offset, bytes.length));
      const line = lineAt(clamped);
      const end = characterStart(clamped);
      return { line, column: unitsBetween(lineStarts()[line - 1]!, end) + 1 };
    },
    line(line) {
      const start = lineStarts()[line - 1];
      if (start === undefined) return "";
      if (lastLine?.line !== line) lastLine = { line, text: textBetween(start, lineEnd(line)) };
      return lastLine.text;
    },
    lineStart(line) {
      return lineStarts()[line - 1] ?? bytes.length;
    },
    slice(span) {
      return textBetween(span.start, span.end);
    },
  };
}

function decodeAll(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the lines start. */
function startsIn<S>(source: { indexOf(sign: S, from: number): number }, lineFeed: S): number[] {
  const starts = [0];
  for (let at = source.indexOf(lineFeed, 0); at !== -1; at = source.indexOf(lineFeed, at + 1))
    starts.push(at + 1);
  return starts;
}
