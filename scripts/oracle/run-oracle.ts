import { execFileSync } from "node:child_process";

import type { Answer } from "./difference.ts";

/** Evaluates connectors in Ruby, so only ever those that are trusted. */
export function runOracle(files: readonly string[]): Answer[] {
  if (files.length === 0) return [];
  const script = new URL("oracle.rb", import.meta.url).pathname;
  const output = execFileSync("ruby", [script, ...files], { encoding: "utf8", maxBuffer: 1 << 30 });
  return output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
}
