import type { Checker } from "../../checks/checker.ts";
import { internalErrorId } from "../../checks/engine/run-rules.ts";
import { withinTime } from "../../checks/cli/time-limit.ts";
import { createRandom, mutate } from "./mutate.ts";

export interface Campaign {
  readonly makeChecker: () => Promise<Checker>;
  readonly sources: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

export interface Failure {
  readonly seed: number;
  readonly problem: string;
  readonly source: string;
}

export interface Outcome {
  readonly count: number;
  /** How many of the mutated sources still parsed, so that the rules ran on them. */
  readonly parsed: number;
  /** How many had to be stopped at the limit; users see a finding that says so. */
  readonly stopped: number;
  /** The longest time that one check took, in milliseconds. */
  readonly slowest: number;
  readonly failures: readonly Failure[];
}

/** One check may take this long, whatever the input: the limit that users are promised. */
const limitMilliseconds = 10_000;

/** Checks mutated connectors, and collects those that made the checks fail. Each has a seed of its own. */
export async function fuzz({ makeChecker, sources, count, seed, onProgress }: Campaign): Promise<Outcome> {
  const failures: Failure[] = [];
  let parsed = 0;
  let stopped = 0;
  let checker = await makeChecker();
  let slowest = 0;
  for (let index = 0; index < count; index++) {
    const own = seed + index;
    const random = createRandom(own);
    const source = sources[Math.floor(random() * sources.length)]!;
    const other = sources[Math.floor(random() * sources.length)]!;
    const mutated = mutate(source, random, other);
    const started = performance.now();
    const tried = withinTime(limitMilliseconds, () => tryCheck(checker, mutated));
    slowest = Math.max(slowest, performance.now() - started);
    if (!tried.ok) {
      stopped++;
      // What was stopped is in a state that nobody knows.
      checker = await makeChecker();
    } else {
      if (tried.value.parses) parsed++;
      if (tried.value.problem !== null)
        failures.push({ seed: own, problem: tried.value.problem, source: mutated });
    }
    if (onProgress && index % 5000 === 4999) onProgress(index + 1);
  }
  return { count, parsed, stopped, slowest, failures };
}

function tryCheck(checker: Checker, source: string): { problem: string | null; parses: boolean } {
  try {
    const bytes = new TextEncoder().encode(source);
    const project = { path: ".", file: "connector.rb", source: bytes, files: null };
    const { report } = checker.check(project, { failOn: "error" });
    checker.inspect("connector.rb", bytes);
    const defect = report.findings.find((finding) => finding.ruleId === internalErrorId);
    const parses = !report.findings.some((finding) => finding.ruleId === "structure/syntax-error");
    return { problem: defect?.message ?? null, parses };
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      parses: false,
    };
  }
}
