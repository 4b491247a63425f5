import type { Rule } from "../../engine/rule.ts";
import { waiver } from "./waiver.ts";

/** The rules of the family, sorted by id. */
export const guidelinesRules: readonly Rule[] = [waiver];
