import type { Annotation } from "../github/check-runs.ts";

/** The conditions of a listing; each is a check run of this name on the submission's head commit. */
export const gateNames = [
  "Submission",
  "Developer account",
  "Guidelines",
  "Usability",
  "Testing evidence",
  "Code review",
  "Usability review",
] as const;
export type GateName = (typeof gateNames)[number];

/** Those that the app judges by itself; the others are for people. */
export const automaticGateNames = gateNames.slice(0, 5) as readonly GateName[];

/** A gate as it should be shown. */
export interface Gate {
  readonly name: GateName;
  /** `pass` and `fail` complete the check run; `waiting` leaves it open, with what it says. */
  readonly state: "pass" | "fail" | "waiting";
  /** One line of plain text. */
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

/** A rule that a reviewer set aside for this submission. */
export interface GrantedWaiver {
  readonly rule: string;
  readonly reason: string;
  /** The reviewer's login. */
  readonly by: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** The connector it was granted for, as `SubmissionObservation.digest`; it counts for no other. */
  readonly digest: string;
}

export function isPassing({ state }: Pick<Gate, "state">): boolean {
  return state === "pass";
}
