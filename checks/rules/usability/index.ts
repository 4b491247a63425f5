import type { Rule } from "../../engine/rule.ts";
import { actionTitle } from "./action-title.ts";
import { description } from "./description.ts";
import { help } from "./help.ts";
import { subtitle } from "./subtitle.ts";
import { titleMissing } from "./title-missing.ts";
import { triggerTitle } from "./trigger-title.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [
  actionTitle,
  description,
  help,
  subtitle,
  titleMissing,
  triggerTitle,
];
