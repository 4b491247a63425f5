import { addWorkingDays, isWorkingTime, workingDaysBetween } from "../calendar/working-days.ts";
import type { Gate } from "../submission/gate.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import type { ReviewState } from "./fold.ts";
import type { Memory } from "./memory.ts";
import { isOwn } from "./receipt.ts";
import { type Side, sides } from "./side.ts";

export const reminderMark = "<!-- connector-gate:reminder -->";

/** Until when reviewers are to answer, and what is to be done about it now. */
export interface Clock {
  /** Since when this connector can be reviewed, in seconds; null while it cannot. */
  readonly since: number | null;
  /** Null where nobody waits for reviewers. */
  readonly due: Date | null;
  readonly isOverdue: boolean;
  /** Whether to remind the reviewers in this look. */
  readonly isReminding: boolean;
}

/** The sides that wait for reviewers, and not for the author. */
export function waitingSides({ sides: judged }: ReviewState): readonly Side[] {
  return sides.filter((side) => {
    const { signer, missing, requests } = judged[side];
    const isDone = signer !== null && missing.length === 0;
    return !isDone && requests.every(({ state }) => state !== "open");
  });
}

/**
 * Reviewers have the policy's working days from the moment when the connector could be reviewed; a new connector and
 * the end of a hold start them anew.
 */
export function clockOf(
  observation: SubmissionObservation,
  state: ReviewState,
  automaticGates: readonly Gate[],
  isReady: boolean,
): Clock {
  const { digest, now, policy } = observation;
  const { memory, hold, resumedAt } = state;
  const seconds = Math.floor(now.getTime() / 1000);
  // While a gate is red it is the author's turn, and reviewers begin anew after it.
  const isFailing = automaticGates.some((gate) => gate.state === "fail");
  const known = memory.digest === digest && !isFailing ? memory.since : null;
  const since = known ?? (isReady ? seconds : null);
  const stopped: Clock = { since, due: null, isOverdue: false, isReminding: false };
  if (since === null || !isReady || hold || waitingSides(state).length === 0) return stopped;
  const start = new Date(Math.max(since, resumedAt ?? 0) * 1000);
  const due = addWorkingDays(start, policy.calendar["review-days"], policy.calendar);
  const isOverdue = now > due;
  return { since, due, isOverdue, isReminding: isOverdue && mayRemind(observation, memory, start) };
}

/** Once when it is overdue, and again after as many working days; never twice on a working day, nor on a day off. */
function mayRemind(
  { comments, now, policy: { calendar } }: SubmissionObservation,
  { reminded }: Memory,
  start: Date,
): boolean {
  if (!isWorkingTime(now, calendar)) return false;
  const times = comments
    .filter((comment) => isOwn(comment) && comment.body.startsWith(reminderMark))
    .map(({ createdAt }) => createdAt);
  const last = Math.max(reminded ?? 0, ...times);
  if (last === 0) return true;
  const passed = workingDaysBetween(new Date(last * 1000), now, calendar);
  const isFirst = last * 1000 < start.getTime();
  return passed >= (isFirst ? 1 : calendar["review-days"]);
}
