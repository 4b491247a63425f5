import { describe, expect, test } from "vitest";
import type { DeliveryAttempt, DeliveryPort } from "../../../app/github/deliveries.ts";
import { failedForGood, sweepDeliveries } from "../../../app/sweep/failed-deliveries.ts";

let nextId = 1;

function attempt(guid: string, minute: number, parts: Partial<DeliveryAttempt> = {}): DeliveryAttempt {
  const deliveredAt = new Date(Date.UTC(2026, 0, 1, 0, minute));
  return { id: nextId++, guid, deliveredAt, succeeded: false, redelivery: false, ...parts };
}

describe("asks again for", () => {
  test.each<[string, readonly DeliveryAttempt[], readonly string[]]>([
    ["what failed", [attempt("a", 1), attempt("b", 2)], ["a", "b"]],
    ["nothing that arrived", [attempt("a", 1, { succeeded: true })], []],
    [
      "nothing that arrived later",
      [attempt("a", 1), attempt("a", 2, { succeeded: true, redelivery: true })],
      [],
    ],
    ["what failed again", [attempt("a", 1), attempt("a", 2, { redelivery: true })], ["a"]],
    [
      "nothing that keeps failing",
      [attempt("a", 1), ...[2, 3, 4].map((minute) => attempt("a", minute, { redelivery: true }))],
      [],
    ],
    ["nothing at all where there was nothing", [], []],
  ])("%s", (_what, attempts, guids) => {
    expect(failedForGood(attempts).map(({ guid }) => guid)).toEqual(guids);
  });

  test("the latest attempt of a webhook", () => {
    const [early, late] = [attempt("a", 1), attempt("a", 5)];

    expect(failedForGood([late, early])).toEqual([late]);
  });
});

function createPort(...pages: readonly (readonly DeliveryAttempt[])[]) {
  const redelivered: (number | bigint)[] = [];
  let read = 0;
  const port: DeliveryPort = {
    async *pages() {
      for (const page of pages) {
        read++;
        yield page;
      }
    },
    redeliver: async (id) => void redelivered.push(id),
  };
  return { port, redelivered, pagesRead: () => read };
}

const always = new Date(0);

test("asks for the oldest first, since a later event may depend on it", async () => {
  const [late, early] = [attempt("late", 9), attempt("early", 1)];
  const { port, redelivered } = createPort([late, early]);

  const result = await sweepDeliveries({ port, since: always, maxRequests: 10 });

  expect(redelivered).toEqual([early.id, late.id]);
  expect(result).toEqual({ found: 2, requests: 3, incomplete: false });
});

test("reads no further than it looked before", async () => {
  const { port, redelivered, pagesRead } = createPort(
    [attempt("new", 20), attempt("old", 5)],
    [attempt("older", 1)],
  );

  const result = await sweepDeliveries({
    port,
    since: new Date(Date.UTC(2026, 0, 1, 0, 10)),
    maxRequests: 10,
  });

  expect([pagesRead(), redelivered.length]).toEqual([1, 1]);
  expect(result).toEqual({ found: 1, requests: 2, incomplete: false });
});

test("stays within its bound on requests and says so", async () => {
  const pages = Array.from({ length: 9 }, (_, page) => [
    attempt(`a${page}`, 50 - page),
    attempt(`b${page}`, 50 - page),
  ]);
  const { port, redelivered, pagesRead } = createPort(...pages);

  const result = await sweepDeliveries({ port, since: always, maxRequests: 6 });

  expect([pagesRead(), redelivered.length]).toEqual([3, 3]);
  expect(result).toEqual({ found: 3, requests: 6, incomplete: true });
});
