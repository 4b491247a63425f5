import type { SubmissionRecord } from "../../checks/listing/submission-record.ts";
import type { HeadRecord, SubmissionFacts } from "./facts.ts";

/** One reason why a submission cannot be what it says: what is wrong, and what its author does about it; Markdown. */
export interface Problem {
  readonly what: string;
  readonly todo: string;
}

/** Notes a problem. */
export type Add = (what: string, todo: string) => void;

/** The facts of a submission that has a record. */
export type Known = SubmissionFacts & {
  readonly head: HeadRecord & { readonly record: SubmissionRecord };
};

export function isKnown(facts: SubmissionFacts): facts is Known {
  return facts.head !== null && facts.head.record !== null;
}

/** What authors do most often. */
export const rerun = "Run the submit workflow of the tag again; it writes the record anew.";
export const newer = "Release a newer version; its tag brings this submission up to date.";
