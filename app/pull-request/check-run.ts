import { createHash } from "node:crypto";
import {
  maxAnnotationsPerRequest,
  type Annotation,
  type CheckAction,
  type CheckOutput,
  type Conclusion,
  type ObservedCheckRun,
} from "../github/check-runs.ts";
import { isSha } from "../subjects/subject.ts";

/** A check run as it should be in the end. */
export interface DesiredCheckRun {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly output: CheckOutput;
  readonly annotations: readonly Annotation[];
  readonly actions: readonly CheckAction[];
}

/**
 * The external id of a check run says what it was made from and what it says, so that one look at it tells whether
 * it is up to date, and annotations need not be downloaded.
 */
export interface ExternalId {
  /** Of everything that the result depends on. */
  readonly inputs: string;
  /** Of the result. */
  readonly content: string;
  readonly speaksFor?: SpeaksFor | null;
}

/**
 * What a commit was checked for, which its name does not tell: a pull request, of which several may have the same head,
 * or the commit that a merge queue builds upon.
 */
export type SpeaksFor = { readonly pull: number } | { readonly base: string };

const scheme = "cg1";

export function formatExternalId({ inputs, content, speaksFor = null }: ExternalId): string {
  const last = speaksFor === null ? [] : ["pull" in speaksFor ? `#${speaksFor.pull}` : speaksFor.base];
  return [scheme, inputs, content, ...last].join(":");
}

export function parseExternalId(text: string): ExternalId | null {
  const [first, inputs = "", content = "", last, ...rest] = text.split(":");
  if (first !== scheme || !inputs || !content || rest.length > 0) return null;
  if (last === undefined) return { inputs, content };
  const speaksFor = parseSpeaksFor(last);
  return speaksFor && { inputs, content, speaksFor };
}

function parseSpeaksFor(text: string): SpeaksFor | null {
  if (/^#[1-9]\d{0,9}$/.test(text)) return { pull: Number(text.slice(1)) };
  return isSha(text) ? { base: text } : null;
}

/** What the runs of a commit speak for; null where they do not say. */
export function speaksForOf(runs: readonly ObservedCheckRun[]): SpeaksFor | null {
  for (const { externalId } of runs) {
    const known = parseExternalId(externalId)?.speaksFor;
    if (known) return known;
  }
  return null;
}

/** A short name for a value that can be written as JSON. */
export function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
}

/** Whether all runs are there, completed, and made from the same inputs: nothing is left to find out. */
export function isSettled(
  observed: readonly ObservedCheckRun[],
  names: readonly string[],
  inputs: string,
): boolean {
  return names.every((name) => {
    const run = observed.find((candidate) => candidate.name === name);
    return run?.isCompleted === true && parseExternalId(run.externalId)?.inputs === inputs;
  });
}

/** What is left to do about a check run. */
export type CheckRunChange =
  | { readonly kind: "create"; readonly desired: DesiredCheckRun; readonly externalId: string }
  | {
      readonly kind: "complete";
      readonly id: number;
      readonly desired: DesiredCheckRun;
      readonly externalId: string;
      /** How many annotations are there already. */
      readonly posted: number;
    }
  | { readonly kind: "rename"; readonly id: number; readonly externalId: string };

/**
 * The difference between a run and what it should be. GitHub only ever adds annotations to a run, so one that says
 * something else is followed by a new one; one that was left in the middle of its annotations is taken up there.
 */
export function changeOf(
  observed: ObservedCheckRun | undefined,
  desired: DesiredCheckRun,
  inputs: string,
  speaksFor: SpeaksFor | null = null,
): CheckRunChange | null {
  const content = digest(desired);
  const externalId = formatExternalId({ inputs, content, speaksFor });
  if (!observed) return { kind: "create", desired, externalId };
  const { id, isCompleted, annotationCount } = observed;
  const isSame = parseExternalId(observed.externalId)?.content === content;
  if (isCompleted) {
    if (!isSame) return { kind: "create", desired, externalId };
    return observed.externalId === externalId ? null : { kind: "rename", id, externalId };
  }
  if (annotationCount === 0) return { kind: "complete", id, desired, externalId, posted: 0 };
  if (!isSame || annotationCount > desired.annotations.length) return { kind: "create", desired, externalId };
  return { kind: "complete", id, desired, externalId, posted: annotationCount };
}

/** The annotations that are not there yet, in portions that GitHub takes; always at least one portion. */
export function batchesOf(
  annotations: readonly Annotation[],
  posted: number,
): readonly (readonly Annotation[])[] {
  const batches: (readonly Annotation[])[] = [];
  for (let start = posted; start < annotations.length; start += maxAnnotationsPerRequest) {
    batches.push(annotations.slice(start, start + maxAnnotationsPerRequest));
  }
  return batches.length === 0 ? [[]] : batches;
}
