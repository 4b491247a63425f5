import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { fuzz } from "../../scripts/fuzz/campaign.ts";
import { createTestChecker } from "../support/checker.ts";

test("answers whatever a connector is turned into with findings", async () => {
  const sources = ["helpdesk", "helpdesk-fixed"].map((name) =>
    readFileSync(new URL(`../../examples/${name}/connector.rb`, import.meta.url), "utf8"),
  );

  const { failures, parsed } = await fuzz({
    makeChecker: () => createTestChecker(),
    sources,
    count: 150,
    seed: 7,
  });

  expect(failures.map(({ seed, problem }) => `${seed}: ${problem}`)).toEqual([]);
  expect(parsed).toBeGreaterThan(0);
});
