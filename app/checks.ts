import { readFile } from "node:fs/promises";
import { type Checker, createChecker } from "../checks/checker.ts";
import type { RuleCatalogue } from "../checks/engine/rule-info.ts";
import { rules } from "../checks/rules/index.ts";

/** All rules by their ids. */
export const ruleCatalogue: RuleCatalogue = new Map(rules.map((rule) => [rule.id, rule]));

/** A checker with the Ruby parser that npm installed. */
export async function loadChecker(): Promise<Checker> {
  const wasm = new URL(import.meta.resolve("@ruby/prism/src/prism.wasm"));
  return createChecker(await readFile(wasm));
}
