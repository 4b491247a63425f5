import type { RuleInfo } from "../../checks/engine/rule-info.ts";

export interface GoodExample {
  readonly name: string;
  readonly source: string;
}

export interface BadExample extends GoodExample {
  /** What the rule says about it. */
  readonly messages: readonly string[];
  /** The source after the fix, where the rule has one. */
  readonly fixed: string | null;
}

/** A rule with what its page shows. */
export interface DocumentedRule {
  readonly info: RuleInfo;
  readonly bad: readonly BadExample[];
  readonly good: readonly GoodExample[];
}
