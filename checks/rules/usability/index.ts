import type { Rule } from "../../engine/rule.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [];
