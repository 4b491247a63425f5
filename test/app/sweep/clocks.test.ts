import { expect, test } from "vitest";
import { sweepClocks } from "../../../app/sweep/clocks.ts";

test("queues what is watched, for when nothing else is to do", async () => {
  const added: unknown[] = [];
  const queue = {
    watched: async () => ["repo:7:programme/listings"],
    add: async (...parameters: unknown[]) => void added.push(parameters),
  };

  expect(await sweepClocks(queue)).toEqual({ found: 1, requests: 0, incomplete: false });
  expect(added).toEqual([[["repo:7:programme/listings"], { background: true }]]);
});

test("leaves the queue alone where nothing is watched", async () => {
  const queue = {
    watched: async () => [],
    add: async () => {
      throw new Error("nothing to add");
    },
  };

  expect(await sweepClocks(queue)).toMatchObject({ found: 0 });
});
