import type { Severity } from "../engine/finding.ts";
import type { Rule } from "../engine/rule.ts";
import type { RuleSetting } from "../engine/run-rules.ts";

export const presetNames = ["recommended", "strict", "listing"] as const;
export type PresetName = (typeof presetNames)[number];

export interface Preset {
  readonly summary: string;
  readonly failOn: Severity;
  /** How the preset sets a rule; undefined for as the rule is. */
  readonly setting: (rule: Rule) => RuleSetting | undefined;
}

/** Sets of rules to start from. Rules that are only sometimes right take part in `strict` alone. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended: {
    summary: "All rules that can be trusted; errors fail.",
    failOn: "error",
    setting: (rule) => (rule.confidence === "low" ? { severity: "off" } : undefined),
  },
  strict: {
    summary: "All rules; warnings fail too.",
    failOn: "warning",
    setting: () => undefined,
  },
  listing: {
    summary:
      "What a listing asks for: the recommended rules, where the manifest is missing too; warnings fail.",
    failOn: "warning",
    setting(rule) {
      if (rule.id === "listing/manifest") return { options: { required: true } };
      return rule.confidence === "low" ? { severity: "off" } : undefined;
    },
  },
};
