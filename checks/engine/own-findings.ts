import type { RuleCatalogue, RuleInfo } from "./rule-info.ts";

/** The id of the finding that says that a rule of ours, or all of the checks, failed. */
export const internalErrorId = "internal-error";
/** The id of the one finding of a connector of which the analysis had to be stopped. */
export const analysisLimitId = "analysis-limit";

/** What the checks say of themselves: findings of no rule, which can neither be set nor waived. */
export const ownFindings: readonly RuleInfo[] = [
  {
    id: analysisLimitId,
    family: "structure",
    severity: "error",
    confidence: "high",
    since: "0.1.0",
    fix: null,
    docs: {
      summary: "Can be looked at within the time and the memory that one connector gets.",
      why:
        "The check was stopped, so nothing is known of the connector. What nobody looked at does not pass, and a waiver " +
        "cannot change that.",
      remedy:
        "Look for what makes the file unusual: thousands of nested brackets, generated code, or long runs of characters " +
        "that are no Ruby; often `ruby -c connector.rb` names the place. If the connector is an ordinary one, report it.",
      sources: ["https://docs.workato.com/en/developing-connectors/sdk/limits.html"],
    },
  },
  {
    id: internalErrorId,
    family: "structure",
    severity: "warning",
    confidence: "high",
    since: "0.1.0",
    fix: null,
    docs: {
      summary: "Makes none of the checks fail.",
      why:
        "This is a defect of Connector Gate, not of the connector. Where one rule failed, it is a warning: all others have " +
        "looked at the connector. Where the checks as a whole failed, it is an error, since a connector at which nothing " +
        "looked has not passed.",
      remedy:
        "Report it, with the smallest part of the connector that still shows it. Until it is mended, a reviewer looks at " +
        "what the rule is about.",
      sources: ["https://github.com/connector-gate/connector-gate/issues"],
    },
  },
];

/** What people read about a finding of a rule, or of the checks themselves. */
export function infoOf(rules: RuleCatalogue, id: string): RuleInfo | undefined {
  return rules.get(id) ?? ownFindings.find((own) => own.id === id);
}
