import { z } from "zod";

import type { CheckOptions } from "../checker.ts";
import { presets } from "../config/presets.ts";
import { severities } from "../engine/finding.ts";
import type { Rule } from "../engine/rule.ts";
import type { RuleSetting } from "../engine/run-rules.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type Validated, validate } from "../yaml/validate.ts";

/**
 * The part of a programme's policy, `.github/connector-gate.yml` of the listings repository, that a submission has to
 * meet before people look at it. Other keys are for the reviews, and not looked at here.
 */
export const Policy = z.object({
  role: z.literal("listings", { error: "must be `listings`: this is not a policy" }),
  categories: z.array(z.string().min(1).max(40)).min(1).max(200).optional(),
  "fail-on": z.enum(severities).default("error"),
  prereleases: z.boolean().default(false),
  "max-first-operations": z.int().min(1).default(12),
  evidence: z
    .object({
      recipes: z.int().min(0).default(1),
      testers: z.int().min(0).default(1),
      "share-link": z.boolean().default(true),
    })
    .prefault({}),
});
export type Policy = z.output<typeof Policy>;

/** What applies where a listings repository has no policy. */
export const defaultPolicy: Policy = Policy.parse({ role: "listings" });

export function parsePolicy(bytes: Uint8Array): Validated<Policy> {
  const read = readYaml(bytes);
  return read.ok ? validate(read.file, Policy) : { ok: false, problems: [read.problem] };
}

/**
 * How a submission is checked: by the programme's rules, not by the author's settings. Waivers count, and no day ends
 * them here, so that the same commit always gives the same report.
 */
export function submissionOptions(
  policy: Policy,
  rules: readonly Rule[],
  waivers: NonNullable<CheckOptions["waivers"]>,
): CheckOptions {
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const setting = presets.listing.setting(rule);
    if (setting) settings.set(rule.id, setting);
  }
  const { evidence } = policy;
  const must = (isMust: boolean): RuleSetting["severity"] & string => (isMust ? "error" : "notice");
  if (policy.categories) settings.set("listing/categories", { options: { categories: policy.categories } });
  settings.set("listing/small-first", { options: { maximum: policy["max-first-operations"] } });
  settings.set("listing/share-link", { severity: must(evidence["share-link"]) });
  settings.set("listing/recipes", { options: { minimum: evidence.recipes } });
  settings.set("listing/testers", {
    severity: must(evidence.testers > 0),
    options: { minimum: evidence.testers },
  });
  return { failOn: policy["fail-on"], settings, waivers };
}
