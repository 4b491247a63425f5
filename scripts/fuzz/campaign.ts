import type { Checker, ProjectResult } from "../../checks/checker.ts";
import { internalErrorId } from "../../checks/engine/own-findings.ts";
import { withinTime } from "../../checks/cli/time-limit.ts";
import { renderHtml } from "../../checks/report/html.ts";
import { renderSarif } from "../../checks/report/sarif.ts";
import { createStyle } from "../../checks/report/style.ts";
import { renderText } from "../../checks/report/text.ts";
import { rules } from "../../checks/rules/index.ts";
import { createRandom } from "../random.ts";
import { mutate, type MutationKind, mutationKinds } from "./mutate.ts";

export interface Campaign {
  readonly makeChecker: () => Promise<Checker>;
  readonly sources: readonly string[];
  readonly count: number;
  readonly seed: number;
  /** How long one check may take, whatever the input; users are promised 10 s. */
  readonly limitMilliseconds?: number;
  readonly onProgress?: (done: number) => void;
}

export interface Failure {
  readonly seed: number;
  readonly kind: "crash" | "internal error";
  readonly problem: string;
  readonly source: string;
}

/** A mutated connector that took longer than a check may. */
export interface Slow {
  readonly seed: number;
  readonly source: string;
}

export interface Outcome {
  readonly count: number;
  /** How many of the mutated sources still parsed, so that the rules ran on them. */
  readonly parsed: number;
  /** How often each kind of mutation was made. */
  readonly kinds: Readonly<Record<MutationKind, number>>;
  /** How many had to be stopped at the limit; users see a finding that says so. */
  readonly stopped: readonly Slow[];
  /** The longest time that one check took, in milliseconds. */
  readonly slowest: number;
  readonly failures: readonly Failure[];
}

/** Checks mutated connectors, and collects those that made the checks fail. Each has a seed of its own. */
export async function fuzz(campaign: Campaign): Promise<Outcome> {
  const { makeChecker, sources, count, seed, limitMilliseconds = 10_000, onProgress } = campaign;
  const failures: Failure[] = [];
  let parsed = 0;
  const stopped: Slow[] = [];
  const kinds = Object.fromEntries(mutationKinds.map((kind) => [kind, 0])) as Record<MutationKind, number>;
  let checker = await makeChecker();
  let slowest = 0;
  for (let index = 0; index < count; index++) {
    const own = seed + index;
    const random = createRandom(own);
    const source = sources[Math.floor(random() * sources.length)]!;
    const other = sources[Math.floor(random() * sources.length)]!;
    const { source: mutated, kinds: made } = mutate(source, random, other);
    for (const kind of made) kinds[kind]++;
    const started = performance.now();
    const tried = withinTime(limitMilliseconds, () => tryCheck(checker, mutated));
    slowest = Math.max(slowest, performance.now() - started);
    if (!tried.ok) {
      stopped.push({ seed: own, source: mutated });
      // What was stopped is in a state that nobody knows.
      checker = await makeChecker();
    } else {
      if (tried.value.parses) parsed++;
      if (tried.value.failure) failures.push({ seed: own, source: mutated, ...tried.value.failure });
    }
    if (onProgress && index % 5000 === 4999) onProgress(index + 1);
  }
  return { count, parsed, kinds, stopped, slowest, failures };
}

interface Tried {
  readonly failure: Pick<Failure, "kind" | "problem"> | null;
  readonly parses: boolean;
}

function tryCheck(checker: Checker, source: string): Tried {
  try {
    const bytes = new TextEncoder().encode(source);
    const project = { path: ".", file: "connector.rb", source: bytes, files: null };
    const result = checker.check(project, { failOn: "error" });
    checker.inspect("connector.rb", bytes);
    render(result);
    const { findings } = result.report;
    const defect = findings.find((finding) => finding.ruleId === internalErrorId);
    const parses = !findings.some((finding) => finding.ruleId === "structure/syntax-error");
    return { failure: defect ? { kind: "internal error", problem: defect.message } : null, parses };
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { failure: { kind: "crash", problem }, parses: false };
  }
}

const catalogue = new Map(rules.map((rule) => [rule.id, rule]));

/** What was found must be fit to be shown, too: messages and source lines hold what the connector does. */
function render(result: ProjectResult): void {
  renderText([result], { rules: catalogue, style: createStyle(false), width: 80 });
  renderHtml([result], { rules: catalogue });
  JSON.parse(renderSarif([result], catalogue));
}
