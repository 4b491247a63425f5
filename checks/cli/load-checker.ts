import { setFlagsFromString } from "node:v8";
import { type Checker, createChecker } from "../checker.ts";
import { readPrismWasm } from "./read-prism.ts";

/** Below this many bytes of Ruby, compiling the parser well takes longer than it saves. */
const optimiseAbove = 2 * 1024 * 1024;

/**
 * Has V8 make all objects among the young ones. Else it makes arrays among the old ones where earlier ones lived long, such
 * as in syntax trees, and keeps whatever they refer to until the next full collection, long after the check of a file.
 * Has no effect where V8 does not know it.
 */
export function makeObjectsYoung(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
}

/** Makes the checker, set up for `bytes` of Ruby to come. */
export async function loadChecker(bytes: number): Promise<Checker> {
  makeObjectsYoung();
  // V8 compiles WebAssembly again, optimised, once it has run for a while: for one connector that is half of the
  // whole run. This sets how long that while is, and has no effect where V8 does not know it.
  if (bytes < optimiseAbove) setFlagsFromString("--wasm-tiering-budget=1000000000");
  return createChecker(readPrismWasm());
}
