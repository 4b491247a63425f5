import { errorTypes } from "./generated/read-node.ts";
import type { Span } from "./source.ts";

/** What the parser says of a file besides its syntax tree; places are in bytes. */
export interface Metadata {
  /** The file's encoding, by Ruby's name in lower case. */
  readonly encoding: string;
  readonly comments: readonly Span[];
  readonly errors: readonly SyntaxError[];
  /** The names in the tree, by their number less one: the parser's own bytes, or a place in the source. */
  readonly names: readonly (Uint8Array | Span)[];
}

export interface SyntaxError {
  /** The name that Prism has for it. */
  readonly type: string;
  readonly message: string;
  readonly span: Span;
}

const decoder = new TextDecoder();

/**
 * Reads what `pm_serialize_content` writes, but for the node in it:
 * https://github.com/ruby/prism/blob/v1.9.0/docs/serialization.md
 */
export function readMetadata(bytes: Uint8Array): Metadata {
  let index = 0;
  const encoding = text().toLowerCase();
  // The number of the first line, and where lines start.
  number();
  skipNumbers(number());
  const comments = list(() => {
    byte();
    return span();
  });
  // Magic comments: where each has its key and its value.
  skipNumbers(4 * number());
  // Where the text after `__END__` is.
  if (byte() !== 0) span();
  const errors = list(diagnostic);
  list(diagnostic);
  const names = namesAt(uint32(), number());
  return { encoding, comments, errors, names };

  function byte(): number {
    return bytes[index++]!;
  }

  /** Seven bits a byte, the lowest first. */
  function number(): number {
    let result = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      result += (next & 0x7f) * factor;
      if (next < 0x80) return result;
    }
  }

  function skipNumbers(count: number): void {
    for (let left = count; left > 0; left--) while (byte() >= 0x80);
  }

  function uint32(): number {
    index += 4;
    return uint32At(bytes, index - 4);
  }

  function text(): string {
    const length = number();
    index += length;
    return decoder.decode(bytes.subarray(index - length, index));
  }

  function span(): Span {
    const start = number();
    return { start, end: start + number() };
  }

  function list<T>(read: () => T): T[] {
    const found: T[] = [];
    for (let left = number(); left > 0; left--) found.push(read());
    return found;
  }

  function diagnostic(): SyntaxError {
    const type = errorTypes[number()] ?? "unknown";
    const found = { type, message: text(), span: span() };
    // How bad it is.
    byte();
    return found;
  }

  function namesAt(offset: number, count: number): (Uint8Array | Span)[] {
    const found: (Uint8Array | Span)[] = [];
    for (let at = offset; at < offset + 8 * count; at += 8) {
      const place = uint32At(bytes, at);
      const length = uint32At(bytes, at + 4);
      // The highest bit tells a name of the parser's own from one in the source.
      const start = place & 0x7fff_ffff;
      found.push(place < 0 ? bytes.slice(start, start + length) : { start, end: start + length });
    }
    return found;
  }
}

/** Four bytes, the lowest first. */
function uint32At(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
