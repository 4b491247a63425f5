import { describe, expect, test } from "vitest";

import { checklists, reviews } from "../../../checks/rules/checklists.ts";
import { rules } from "../../../checks/rules/index.ts";

const items = reviews.flatMap((review) => checklists[review]);

test("no item occurs twice, or is a rule that decides by itself", () => {
  const ids = items.map((item) => item.id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(rules.map((rule) => rule.id).filter((id) => ids.some((other) => other === id))).toEqual([]);
});

describe.each(items.map((item) => [item.id, item] as const))("%s", (_id, item) => {
  test.each([item.text, item.why, item.evidence])("says “%s” as one sentence", (text) => {
    expect(text).toMatch(/^[A-Z].*[^.]\.$/s);
  });

  test("has an id in kebab-case", () => {
    expect(item.id).toMatch(/^(?:structure|guidelines|security|usability|listing)\/[a-z]+(?:-[a-z]+)*$/);
  });
});
