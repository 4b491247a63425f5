import { describe, expect, test } from "vitest";

import type { FakeGitHub, Fault } from "../../support/fake-github.ts";
import {
  mergePull,
  type Programme,
  sampleRecord,
  seen,
  startProgramme,
  submitRecord,
} from "./submissions.ts";

/** What is there before the first run, so that every write of the action happens in one of them. */
const scenarios = {
  "on a branch there": ({ github, listings }: Programme) => github.permission(listings, "ann", "write"),
  "on a branch that is left from a listed version": async ({ github, listings }: Programme) => {
    github.permission(listings, "ann", "write");
    await submit(github, "0.9.0");
    await mergePull(github, 1);
  },
  "from a new fork": () => {},
  "from an old fork": ({ listings }: Programme) => {
    listings.fork("ann");
    listings.commit("main", { "docs.md": "new" });
  },
} as const;

/** For the action a cut line and an error of GitHub's are the same; one of each is enough. */
const faults: Readonly<Record<string, Fault>> = {
  "breaks before it is done": { status: 502 },
  "is cut off after it was done": { reset: true, after: true },
};

function submit(github: FakeGitHub, version: string) {
  return submitRecord(github, github.token("ann"), sampleRecord(version));
}

async function start(scenario: keyof typeof scenarios): Promise<Programme & AsyncDisposable> {
  const { github, listings } = await startProgramme("read");
  await scenarios[scenario]({ github, listings });
  github.forget();
  return { github, listings, [Symbol.asyncDispose]: () => github.close() };
}

/** Lets the n-th write from now on go wrong; where it stays so, the run ends there, as if it were killed. */
function breakWrite(github: FakeGitHub, wanted: number, fault: Fault, stays: boolean): void {
  let writes = 0;
  let broken = false;
  github.fault({
    ...fault,
    times: stays ? 100 : 1,
    when({ method }) {
      if (method !== "GET") broken = ++writes === wanted || (broken && stays);
      return broken && (method !== "GET" || stays);
    },
  });
}

/** Whether the run ended at the write. */
async function breakOff(github: FakeGitHub, version: string, write: number, fault: Fault): Promise<boolean> {
  breakWrite(github, write, fault, true);
  const failed = await submit(github, version).then(
    () => false,
    () => true,
  );
  github.clearFaults();
  return failed;
}

/** The writes of a first version and of a newer one, as an undisturbed run makes them. */
async function countWrites(scenario: keyof typeof scenarios): Promise<readonly [number, number]> {
  await using place = await start(scenario);
  await submit(place.github, "1.0.0");
  const first = place.github.count().writes;
  await submit(place.github, "1.1.0");
  return [first, place.github.count().writes - first];
}

function expectOne({ github, listings }: Programme, scenario: keyof typeof scenarios, number: number): void {
  const open = seen(github, listings).pulls.filter(({ state }) => state === "open");
  expect(open).toMatchObject([
    {
      number,
      title: "Helpdesk 1.1.0",
      version: "1.1.0",
      labels: scenario.includes("fork") ? [] : ["submission"],
      comments: [expect.stringContaining("Now 1.1.0.")],
    },
  ]);
  const forks = github.world.repositories.filter(({ parent }) => parent !== null);
  expect(forks).toHaveLength(scenario.includes("fork") ? 1 : 0);
}

describe.each(Object.keys(scenarios) as (keyof typeof scenarios)[])("a submission %s", (scenario) => {
  test.each(Object.entries(faults))("gets over every write that %s", async (_, fault) => {
    const [first, second] = await countWrites(scenario);
    expect(Math.min(first, second)).toBeGreaterThanOrEqual(5);

    for (let write = 1; write <= first + second; write++) {
      await using place = await start(scenario);
      const { github } = place;
      if (write <= first) breakWrite(github, write, fault, false);
      const created = await submit(github, "1.0.0");
      if (write > first) breakWrite(github, write - first, fault, false);
      const updated = await submit(github, "1.1.0");

      expect([created.state, updated.state, updated.number]).toEqual(["created", "updated", created.number]);
      expectOne(place, scenario, created.number);
    }
  });

  test.each(Object.entries(faults))(
    "is completed by the next run where one ends in a write that %s",
    async (_, fault) => {
      const [first, second] = await countWrites(scenario);

      for (let write = 1; write <= first + second; write++) {
        await using place = await start(scenario);
        const { github } = place;
        const inFirst = write <= first && (await breakOff(github, "1.0.0", write, fault));
        const created = await submit(github, "1.0.0");
        const inSecond = write > first && (await breakOff(github, "1.1.0", write - first, fault));
        const updated = await submit(github, "1.1.0");

        expect(inFirst || inSecond).toBe(true);
        expectOne(place, scenario, created.number);
        expect(updated.number).toBe(created.number);
        github.forget();
        expect(await submit(github, "1.1.0")).toMatchObject({ state: "unchanged" });
        expect(github.count().writes).toBe(0);
      }
    },
  );
});

test("a submission waits where GitHub asks for it", async () => {
  await using place = await start("on a branch there");
  breakWrite(place.github, 1, { status: 403, headers: { "retry-after": "1" } }, false);

  expect(await submit(place.github, "1.0.0")).toMatchObject({ state: "created" });
});

describe("two runs at the same moment", () => {
  test.each(Object.keys(scenarios) as (keyof typeof scenarios)[])(
    "end in one pull request %s, with one comment",
    async (scenario) => {
      await using place = await start(scenario);
      const { github } = place;
      for (const version of ["1.0.0", "1.1.0"]) {
        const [one, other] = await Promise.all([submit(github, version), submit(github, version)]);
        expect(one.number).toBe(other.number);
      }

      const [{ number } = { number: 0 }] = seen(github, place.listings).pulls.filter(
        ({ state }) => state === "open",
      );
      expectOne(place, scenario, number);
    },
  );
});
