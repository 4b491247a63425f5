import type { ParseResult } from "@ruby/prism/src/deserialize.js";
import { parsePrism } from "@ruby/prism/src/parsePrism.js";

export type { ParseResult };

/** Parses the text of one Ruby file. Nothing of it is ever run. */
export type RubyParser = (source: string) => ParseResult;

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
  const { exports } = await WebAssembly.instantiate(module, imports);
  (exports["_initialize"] as (() => void) | undefined)?.();
  return (source) => parsePrism(exports, source);
}

function refuse(name: string): never {
  throw new Error(`the Ruby parser asked for ${name}`);
}
