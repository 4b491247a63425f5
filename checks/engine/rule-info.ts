import type { Confidence, Family, Severity } from "./finding.ts";

/** What people read about a rule: its page, `explain`, and the long form of every finding. */
export interface RuleDocs {
  /** What the connector does when the rule holds, as one sentence: "Gives every action a title." */
  readonly summary: string;
  /** Why it matters to the people who build recipes or run the connector. */
  readonly why: string;
  /** What to do about a finding. */
  readonly remedy: string;
  /** Public pages the rule comes from. */
  readonly sources: readonly string[];
}

/** The part of a rule that is data; all formats and documents show rules from it. */
export interface RuleInfo {
  /** `family/name`; also the rule's file, its page and its key in the configuration, for ever. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The version that brought the rule. */
  readonly since: string;
  /** The best fix that the rule can offer. */
  readonly fix: "safe" | "unsafe" | null;
  readonly docs: RuleDocs;
}

/** Looks up a rule by its id. */
export type RuleCatalogue = ReadonlyMap<string, RuleInfo>;

const pages = "https://github.com/connector-gate/connector-gate/blob/main/docs/rules";

/** The address of a rule's documentation page. */
export function ruleUrl(id: string): string {
  return `${pages}/${id}.md`;
}
