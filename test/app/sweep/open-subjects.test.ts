import { expect, test } from "vitest";
import type { Repository } from "../../../app/github/client.ts";
import { sweepSubjects, type SubjectSweepOptions } from "../../../app/sweep/open-subjects.ts";

async function* pages<Item>(...items: readonly (readonly Item[])[]): AsyncIterable<readonly Item[]> {
  yield* items;
}

function repositories(...names: readonly string[]): readonly Repository[] {
  return names.map((repo) => ({ owner: "acme", repo }));
}

function createSweep(options: Partial<SubjectSweepOptions> = {}) {
  const added: string[] = [];
  const failures: number[] = [];
  const sweep = () =>
    sweepSubjects({
      installations: () => pages([1, 2]),
      repositories: (id) => pages(repositories(`first-of-${id}`), repositories(`second-of-${id}`)),
      add: async (id, found) => void added.push(...found.map(({ repo }) => `${id}:${repo}`)),
      onFailure: (id) => failures.push(id),
      maxRequests: 100,
      ...options,
    });
  return { sweep, added, failures };
}

test("queues every repository of every installation", async () => {
  const { sweep, added } = createSweep();

  expect(await sweep()).toEqual({ found: 4, requests: 5, incomplete: false });
  expect(added).toEqual(["1:first-of-1", "1:second-of-1", "2:first-of-2", "2:second-of-2"]);
});

test("goes on with the others where an installation cannot be read", async () => {
  const { sweep, added, failures } = createSweep({
    async *repositories(id) {
      if (id === 1) throw new Error("suspended");
      yield repositories("shop");
    },
  });

  expect(await sweep()).toMatchObject({ found: 1, incomplete: false });
  expect([added, failures]).toEqual([["2:shop"], [1]]);
});

test("stays within its bound on requests and says so", async () => {
  const { sweep, added } = createSweep({ maxRequests: 2 });

  expect(await sweep()).toEqual({ found: 1, requests: 2, incomplete: true });
  expect(added).toEqual(["1:first-of-1"]);
});
