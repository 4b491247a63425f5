import { expect, test } from "vitest";

import { excerpt } from "../../../scripts/docs/sample-output.ts";

const finding = (id: string) => `error[structure/${id}]: Wrong.\n --> connector.rb:1:1\n\n  why: Because.`;

test("an excerpt has the first findings whole, and the summary", () => {
  const output = `${["a", "b", "c", "d"].map(finding).join("\n\n")}\n\n4 errors\n`;

  expect(excerpt(output)).toBe(`${finding("a")}\n\n${finding("b")}\n\n[… 2 more findings …]\n\n4 errors`);
});

test("a short output is shown whole", () => {
  const output = `${finding("a")}\n\n1 error\n`;

  expect(excerpt(output)).toBe(output.trim());
});
