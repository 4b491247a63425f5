import type { Metadata } from "./metadata.ts";

type Decoder = InstanceType<typeof TextDecoder>;

/** Bits of the flags of nodes with texts. */
const forcedUtf8 = 1 << 2;
const forcedBinary = 1 << 3;

/** Whose a text is: one in the source; others are the parser's. */
const sharedText = 1;

/** It gives one character a byte, and for ASCII the right one. */
const binaryDecoder = new TextDecoder("ascii");

/**
 * The parser's memory after it has parsed a text, with what nodes are made of. The source is decoded once, and texts
 * and names are cut out of it where it is ASCII. For where things are in a node see `scripts/prism/write-reader.ts`;
 * places in here are numbers of words.
 */
export class ParserMemory {
  readonly words: Int32Array;
  /** Where the source is, in bytes. */
  readonly sourceAt: number;
  /** Whether the text that was read last is one in its encoding. */
  isValid = true;
  readonly #source: Uint8Array;
  readonly #encoding: string;
  /** The source with one character a byte. */
  readonly #text: string;
  readonly #isAscii: boolean;
  readonly #names: Metadata["names"];
  readonly #known: (string | undefined)[];
  readonly #decoders = new Map<string, Decoder>();

  /** `text` is the source in UTF-8, where it is known. */
  constructor(
    memory: ArrayBuffer,
    sourceAt: number,
    source: Uint8Array,
    text: string | undefined,
    { encoding, names }: Pick<Metadata, "encoding" | "names">,
  ) {
    this.words = new Int32Array(memory);
    this.sourceAt = sourceAt;
    this.#source = source;
    this.#encoding = encoding;
    this.#names = names;
    this.#known = Array.from({ length: names.length });
    // A character beyond ASCII takes more bytes than it is long.
    const isPlain = text?.length === source.length;
    this.#text = isPlain ? text : binaryDecoder.decode(source);
    this.#isAscii = isPlain || isAscii(this.#text);
  }

  constant(number: number): string {
    return (this.#known[number - 1] ??= this.#nameOf(number - 1));
  }

  optionalConstant(number: number): string | null {
    return number === 0 ? null : this.constant(number);
  }

  /** The text at `at`, of a node with these flags; `isValid` tells whether it is one in its encoding. */
  text(at: number, flags: number): string {
    const pointer = this.words[at]!;
    const length = this.words[at + 1]!;
    this.isValid = true;
    if (this.words[at + 2] !== sharedText)
      return this.#decode(new Uint8Array(this.words.buffer, pointer, length), flags);
    const start = pointer - this.sourceAt;
    const value = this.#text.slice(start, start + length);
    if (this.#isAscii || isAscii(value)) return value;
    return this.#decode(this.#source.subarray(start, start + length), flags);
  }

  /** Not exact where it is larger than a number can tell. */
  integer(at: number): number {
    const pointer = this.words[at + 1]!;
    const start = pointer >>> 2;
    const value =
      pointer === 0
        ? this.words[at + 2]! >>> 0
        : this.words
            .subarray(start, start + this.words[at]!)
            .reduceRight((sum, word) => sum * 2 ** 32 + (word >>> 0), 0);
    return (this.words[at + 3]! & 0xff) === 0 ? value : 0 - value;
  }

  double(at: number): number {
    return new DataView(this.words.buffer, at * 4, 8).getFloat64(0, true);
  }

  #nameOf(index: number): string {
    const name = this.#names[index]!;
    if (name instanceof Uint8Array) return new TextDecoder().decode(name);
    if (this.#isAscii) return this.#text.slice(name.start, name.end);
    return new TextDecoder().decode(this.#source.subarray(name.start, name.end));
  }

  #decode(bytes: Uint8Array, flags: number): string {
    if ((flags & forcedBinary) !== 0) return binaryDecoder.decode(bytes);
    const decoder = this.#decoderFor((flags & forcedUtf8) === 0 ? this.#encoding : "utf-8");
    try {
      return decoder.decode(bytes);
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
      this.isValid = false;
      return binaryDecoder.decode(bytes);
    }
  }

  #decoderFor(encoding: string): Decoder {
    const known = this.#decoders.get(encoding);
    if (known) return known;
    const decoder = new TextDecoder(encoding === "ascii-8bit" ? "ascii" : encoding, { fatal: true });
    this.#decoders.set(encoding, decoder);
    return decoder;
  }
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
