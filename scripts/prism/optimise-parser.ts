import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";
import { type AllocatorNames, writeArena } from "./arena.ts";

/**
 * Functions up to this size, in Binaryen's nodes, become part of those that call them. The package is compiled for
 * size, and calls a function for each character. 40 gains little more, and makes the parser larger by a fifth.
 */
const maxInlinedSize = 25;

/** The features of WebAssembly that the package is compiled with. */
const features = ["bulk-memory", "sign-ext", "mutable-globals", "nontrapping-float-to-int"];

/** What of the package's module is called (`checks/ruby/parser.ts`); the rest is left out. */
const used: ReadonlySet<string> = new Set([
  "memory",
  "__stack_low",
  "_initialize",
  "calloc",
  "pm_parser_init",
  "pm_parse",
  "pm_buffer_sizeof",
  "pm_buffer_init",
  "pm_buffer_value",
  "pm_buffer_length",
  "pm_serialize_content",
]);

/** Writes the parser of `@ruby/prism` to a file, made for speed; it gives the same for the same text. */
export function optimiseParser(to: string): void {
  const folder = mkdtempSync(join(tmpdir(), "prism-"));
  try {
    const from = join(folder, "prism.wasm");
    const original = readFileSync(fileURLToPath(import.meta.resolve("@ruby/prism/src/prism.wasm")));
    writeFileSync(from, changedParser(original));
    execFileSync(process.execPath, [
      fileURLToPath(import.meta.resolve("binaryen/bin/wasm-opt")),
      "-O4",
      `--always-inline-max-function-size=${maxInlinedSize}`,
      ...features.map((name) => `--enable-${name}`),
      from,
      "-o",
      to,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The package's module with another allocator, and without what is not called. */
function changedParser(original: Uint8Array): Uint8Array {
  const module = binaryen.readBinary(original);
  const names = allocatorOf(module);
  const heapBase = constantOf(module, exported(module, "__heap_base"));
  const arena = binaryen.parseText(writeArena(names, heapBase));
  for (let index = module.getNumExports() - 1; index >= 0; index--) {
    const { name } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (!used.has(name)) module.removeExport(name);
  }
  module.addGlobal("arena_top", binaryen.i32, true, module.i32.const(heapBase));
  module.addGlobalExport("arena_top", "arena_top");
  for (const name of Object.values(names)) {
    const { params, results, vars, body } = binaryen.getFunctionInfo(arena.getFunction(name));
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, module.copyExpression(body));
  }
  return module.emitBinary();
}

/** The functions of the module's allocator, by the names that it has for them itself. */
function allocatorOf(module: binaryen.Module): AllocatorNames {
  return {
    malloc: called(module, exported(module, "malloc")),
    calloc: called(module, exported(module, "calloc")),
    realloc: called(module, exported(module, "realloc")),
    free: called(module, exported(module, "free")),
  };
}

/** What a function calls that does nothing else: the module itself calls that one. */
function called(module: binaryen.Module, name: string): string {
  const { body } = binaryen.getFunctionInfo(module.getFunction(name));
  const info = binaryen.getExpressionInfo(body);
  return info.id === binaryen.ExpressionIds.Call ? (info as binaryen.CallInfo).target : name;
}

function exported(module: binaryen.Module, name: string): string {
  const reference = module.getExport(name);
  if (!reference) throw new Error(`@ruby/prism has changed: it has no ${name}`);
  return binaryen.getExportInfo(reference).value;
}

function constantOf(module: binaryen.Module, global: string): number {
  const { init } = binaryen.getGlobalInfo(module.getGlobal(global));
  const info = binaryen.getExpressionInfo(init) as binaryen.ConstInfo;
  if (info.id !== binaryen.ExpressionIds.Const)
    throw new Error(`@ruby/prism has changed: ${global} is no number`);
  return info.value as number;
}
