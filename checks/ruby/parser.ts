import type { ProgramNode } from "./generated/nodes.ts";
import { nilNumber, readNode } from "./generated/read-node.ts";
import { type Metadata, readMetadata } from "./metadata.ts";
import { ParserMemory } from "./parser-memory.ts";

/** A parsed file. With errors, the tree is what the parser made of it. */
export interface ParseResult extends Pick<Metadata, "comments" | "errors"> {
  readonly value: ProgramNode;
}

/**
 * Parses the text of one Ruby file, or its bytes in UTF-8, for which the text may be given as well where it is known.
 * Nothing of it is ever run. Null where the text is nested too deeply for the parser, or takes more than 1 GiB of its memory.
 */
export type RubyParser = (source: string | Uint8Array, text?: string) => ParseResult | null;

/** The parser keeps the memory that its largest input needed; beyond this it starts afresh, in bytes. */
const maxKeptMemory = 128 * 1024 * 1024;

/**
 * How much of the parser's stack, at its far end, may never be written to, in words. The stack has 64 KB, and runs
 * into the parser's own data where a text needs more, mostly without a trap: what is read afterwards, of this text
 * or of the next, may then be wrong.
 */
const guardWords = 256;
const guardWord = 0x5afe_57ac;

/** Makes a parser from the bytes of `generated/prism.wasm`. */
export async function createRubyParser(wasm: Uint8Array): Promise<RubyParser> {
  const instantiate = instantiatePrism(wasm);
  const encoder = new TextEncoder();
  let prism = instantiate();
  return (source, text) => {
    try {
      const result =
        typeof source === "string"
          ? parse(prism, encoder.encode(source), source)
          : parse(prism, source, text);
      if (!isGuarded(prism)) {
        prism = instantiate();
        return null;
      }
      if (prism.memory.buffer.byteLength > maxKeptMemory) prism = instantiate();
      return result;
    } catch {
      // A trap leaves the parser in a state that nobody knows.
      prism = instantiate();
      return null;
    }
  };
}

/**
 * Gives fresh instances of the parser's module.
 *
 * It is given no capability but a (constant) source of randomness for its hash tables: every other import throws,
 * since connector files are untrusted and parsing needs no system.
 */
export function instantiatePrism(wasm: Uint8Array): () => Prism {
  // At once, since functions are only compiled when they are called; to wait for a thread takes longer.
  const module = new WebAssembly.Module(wasm);
  const imports: WebAssembly.Imports = {};
  for (const { module: namespace, name } of WebAssembly.Module.imports(module)) {
    const functions = (imports[namespace] ??= {});
    functions[name] = name === "random_get" ? () => 0 : () => refuse(name);
  }
  return () => {
    const prism = new WebAssembly.Instance(module, imports).exports as Prism;
    prism._initialize?.();
    guardOf(prism).fill(guardWord);
    return prism;
  };
}

/** What of the parser's module is used. */
export interface Prism extends WebAssembly.Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where the far end of the stack is. */
  readonly __stack_low: { readonly value: number };
  _initialize?(): void;
  /** Where free memory starts: all of it is zero (`scripts/prism/arena.ts`). */
  readonly arena_top: { value: number };
  calloc(count: number, size: number): number;
  pm_parser_init(parser: number, source: number, length: number, options: number): void;
  pm_parse(parser: number): number;
  pm_buffer_sizeof(): number;
  pm_buffer_init(buffer: number): void;
  pm_buffer_value(buffer: number): number;
  pm_buffer_length(buffer: number): number;
  pm_serialize_content(parser: number, node: number, buffer: number): void;
}

/** More than `pm_parser_t` takes, whose size the module does not tell, in bytes. */
export const parserBytes = 4096;

/**
 * As `pm_serialize_parse`, which the package calls, but that nodes are not written to bytes and read again: they are read
 * from where they are, which takes half of the time. All else is written with a node that has nothing in it.
 */
function parse(prism: Prism, source: Uint8Array, text: string | undefined): ParseResult {
  const free = prism.arena_top.value;
  const sourceAt = place(prism, source);
  const parser = prism.calloc(1, parserBytes);
  prism.pm_parser_init(parser, sourceAt, source.length, 0);
  const root = prism.pm_parse(parser);
  const leaf = place(prism, new Uint8Array(new Int32Array([nilNumber, 0, sourceAt, sourceAt]).buffer));
  const buffer = prism.calloc(prism.pm_buffer_sizeof(), 1);
  prism.pm_buffer_init(buffer);
  prism.pm_serialize_content(parser, leaf, buffer);

  const memory = prism.memory.buffer;
  const { comments, errors, ...metadata } = readMetadata(
    new Uint8Array(memory, prism.pm_buffer_value(buffer), prism.pm_buffer_length(buffer)),
  );
  const value = readNode(new ParserMemory(memory, sourceAt, source, text, metadata), root) as ProgramNode;
  freeFrom(prism, free);
  return { value, comments, errors };
}

/** Gives back all memory from there on. */
function freeFrom(prism: Prism, start: number): void {
  new Uint8Array(prism.memory.buffer, start, prism.arena_top.value - start).fill(0);
  prism.arena_top.value = start;
}

function guardOf({ memory, __stack_low: { value } }: Prism): Uint32Array {
  return new Uint32Array(memory.buffer, Math.ceil(value / 4) * 4, guardWords);
}

/** Whether the stack has stayed where it belongs. */
function isGuarded(prism: Prism): boolean {
  return guardOf(prism).every((word) => word === guardWord);
}

/** Copies bytes into the parser's memory and says where they are. */
function place(prism: Prism, bytes: Uint8Array): number {
  const pointer = prism.calloc(1, bytes.length);
  new Uint8Array(prism.memory.buffer, pointer, bytes.length).set(bytes);
  return pointer;
}

function refuse(name: string): never {
  throw new Error(`the Ruby parser asked for ${name}`);
}
