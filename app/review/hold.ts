import { type GivenAct, inOrder } from "./act.ts";
import type { Roles } from "./roles.ts";

/** Somebody stopped a submission. */
export interface Hold {
  readonly by: string;
  readonly at: number;
  /** Empty where none was given. */
  readonly reason: string;
}

/** Whether a submission is on hold, and when that ended last, in seconds since the epoch. */
export interface Holds {
  readonly hold: Hold | null;
  readonly resumedAt: number | null;
}

/**
 * Folds holds. One stays although its comment was deleted or its author left; it ends by the word of somebody who may
 * say so, and comes back where that comment goes.
 */
export function holdsOf(acts: readonly GivenAct[], roles: Roles): Holds {
  let hold: Hold | null = null;
  let resumedAt: number | null = null;
  for (const { act, by, at, isIntact } of inOrder(acts)) {
    if (act.act === "hold") hold = { by, at, reason: act.reason };
    if (act.act === "unhold" && isIntact && roles.mayHold(by) && hold) {
      hold = null;
      resumedAt = at;
    }
  }
  return { hold, resumedAt };
}
