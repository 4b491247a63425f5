import { describe, expect, test } from "vitest";

import { codeBlock, contentBetween, replaceBetween, table } from "../../../scripts/docs/markdown.ts";

describe("table", () => {
  test("keeps each row on one line and escapes pipes", () => {
    expect(table(["a", "b"], [["x | y", "two\n  lines"]])).toBe(
      ["| a | b |", "| --- | --- |", "| x \\| y | two lines |"].join("\n"),
    );
  });
});

describe("codeBlock", () => {
  test.each([
    ["plain code", "puts 1\n", "```ruby\nputs 1\n```"],
    ["code that has a fence", "a\n```\nb", "````ruby\na\n```\nb\n````"],
  ])("shows %s", (_name, code, expected) => {
    expect(codeBlock("ruby", code)).toBe(expected);
  });
});

describe("replaceBetween", () => {
  const text = "before\n<!-- rules -->\n\nold\n\n<!-- /rules -->\nafter\n";

  test("replaces what is between the markers, and only that", () => {
    const replaced = replaceBetween(text, "rules", "new");

    expect(replaced).toBe("before\n<!-- rules -->\n\nnew\n\n<!-- /rules -->\nafter\n");
    expect(replaceBetween(replaced, "rules", "new")).toBe(replaced);
    expect(contentBetween(replaced, "rules")).toBe("new");
  });

  test("says which markers are missing", () => {
    expect(() => replaceBetween(text, "action", "new")).toThrow("<!-- action -->");
  });
});
