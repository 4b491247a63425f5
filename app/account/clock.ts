import type { Calendar } from "../../checks/listing/listings-policy.ts";
import { addWorkingDays, isoDay, isWorkingTime } from "../calendar/working-days.ts";
import type { WrittenNote } from "./notes.ts";

/** How the clock of a complete request stands. */
export interface AccountClock {
  /** The last moment of the day on which the decision is due. */
  readonly due: Date;
  readonly isOverdue: boolean;
  /** What those who decide are to be told now, and were not told yet. */
  readonly reminder: "due" | "overdue" | null;
}

/**
 * The clock runs from `since`, in seconds since the epoch. Those who decide are reminded on the last working day before
 * it is overdue, and once more when it is; only on working days, and never twice on one.
 */
export function clockOf(
  since: number,
  now: Date,
  calendar: Calendar,
  notes: readonly WrittenNote[],
): AccountClock {
  const start = new Date(since * 1000);
  const days = calendar["account-days"];
  const due = addWorkingDays(start, days, calendar);
  const isOverdue = now > due;
  const isLastDay = days > 1 && now > addWorkingDays(start, days - 1, calendar);
  const kind = isOverdue ? "overdue" : isLastDay ? "due" : null;
  const today = isoDay(now, calendar);
  const isTold = notes.some(
    ({ note }) =>
      note.note === "reminder" && (note.day === today || (note.since === since && note.kind === kind)),
  );
  return { due, isOverdue, reminder: isTold || !isWorkingTime(now, calendar) ? null : kind };
}
