import { existsSync, readFileSync } from "node:fs";

/** The bytes of the Ruby parser: beside the bundle, or those that `npm run prism` made. */
export function readPrismWasm(): Uint8Array {
  const beside = new URL("./prism.wasm", import.meta.url);
  return readFileSync(existsSync(beside) ? beside : new URL("../ruby/generated/prism.wasm", import.meta.url));
}
