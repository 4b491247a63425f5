import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  formatDue,
  isoDay,
  isWorkingTime,
  workingDaysBetween,
} from "../../../app/calendar/working-days.ts";
import { type Calendar, defaultListingsPolicy } from "../../../checks/listing/listings-policy.ts";

function calendarOf(details: Partial<Calendar> = {}): Calendar {
  return { ...defaultListingsPolicy.calendar, ...details };
}

const berlin = calendarOf({ "time-zone": "Europe/Berlin", holidays: ["2026-12-25", "2027-01-01"] });

describe("addWorkingDays", () => {
  test.each<readonly [string, string, number, Calendar, string]>([
    ["counts from the next day on", "2026-11-24T09:00:00Z", 2, calendarOf(), "2026-11-26T23:59:59.999Z"],
    ["leaves out the weekend", "2026-11-26T09:00:00Z", 2, calendarOf(), "2026-11-30T23:59:59.999Z"],
    [
      "counts from Monday for a Saturday",
      "2026-11-28T09:00:00Z",
      1,
      calendarOf(),
      "2026-11-30T23:59:59.999Z",
    ],
    ["counts from Monday for a Sunday", "2026-11-29T23:59:00Z", 2, calendarOf(), "2026-12-01T23:59:59.999Z"],
    ["leaves out holidays", "2026-12-24T12:00:00Z", 2, berlin, "2026-12-29T22:59:59.999Z"],
    ["leaves out a holiday between weekends", "2026-12-31T12:00:00Z", 1, berlin, "2027-01-04T22:59:59.999Z"],
    [
      "is on the zone's day, which is the next one already",
      "2026-11-23T23:30:00Z",
      1,
      berlin,
      "2026-11-25T22:59:59.999Z",
    ],
    [
      "is on the zone's day, which is still the one before",
      "2026-11-24T03:00:00Z",
      1,
      calendarOf({ "time-zone": "America/Los_Angeles" }),
      "2026-11-25T07:59:59.999Z",
    ],
    [
      "ends in summer time what began in winter",
      "2026-03-27T12:00:00Z",
      1,
      berlin,
      "2026-03-30T21:59:59.999Z",
    ],
    [
      "ends in winter what began in summer time",
      "2026-10-23T12:00:00Z",
      1,
      berlin,
      "2026-10-26T22:59:59.999Z",
    ],
    [
      "ends a day of 25 hours at its end",
      "2026-10-24T12:00:00Z",
      1,
      { ...berlin, "working-days": ["sunday"] },
      "2026-10-25T22:59:59.999Z",
    ],
    [
      "works where the clocks change at midnight",
      "2026-09-04T12:00:00Z",
      1,
      calendarOf({ "time-zone": "America/Santiago", "working-days": ["saturday"] }),
      "2026-09-06T03:59:59.999Z",
    ],
    [
      "works with other working days",
      "2026-11-26T09:00:00Z",
      1,
      calendarOf({
        "time-zone": "Asia/Riyadh",
        "working-days": ["sunday", "monday", "tuesday", "wednesday", "thursday"],
      }),
      "2026-11-29T20:59:59.999Z",
    ],
    [
      "works in zones of quarters of an hour",
      "2026-11-24T09:00:00Z",
      1,
      calendarOf({ "time-zone": "Asia/Kathmandu" }),
      "2026-11-25T18:14:59.999Z",
    ],
    ["ends today where no day is added", "2026-11-24T09:00:00Z", 0, calendarOf(), "2026-11-24T23:59:59.999Z"],
  ])("%s", (_, from, days, calendar, expected) => {
    expect(addWorkingDays(new Date(from), days, calendar).toISOString()).toBe(expected);
  });
});

describe("workingDaysBetween", () => {
  test.each<readonly [string, string, string, number]>([
    ["is nothing within a day", "2026-11-24T08:00:00Z", "2026-11-24T20:00:00Z", 0],
    ["counts a day that began", "2026-11-24T08:00:00Z", "2026-11-25T00:00:00Z", 1],
    ["leaves out the weekend", "2026-11-27T08:00:00Z", "2026-11-29T20:00:00Z", 0],
    ["leaves out the holiday", "2026-12-24T08:00:00Z", "2026-12-28T08:00:00Z", 1],
    ["is nothing backwards", "2026-11-27T08:00:00Z", "2026-11-20T20:00:00Z", 0],
  ])("%s", (_, from, to, expected) => {
    expect(workingDaysBetween(new Date(from), new Date(to), berlin)).toBe(expected);
  });
});

test("the end of the n-th working day is n working days later, on a working day, in every zone", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/Santiago",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Australia/Lord_Howe",
  ];
  const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) });

  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 8 }), fc.constantFrom(...zones), (time, days, zone) => {
      const calendar = calendarOf({ "time-zone": zone, holidays: ["2026-01-01", "2026-12-25"] });
      const from = new Date(time);
      const end = addWorkingDays(from, days, calendar);

      expect(end.getTime()).toBeGreaterThan(time);
      expect(workingDaysBetween(from, end, calendar)).toBe(days);
      expect(isWorkingTime(end, calendar)).toBe(true);
      expect(isoDay(new Date(end.getTime() + 1), calendar)).not.toBe(isoDay(end, calendar));
    }),
    { numRuns: 200 },
  );
});

test.each<readonly [string, string, string]>([
  ["says the day in words", "2026-11-26T12:00:00Z", "Thursday, 26 November 2026"],
  ["says the zone's day", "2026-12-31T23:30:00Z", "Friday, 1 January 2027"],
])("%s", (_, date, expected) => {
  expect(formatDue(new Date(date), berlin)).toBe(expected);
});

test("says the last day of an addition, not the one after", () => {
  const due = addWorkingDays(new Date("2026-11-24T09:00:00Z"), 2, berlin);

  expect(formatDue(due, berlin)).toBe("Thursday, 26 November 2026");
  expect(isoDay(due, berlin)).toBe("2026-11-26");
});
