import { type Finding, type Severity, severities } from "../../checks/engine/finding.ts";
import type { RuleInfo } from "../../checks/engine/rule-info.ts";
import type { SourceText } from "../../checks/ruby/source.ts";
import { createRandom, drawSome } from "../random.ts";

/** A finding with where to look for it. */
export interface Found {
  readonly finding: Finding;
  /** The checkout and the file in it. */
  readonly file: string;
  /** Null where the finding is about a file that is not there. */
  readonly source: SourceText | null;
}

/** What one rule found, and what of it is to be read. */
export interface Drawn {
  readonly rule: RuleInfo;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly total: number;
  readonly sample: readonly Found[];
}

export interface Drawing {
  /** How many findings of each rule; all where there are fewer. */
  readonly size: number;
  readonly seed: number;
}

/**
 * Draws findings to be read, rule by rule. All errors are among them, since they block. What is drawn of one rule
 * depends on that rule's findings and the seed alone.
 */
export function drawFindings(
  found: readonly Found[],
  rules: readonly RuleInfo[],
  { size, seed }: Drawing,
): readonly Drawn[] {
  const byRule = new Map<string, Found[]>(rules.map(({ id }) => [id, []]));
  for (const one of found) byRule.get(one.finding.ruleId)?.push(one);
  return rules.map((rule) => {
    const all = byRule.get(rule.id)!;
    const counts = { error: 0, warning: 0, notice: 0 };
    for (const { finding } of all) counts[finding.severity]++;
    const drawn = new Set(drawSome(all, size, createRandom(seed ^ numberOf(rule.id))));
    const sample = all.filter((one) => one.finding.severity === "error" || drawn.has(one));
    return { rule, counts, total: all.length, sample };
  });
}

/** The severities that a rule's findings had, the worst first. */
export function severitiesOf({ counts }: Drawn): readonly Severity[] {
  return severities.filter((severity) => counts[severity] > 0);
}

function numberOf(text: string): number {
  let number = 0;
  for (let index = 0; index < text.length; index++) number = Math.imul(number, 31) + text.charCodeAt(index);
  return number;
}
