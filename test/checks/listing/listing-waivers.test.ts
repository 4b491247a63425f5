import * as fc from "../../support/properties.ts";
import { expect, test } from "vitest";

import { waiversText } from "../../../app/submission/waivers-text.ts";
import { readJson } from "../../../checks/listing/catalogue/json-file.ts";
import { ListingWaivers } from "../../../checks/listing/listing-waivers.ts";

test("whatever reason a reviewer gives, the file that is written can be read", () => {
  const waiver = fc.record({
    rule: fc.constantFrom("usability/field-hint", "structure/array-without-of"),
    reason: fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 900, maxLength: 1200 })),
    by: fc.constantFrom("rae", "rae_acme", "r-2"),
    at: fc.integer({ min: 0, max: 4_000_000_000 }),
    digest: fc.constant("a".repeat(64)),
  });

  fc.assert(
    fc.property(fc.array(waiver, { maxLength: 5 }), (waivers) => {
      const text = waiversText(waivers);

      expect(readJson(new TextEncoder().encode(text), ListingWaivers, "the app")).toMatchObject({ ok: true });
    }),
  );
});
