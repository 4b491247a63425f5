import type { Annotation, CheckRunPort, Conclusion, ObservedCheckRun } from "../github/check-runs.ts";
import {
  batchesOf,
  digest,
  formatExternalId,
  parseExternalId,
  type SpeaksFor,
} from "../pull-request/check-run.ts";
import { type Gate, type GateName, gateNames } from "./gate.ts";

/** A gate's check run as it should be. */
export interface GateRun {
  readonly name: GateName;
  /** Null leaves the run open. */
  readonly conclusion: Conclusion | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

const conclusions = { pass: "success", fail: "failure", waiting: null } as const;

export function toRun({ name, state, title, summary, annotations }: Gate): GateRun {
  return { name, conclusion: conclusions[state], title, summary, annotations };
}

/** Runs that say the same, such as those of a pull request that is no submission. */
export function sameRuns(
  names: readonly GateName[],
  conclusion: GateRun["conclusion"],
  title: string,
  summary: string,
): readonly GateRun[] {
  return names.map((name) => ({ name, conclusion, title, summary, annotations: [] }));
}

/** What is left to do about one run. */
export type GateRunChange =
  | { readonly kind: "create" }
  /** `posted` annotations are there already; GitHub only ever adds to them. */
  | { readonly kind: "update"; readonly id: number; readonly posted: number };

/**
 * The difference between a run and what it should be; null where there is none. A completed run that says something
 * else, or that GitHub completed because it was open for too long, is followed by a new one.
 */
export function changeOfRun(observed: ObservedCheckRun | undefined, desired: GateRun): GateRunChange | null {
  if (!observed) return { kind: "create" };
  const isSame = parseExternalId(observed.externalId)?.content === digest(desired);
  const { id, isCompleted, annotationCount: posted } = observed;
  if (isCompleted) return isSame && desired.conclusion !== null ? null : { kind: "create" };
  if (isSame && desired.conclusion === null) return null;
  if (posted === 0) return { kind: "update", id, posted };
  return isSame && posted <= desired.annotations.length ? { kind: "update", id, posted } : { kind: "create" };
}

const soon = {
  title: "Waiting for its turn",
  summary: "This is about to be looked at.",
};

/** Opens the first of the runs where it is missing, so that people see that something is coming. */
export async function announceGates(
  sha: string,
  observed: readonly ObservedCheckRun[],
  port: CheckRunPort,
): Promise<readonly ObservedCheckRun[]> {
  const [name] = gateNames;
  if (observed.some((run) => run.name === name)) return observed;
  const { id } = await port.create(sha, name, soon);
  return [...observed, { id, name, externalId: "", isCompleted: false, annotationCount: 0, startedAt: 0 }];
}

/** Writes the runs that are not yet as they should be; safe to stop between any two requests. */
export async function writeRuns(
  sha: string,
  observed: readonly ObservedCheckRun[],
  desired: readonly GateRun[],
  port: CheckRunPort,
  speaksFor: SpeaksFor | null = null,
): Promise<void> {
  for (const run of desired) {
    const change = changeOfRun(
      observed.find(({ name }) => name === run.name),
      run,
    );
    if (change) await writeRun(sha, run, change, port, speaksFor);
  }
}

async function writeRun(
  sha: string,
  run: GateRun,
  change: GateRunChange,
  port: CheckRunPort,
  speaksFor: SpeaksFor | null,
): Promise<void> {
  let id = change.kind === "update" ? change.id : null;
  const batches = batchesOf(run.annotations, change.kind === "update" ? change.posted : 0);
  for (const [index, annotations] of batches.entries()) {
    const update = {
      externalId: formatExternalId({ inputs: "gate", content: digest(run), speaksFor }),
      output: { title: run.title, summary: run.summary },
      annotations,
      conclusion: index === batches.length - 1 ? run.conclusion : null,
      actions: [],
    };
    if (id === null) ({ id } = await port.createWith(sha, run.name, update));
    else await port.update(id, update);
  }
}
