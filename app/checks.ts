import { type Checker, createChecker } from "../checks/checker.ts";
import type { RuleCatalogue } from "../checks/engine/rule-info.ts";
import { readPrismWasm } from "../checks/cli/read-prism.ts";
import { rules } from "../checks/rules/index.ts";

/** All rules by their ids. */
export const ruleCatalogue: RuleCatalogue = new Map(rules.map((rule) => [rule.id, rule]));

/** A checker with all rules. */
export function loadChecker(): Promise<Checker> {
  return createChecker(readPrismWasm());
}
