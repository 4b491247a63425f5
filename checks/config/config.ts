import { z } from "zod";

import { severities } from "../engine/finding.ts";
import type { OptionSpec, Rule } from "../engine/rule.ts";
import { presetNames } from "./presets.ts";

/** Where a repository's configuration is read from. */
export const configFile = ".github/connector-gate.yml";

const Severity = z.enum([...severities, "off"]);
const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\r\n]*$/, "must be one line");
const day = z.iso.date("must be a day such as `2027-01-31`, in quotes");

/** The configuration's schema for a set of rules: an unknown rule, key or option is an error. */
export function createConfigSchema(rules: readonly Rule[]) {
  const settings = Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule).optional()]));
  return z.strictObject({
    role: z
      .literal("connectors")
      .default("connectors")
      .describe("What the repository holds: connectors, which is the default."),
    extends: z
      .enum(presetNames)
      .default("recommended")
      .describe("The set of rules to start from: `recommended`, `strict` or `listing`."),
    connectors: z
      .array(
        z
          .string()
          .trim()
          .min(1)
          .max(300)
          .refine(staysInside, "must be a path inside of the repository, such as `connectors/shop`"),
      )
      .max(200)
      .optional()
      .describe(
        "Folders or files of the connectors, such as `connectors/shop`; all that are found where absent.",
      ),
    "fail-on": z
      .enum([...severities, "never"])
      .optional()
      .describe("A finding as bad as this fails the checks; `error` where absent."),
    rules: z.strictObject(settings).prefault({}).describe("How single rules are set, by their ids."),
    waivers: z
      .array(
        z.strictObject({
          rule: z.enum(rules.map((rule) => rule.id)).describe("The rule to set aside."),
          path: z
            .string()
            .min(1)
            .max(300)
            .optional()
            .describe(
              "The place in the connector, such as `actions.create_invoice.**`; everywhere where absent.",
            ),
          reason: oneLine.describe("Why, for the reviewers."),
          until: day.optional().describe("The last day on which it counts, such as `2027-01-31`."),
        }),
      )
      .max(500)
      .default([])
      .describe("Rules set aside for a place, with a reason."),
  });
}

export type Config = z.output<ReturnType<typeof createConfigSchema>>;

/** Whether a path is relative and never leads above where it begins. */
function staysInside(path: string): boolean {
  if (/^(?:[\\/]|[a-z]:)/i.test(path)) return false;
  let depth = 0;
  for (const step of path.split(/[\\/]/)) {
    if (step === "..") depth -= 1;
    else if (step !== "." && step !== "") depth += 1;
    if (depth < 0) return false;
  }
  return true;
}

/** A severity alone, or a mapping of `severity` and the rule's own options. */
function ruleSetting(rule: Rule) {
  const options = Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => [name, optionSchema(option).optional()]),
  );
  return z
    .union([Severity, z.strictObject({ severity: Severity.optional(), ...options })])
    .describe(rule.docs.summary);
}

function optionSchema(option: OptionSpec): z.ZodType {
  switch (option.kind) {
    case "integer":
      return z
        .int()
        .min(option.minimum ?? 0)
        .max(1_000_000)
        .describe(option.summary);
    case "strings":
      return z.array(z.string().min(1).max(300)).max(500).describe(option.summary);
    case "boolean":
      return z.boolean().describe(option.summary);
  }
}
