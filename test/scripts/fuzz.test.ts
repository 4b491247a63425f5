import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { fuzz } from "../../scripts/fuzz/campaign.ts";
import { createRandom } from "../../scripts/random.ts";
import { mutate, mutationKinds } from "../../scripts/fuzz/mutate.ts";
import { createTestChecker } from "../support/checker.ts";

const sources = ["helpdesk", "helpdesk-fixed"].map((name) =>
  readFileSync(new URL(`../../examples/${name}/connector.rb`, import.meta.url), "utf8"),
);

test("answers whatever a connector is turned into with findings", async () => {
  const { failures, parsed, kinds } = await fuzz({
    makeChecker: () => createTestChecker(),
    sources,
    count: 150,
    seed: 7,
    // The parser itself never ends on some of what is no Ruby; users are told so after ten seconds.
    limitMilliseconds: 2000,
  });

  expect(failures.map(({ seed, problem }) => `${seed}: ${problem}`)).toEqual([]);
  expect(parsed).toBeGreaterThan(0);
  expect(Object.entries(kinds).filter(([, count]) => count === 0)).toEqual([]);
});

test("makes the same of a connector for the same seed", () => {
  const [first, other] = sources as [string, string];

  const [one, again, different] = [1, 1, 2].map((seed) => mutate(first, createRandom(seed), other));

  expect(again).toEqual(one);
  expect(different!.source).not.toBe(one!.source);
  expect(mutationKinds).toEqual(expect.arrayContaining(one!.kinds as never[]));
});
