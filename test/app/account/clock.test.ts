import { describe, expect, test } from "vitest";
import { clockOf } from "../../../app/account/clock.ts";
import { formatNote, notesOf } from "../../../app/account/notes.ts";
import type { Comment } from "../../../app/github/comments.ts";
import { type Calendar, defaultListingsPolicy } from "../../../checks/listing/listings-policy.ts";

const berlin: Calendar = {
  ...defaultListingsPolicy.calendar,
  "time-zone": "Europe/Berlin",
  holidays: ["2026-12-25"],
};

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** A reminder that the app wrote for a request that is complete since `since`. */
function told(since: string, kind: "due" | "overdue", day: string, isOurs = true): readonly Comment[] {
  const body = `${formatNote({ note: "reminder", since: seconds(since), kind, day })}\nHello\n`;
  return [
    {
      id: 1,
      nodeId: "IC_1",
      author: "connector-gate[bot]",
      isOurs,
      isBot: true,
      isEdited: false,
      createdAt: 0,
      updatedAt: 0,
      body,
      answers: 0,
    },
  ];
}

describe("clockOf", () => {
  const tuesday = "2026-11-24T09:00:00Z";
  test.each<readonly [string, string, string, Partial<Calendar>, readonly Comment[], string | null, boolean]>(
    [
      ["is quiet on the first day", tuesday, "2026-11-24T22:59:00Z", {}, [], null, false],
      ["is quiet through the next", tuesday, "2026-11-25T22:59:59Z", {}, [], null, false],
      ["reminds on the last day", tuesday, "2026-11-25T23:00:00Z", {}, [], "due", false],
      ["reminds once", tuesday, "2026-11-26T20:00:00Z", {}, told(tuesday, "due", "2026-11-26"), null, false],
      [
        "is overdue after the last day",
        tuesday,
        "2026-11-26T23:00:00Z",
        {},
        told(tuesday, "due", "2026-11-26"),
        "overdue",
        true,
      ],
      [
        "tells that once",
        tuesday,
        "2026-12-10T12:00:00Z",
        {},
        told(tuesday, "overdue", "2026-11-27"),
        null,
        true,
      ],
      ["tells only the worse where it was away", tuesday, "2026-11-30T12:00:00Z", {}, [], "overdue", true],
      [
        "never mentions twice on one day",
        tuesday,
        "2026-11-27T12:00:00Z",
        {},
        told("2026-11-20T09:00:00Z", "due", "2026-11-27"),
        null,
        true,
      ],
      [
        "reminds anew of what was complete anew",
        tuesday,
        "2026-11-26T12:00:00Z",
        {},
        told("2026-11-10T09:00:00Z", "due", "2026-11-12"),
        "due",
        false,
      ],
      [
        "believes only what the app wrote",
        tuesday,
        "2026-11-26T12:00:00Z",
        {},
        told(tuesday, "due", "2026-11-26", false),
        "due",
        false,
      ],
      ["is quiet at the weekend", "2026-11-26T09:00:00Z", "2026-11-28T12:00:00Z", {}, [], null, false],
      ["reminds on Monday", "2026-11-26T09:00:00Z", "2026-11-30T07:00:00Z", {}, [], "due", false],
      ["is quiet on a holiday", "2026-12-22T09:00:00Z", "2026-12-25T12:00:00Z", {}, [], null, true],
      ["keeps to summer time", "2026-03-27T09:00:00Z", "2026-03-30T22:00:00Z", {}, [], "due", false],
      ["keeps to winter time", "2026-10-23T09:00:00Z", "2026-10-26T22:59:59Z", {}, [], null, false],
      [
        "has no day between where one day is promised",
        tuesday,
        "2026-11-25T12:00:00Z",
        { "account-days": 1 },
        [],
        null,
        false,
      ],
      [
        "is overdue after that one day",
        tuesday,
        "2026-11-25T23:00:00Z",
        { "account-days": 1 },
        [],
        "overdue",
        true,
      ],
      [
        "follows the zone of the programme",
        tuesday,
        "2026-11-25T23:00:00Z",
        { "time-zone": "America/New_York" },
        [],
        null,
        false,
      ],
    ],
  )("%s", (_, since, now, details, comments, reminder, isOverdue) => {
    const clock = clockOf(seconds(since), new Date(now), { ...berlin, ...details }, notesOf(comments));

    expect(clock).toMatchObject({ reminder, isOverdue });
  });
});
