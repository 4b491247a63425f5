import { type Calendar, weekdays } from "../../checks/listing/listings-policy.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A day of the calendar in days since 1970-01-01, wherever on Earth it is. */
type Day = number;

/**
 * The end of the `days`-th working day after the day of `from`, in the calendar's time zone: its last millisecond. The
 * day of `from` itself never counts, so whoever asks late in the evening waits no longer than who asks in the morning.
 */
export function addWorkingDays(from: Date, days: number, calendar: Calendar): Date {
  let day = dayOf(from, calendar["time-zone"]);
  for (let left = days; left > 0;) {
    day++;
    if (isWorkingDay(day, calendar)) left--;
  }
  return endOf(day, calendar["time-zone"]);
}

/** How many working days began after the day of `from`, up to the day of `to`; 0 where `to` is earlier. */
export function workingDaysBetween(from: Date, to: Date, calendar: Calendar): number {
  const last = dayOf(to, calendar["time-zone"]);
  let count = 0;
  for (let day = dayOf(from, calendar["time-zone"]) + 1; day <= last; day++) {
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}

/** Whether people of the programme work on the day of `date`. */
export function isWorkingTime(date: Date, calendar: Calendar): boolean {
  return isWorkingDay(dayOf(date, calendar["time-zone"]), calendar);
}

/** The day in the calendar's time zone, such as `2026-11-26`. */
export function isoDay(date: Date, calendar: Calendar): string {
  return toIso(dayOf(date, calendar["time-zone"]));
}

/** The day as people read it, such as `Thursday, 26 November 2026`. */
export function formatDue(date: Date, calendar: Calendar): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: calendar["time-zone"],
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")}`;
}

function isWorkingDay(day: Day, calendar: Calendar): boolean {
  // The first of January 1970 was a Thursday.
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7]!;
  return calendar["working-days"].includes(weekday) && !calendar.holidays.includes(toIso(day));
}

function toIso(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayOf(date: Date, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    if (formats.size < 1000) formats.set(timeZone, format);
  }
  const parts = format.formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / dayMs;
}

/**
 * The last millisecond of a day. Days have 23 to 25 hours where clocks change, and begin at odd times where zones do,
 * so it is looked for rather than computed.
 */
function endOf(day: Day, timeZone: string): Date {
  // No zone is further than 14 hours from UTC.
  let inside = day * dayMs - 15 * hourMs;
  let beyond = (day + 1) * dayMs + 15 * hourMs;
  while (beyond - inside > 1) {
    const middle = Math.floor((inside + beyond) / 2);
    if (dayOf(new Date(middle), timeZone) <= day) inside = middle;
    else beyond = middle;
  }
  return new Date(inside);
}
