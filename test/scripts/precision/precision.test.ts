import { describe, expect, test } from "vitest";

import type { Severity } from "../../../checks/engine/finding.ts";
import type { RuleInfo } from "../../../checks/engine/rule-info.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";
import { drawFindings, type Found } from "../../../scripts/precision/draw.ts";
import { renderCounts, renderSheet } from "../../../scripts/precision/sheet.ts";

const text = "{\n  title: 'Shop',\n  actions: {}\n}\n";
const source = createSourceText(new TextEncoder().encode(text));

function rule(id: string): RuleInfo {
  const docs = { summary: "Is well.", why: "It matters.", remedy: "Mend it.", sources: [] };
  return {
    id,
    family: "structure",
    severity: "warning",
    confidence: "high",
    since: "0.1.0",
    fix: null,
    docs,
  };
}

function found(ruleId: string, message: string, severity: Severity = "warning"): Found {
  const start = text.indexOf("'Shop'");
  const span = { start, end: start + "'Shop'".length };
  const finding = { ruleId, severity, message, file: "connector.rb", span, path: "title", fix: null };
  return { finding, file: "shop/connector.rb", source };
}

const many = Array.from({ length: 50 }, (_, index) => found("structure/many", `Number ${index}.`));
const rules = ["structure/few", "structure/many", "structure/never"].map(rule);

function messagesOf(seed: number, all: readonly Found[]): readonly string[] {
  return drawFindings(all, rules, { size: 20, seed }).flatMap(({ sample }) =>
    sample.map(({ finding }) => finding.message),
  );
}

describe("drawing findings", () => {
  test("takes as many of each rule as asked for, and all where there are fewer", () => {
    const [few, lots, never] = drawFindings([found("structure/few", "One."), ...many], rules, {
      size: 20,
      seed: 1,
    });

    expect([few, lots, never].map((one) => [one!.sample.length, one!.total])).toEqual([
      [1, 1],
      [20, 50],
      [0, 0],
    ]);
  });

  test("draws the same for the same seed, and something else for another", () => {
    expect(messagesOf(7, many)).toEqual(messagesOf(7, many));
    expect(messagesOf(7, many)).not.toEqual(messagesOf(8, many));
  });

  test("draws of one rule whatever others find", () => {
    const alone = messagesOf(7, many);

    expect(messagesOf(7, [found("structure/few", "One."), ...many])).toEqual(["One.", ...alone]);
  });

  test("leaves out no error", () => {
    const errors = Array.from({ length: 30 }, (_, index) =>
      found("structure/many", `Error ${index}.`, "error"),
    );

    const drawn = messagesOf(7, [...many, ...errors]);

    expect(drawn.filter((message) => message.startsWith("Error"))).toHaveLength(30);
  });
});

describe("the sheet", () => {
  const drawn = drawFindings([found("structure/few", "The `title` is odd.", "error")], rules, {
    size: 20,
    seed: 1,
  });

  test("shows each finding with its place and its lines", () => {
    const sheet = renderSheet(drawn, { format: "text", context: 1, width: 100 });

    expect(sheet).toBe(
      `## structure/few (error; high confidence): 1 of 1 finding

Is well.

1. [error] shop/connector.rb:2:10 in title
   The \`title\` is odd.
   1 | {
   2 |   title: 'Shop',
     |          ^^^^^^
   3 |   actions: {}
`,
    );
  });

  test("has boxes to tick as Markdown", () => {
    const sheet = renderSheet(drawn, { format: "markdown", context: 0, width: 100 });

    expect(sheet).toContain("- [ ] 1. **error** `shop/connector.rb:2:10` in title: The `title` is odd.");
    expect(sheet).toContain("  ```text\n  2 |   title: 'Shop',");
  });

  test("says which rules never fired", () => {
    expect(renderCounts(drawn)).toContain("2 rules never fired: `structure/many`, `structure/never`.");
    expect(renderCounts(drawn.filter(({ total }) => total > 0))).not.toContain("never fired");
  });
});
