import type { Label } from "../github/labels.ts";
import type { Gate } from "../submission/gate.ts";
import { isPassing } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import type { ReviewState } from "./fold.ts";

/** Where a submission is, as its label tells at a glance. */
export const stages = [
  "checking",
  "needs author",
  "in review",
  "approved",
  "on hold",
  "listed",
  "withdrawn",
] as const;
export type Stage = (typeof stages)[number];

const looks: Readonly<Record<Stage, Omit<Label, "name">>> = {
  checking: { color: "c5def5", description: "The checks of this submission are running." },
  "needs author": { color: "fbca04", description: "The author has something to do." },
  "in review": { color: "1d76db", description: "Reviewers have something to do." },
  approved: { color: "0e8a16", description: "Every gate is green; it can be listed." },
  "on hold": { color: "d4c5f9", description: "Somebody stopped this submission for now." },
  listed: { color: "5319e7", description: "The connector is listed." },
  withdrawn: { color: "cccccc", description: "Closed without being listed, or taken back." },
};

export const overdueLabel: Label = {
  name: "review: overdue",
  color: "d93f0b",
  description: "The policy's days for a review have passed.",
};

export function stageLabel(stage: Stage): Label {
  return { name: `submission: ${stage}`, ...looks[stage] };
}

export function stageOf(
  { pull, listed }: Pick<SubmissionObservation, "pull" | "listed">,
  { hold }: Pick<ReviewState, "hold">,
  gates: readonly Gate[],
): Stage {
  if (pull.isMerged) return listed ? "listed" : "withdrawn";
  if (!pull.isOpen) return "withdrawn";
  if (hold) return "on hold";
  if (gates.some(({ state }) => state === "fail") || pull.isDraft) return "needs author";
  if (gates.slice(0, 5).some((gate) => !isPassing(gate))) return "checking";
  return gates.every(isPassing) ? "approved" : "in review";
}
