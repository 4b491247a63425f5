import { expect, test } from "vitest";

import type { Checker } from "../../../checks/checker.ts";
import { createBoundedSearch } from "../../../checks/cli/bounded-checker.ts";
import { createTestChecker } from "../../support/checker.ts";

test("takes a file that cannot be told in time for a connector, and goes on with another checker", async () => {
  const endless: Checker = {
    ...(await createTestChecker([])),
    isConnector: () => {
      for (;;);
    },
  };
  const search = createBoundedSearch(endless, 0.05);

  const first = await search.isConnector(new TextEncoder().encode("{}"));
  const second = await search.isConnector(new TextEncoder().encode("{ title: 'Acme' }"));

  expect([first, second]).toEqual([true, false]);
  expect(search.checker()).not.toBe(endless);
});
