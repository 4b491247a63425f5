import type { Rule } from "../engine/rule.ts";
import { guidelinesRules } from "./guidelines/index.ts";
import { listingRules } from "./listing/index.ts";
import { securityRules } from "./security/index.ts";
import { structureRules } from "./structure/index.ts";
import { usabilityRules } from "./usability/index.ts";

/** All rules, by family and sorted by id. `npm run new-rule` adds to a family's list. */
export const rules: readonly Rule[] = [
  ...structureRules,
  ...guidelinesRules,
  ...securityRules,
  ...usabilityRules,
  ...listingRules,
];
