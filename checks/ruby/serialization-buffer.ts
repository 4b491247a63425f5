/** What a string of the source comes to, as Prism's nodes keep it. */
interface DecodedString {
  readonly encoding: string;
  readonly validEncoding: boolean;
  readonly value: string;
}

type Decoder = InstanceType<typeof TextDecoder>;

const forcedUtf8 = 1 << 2;
const forcedBinary = 1 << 3;

/** It gives one character a byte, and for ASCII the right one. */
const binaryDecoder = new TextDecoder("ascii");

/**
 * Reads Prism's serialisation, as the class of the same name in `@ruby/prism` does, which decodes every string by
 * itself from a copy of its bytes: half of the time that parsing takes. This decodes the source once and cuts the
 * strings out of it, where they are ASCII.
 */
export class SerializationBuffer {
  index = 0;
  #fileEncoding = "utf-8";
  readonly #source: Uint8Array;
  readonly #bytes: Uint8Array;
  /** The source with one character a byte. */
  readonly #text: string;
  readonly #isAscii: boolean;
  readonly #decoders = new Map<string, Decoder>();

  /** `text` is the source in UTF-8, where it is known. */
  constructor(source: Uint8Array, bytes: Uint8Array, text?: string) {
    this.#source = source;
    this.#bytes = bytes;
    // A character beyond ASCII takes more bytes than it is long.
    const isPlain = text?.length === source.length;
    this.#text = isPlain ? text : binaryDecoder.decode(source);
    this.#isAscii = isPlain || isAscii(this.#text);
  }

  set fileEncoding(encoding: string) {
    this.#fileEncoding = encoding.toLowerCase();
  }

  readByte(): number {
    return this.#bytes[this.index++]!;
  }

  readUint32(): number {
    const result = this.#scanUint32(this.index);
    this.index += 4;
    return result;
  }

  readVarInt(): number {
    const first = this.#bytes[this.index++]!;
    // Most are small.
    if (first < 0x80) return first;
    let result = first & 0x7f;
    for (let shift = 7; ; shift += 7) {
      const byte = this.#bytes[this.index++]!;
      result += (byte & 0x7f) << shift;
      if (byte < 0x80) return result;
    }
  }

  readDouble(): number {
    const result = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.index, 8).getFloat64(
      0,
      true,
    );
    this.index += 8;
    return result;
  }

  readLocation(): { startOffset: number; length: number } {
    return { startOffset: this.readVarInt(), length: this.readVarInt() };
  }

  readOptionalLocation(): { startOffset: number; length: number } | null {
    return this.readByte() === 0 ? null : this.readLocation();
  }

  skipLocation(): null {
    this.#skipVarInt();
    this.#skipVarInt();
    return null;
  }

  skipOptionalLocation(): null {
    return this.readByte() === 0 ? null : this.skipLocation();
  }

  readString(length: number): string {
    return this.#decode(this.#next(length), 0).value;
  }

  readStringField(flags: number): DecodedString {
    const type = this.readByte();
    if (type === 1) {
      const start = this.readVarInt();
      return this.#cut(start, start + this.readVarInt(), flags);
    }
    if (type === 2) return this.#decode(this.#next(this.readVarInt()), flags);
    throw new Error(`Unknown serialized string type: ${type}`);
  }

  scanConstant(poolOffset: number, index: number): string {
    const offset = poolOffset + index * 8;
    const place = this.#scanUint32(offset);
    const length = this.#scanUint32(offset + 4);
    // The highest bit tells a name of the parser's own from one in the source.
    const isOwn = place < 0;
    const start = place & 0x7fffffff;
    if (!isOwn && this.#isAscii) return this.#text.slice(start, start + length);
    return new TextDecoder().decode((isOwn ? this.#bytes : this.#source).subarray(start, start + length));
  }

  #skipVarInt(): void {
    while (this.#bytes[this.index++]! >= 0x80);
  }

  #next(length: number): Uint8Array {
    const start = this.index;
    this.index += length;
    return this.#bytes.subarray(start, this.index);
  }

  #scanUint32(offset: number): number {
    const bytes = this.#bytes;
    return (
      bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24)
    );
  }

  /** A string that stands in the source as it is. */
  #cut(start: number, end: number, flags: number): DecodedString {
    const encoding = this.#encodingOf(flags);
    if (encoding === "utf-8" || encoding === "ascii") {
      const value = this.#text.slice(start, end);
      if (this.#isAscii || isAscii(value)) return { encoding, validEncoding: true, value };
    }
    return this.#decode(this.#source.subarray(start, end), flags);
  }

  #decode(bytes: Uint8Array, flags: number): DecodedString {
    const encoding = this.#encodingOf(flags);
    if ((flags & forcedBinary) !== 0) {
      return { encoding, validEncoding: true, value: binaryDecoder.decode(bytes) };
    }
    const decoder = this.#decoderFor(encoding);
    try {
      return { encoding, validEncoding: true, value: decoder.decode(bytes) };
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
      return { encoding, validEncoding: false, value: binaryDecoder.decode(bytes) };
    }
  }

  #encodingOf(flags: number): string {
    if ((flags & forcedBinary) !== 0) return "ascii";
    return (flags & forcedUtf8) === 0 ? this.#fileEncoding : "utf-8";
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
