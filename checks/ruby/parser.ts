import type { ParseResult } from "@ruby/prism/src/deserialize.js";
import { parsePrism } from "@ruby/prism/src/parsePrism.js";

export type { ParseResult };

/**
 * Parses the text of one Ruby file. Nothing of it is ever run. Null where the text is nested too deeply for the
 * parser, or needs more memory than it has.
 */
export type RubyParser = (source: string) => ParseResult | null;

/** The parser keeps the memory that its largest input needed; beyond this it starts afresh, in bytes. */
const maxKeptMemory = 128 * 1024 * 1024;

/**
 * Makes a parser from the bytes of `@ruby/prism`'s `prism.wasm`.
 *
 * The module is given no capability but a (constant) source of randomness for its hash tables: every other
 * import throws, since connector files are untrusted and parsing needs no system.
 */
export async function createRubyParser(wasm: Uint8Array): Promise<RubyParser> {
  const module = await WebAssembly.compile(wasm);
  const imports: WebAssembly.Imports = {};
  for (const { module: namespace, name } of WebAssembly.Module.imports(module)) {
    const functions = (imports[namespace] ??= {});
    functions[name] = name === "random_get" ? () => 0 : () => refuse(name);
  }
  let exports = start(module, imports);
  return (source) => {
    try {
      const result = parsePrism(exports, source);
      if (memoryOf(exports) > maxKeptMemory) exports = start(module, imports);
      return result;
    } catch {
      // A trap leaves the parser in a state that nobody knows.
      exports = start(module, imports);
      return null;
    }
  };
}

function start(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Exports {
  const { exports } = new WebAssembly.Instance(module, imports);
  (exports["_initialize"] as (() => void) | undefined)?.();
  return exports;
}

function memoryOf(exports: WebAssembly.Exports): number {
  return (exports["memory"] as { readonly buffer: ArrayBuffer }).buffer.byteLength;
}

function refuse(name: string): never {
  throw new Error(`the Ruby parser asked for ${name}`);
}
