import * as fc from "../../support/properties.ts";
import { expect, test } from "vitest";

import { startFakeGitHub } from "../../support/fake-github.ts";
import { sampleRecord, seen, submitRecord } from "./submissions.ts";

const versions = ["1.0.0", "1.1.0", "2.0.0"] as const;
const step = fc.record({
  version: fc.constantFrom(...versions),
  /** Breaks off the run in its n-th write, before or after the work; 0 lets it be. */
  breakAt: fc.integer({ min: 0, max: 6 }),
  after: fc.boolean(),
});

test("any order and repetition of runs, broken off anywhere, ends in one pull request for the newest", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), async (steps, mayPush) => {
      await using github = await startFakeGitHub();
      const listings = github.repository("programme/listings");
      github.permission(listings, "ann", mayPush ? "write" : "read");
      const token = github.token("ann");

      for (const { version, breakAt, after } of [...steps, { version: "2.0.0", breakAt: 0, after: false }]) {
        let writes = 0;
        let broken = false;
        const isBroken = (method: string) => {
          if (method !== "GET" && breakAt > 0 && ++writes === breakAt) broken = true;
          return broken && method !== "GET";
        };
        if (breakAt > 0)
          github.fault({ when: ({ method }) => isBroken(method), status: 502, after, times: 4 });
        await submitRecord(github, token, sampleRecord(version)).catch(() => {});
        github.clearFaults();
      }

      const { pulls } = seen(github, listings);
      expect(pulls).toHaveLength(1);
      expect(pulls[0]).toMatchObject({ state: "open", title: "Helpdesk 2.0.0", version: "2.0.0" });
      expect(new Set(pulls[0]!.comments).size).toBe(pulls[0]!.comments.length);
      expect(await submitRecord(github, token, sampleRecord("2.0.0"))).toMatchObject({ state: "unchanged" });
    }),
    { numRuns: 25 },
  );
});
