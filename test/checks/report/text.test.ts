import { describe, expect, test } from "vitest";
import { createStyle } from "../../../checks/report/style.ts";
import { renderText } from "../../../checks/report/text.ts";
import type { ProjectResult } from "../../../checks/checker.ts";
import { sampleResult, sampleRules } from "./sample.ts";

const source =
  "{\n  title: 'Shop',\n  actions: {\n    search: { execute: 1 },\n    create: { execute: 2 }\n  }\n}\n";

function render(results: readonly ProjectResult[], { colours = false, width = 100 } = {}): string {
  return renderText(results, { rules: sampleRules, style: createStyle(colours), width });
}

const twice = sampleResult({
  source,
  findings: [
    {
      ruleId: "usability/action-title",
      message: "Action `search` has no `title`.",
      at: "search",
      path: "actions.search",
    },
    {
      ruleId: "usability/action-title",
      message: "Action `create` has no `title`.",
      at: "create",
      path: "actions.create",
    },
    { ruleId: "security/secret", message: "A secret.", at: null },
  ],
});

describe("renderText", () => {
  test("says where else to look", () => {
    const result = sampleResult({
      source,
      findings: [
        {
          ruleId: "usability/action-title",
          message: "Again.",
          at: "create",
          related: [{ span: { start: 34, end: 40 }, message: "The one before." }],
        },
      ],
    });

    expect(render([result])).toContain("  = see: shop/connector.rb:4:3: The one before.");
  });

  test("shows findings as compilers do, and explains each rule once", () => {
    expect(render([twice])).toMatchInlineSnapshot(`
      "warning[usability/action-title]: Action \`search\` has no \`title\`.
       --> shop/connector.rb:4:5 in actions.search
        |
      4 |     search: { execute: 1 },
        |     ^^^^^^
        = why: The recipe editor lists actions by title. Without one, users see the raw key.
        = fix: Add \`title:\` to the action.
        = docs: https://github.com/connector-gate/connector-gate/blob/main/docs/rules/usability/action-title.md

      warning[usability/action-title]: Action \`create\` has no \`title\`.
       --> shop/connector.rb:5:5 in actions.create
        |
      5 |     create: { execute: 2 }
        |     ^^^^^^
        = docs: https://github.com/connector-gate/connector-gate/blob/main/docs/rules/usability/action-title.md

      error[security/secret]: A secret.
       --> shop/connector.rb
        = why: Everybody can read the code.
        = fix: Move it to the connection.
        = docs: https://github.com/connector-gate/connector-gate/blob/main/docs/rules/security/secret.md

      fail shop/connector.rb (Shop): 1 error, 2 warnings
      "
    `);
  });

  test("says that there is nothing to say", () => {
    expect(render([sampleResult({ source, findings: [] })])).toBe(
      "pass shop/connector.rb (Shop): no findings\n",
    );
  });

  test("groups by file and sums up several connectors", () => {
    const readme = {
      ruleId: "usability/field-hint",
      message: "No contact.",
      at: null,
      file: "shop/README.md",
    };
    const code = { ruleId: "structure/syntax", message: "Odd.", at: "title", file: "till/connector.rb" };
    const lines = render([
      sampleResult({ source, findings: [readme] }),
      sampleResult({ file: "till/connector.rb", title: null, source, findings: [code] }),
    ]).split("\n");

    expect(lines[0]).toMatch(/^── shop\/README\.md ─+$/);
    expect(lines.filter((line) => line.startsWith("──"))).toHaveLength(2);
    expect(lines.slice(-5)).toEqual([
      "pass shop/connector.rb (Shop): 1 notice",
      "fail till/connector.rb: 1 error",
      "",
      "2 connectors, 1 fail: 1 error, 1 notice",
      "",
    ]);
  });

  test("says what --fix can do", () => {
    const fix = { title: "Add it", safety: "safe", edits: [] } as const;
    const text = render([
      sampleResult({
        source,
        findings: [{ ruleId: "usability/field-hint", message: "No hint.", at: "title", fix }],
      }),
    ]);

    expect(text).toContain("= fix: Add `hint:`. `--fix` does it for you.");
    expect(text).toContain("pass shop/connector.rb (Shop): 1 notice (1 fixable with --fix)");
  });

  test("wraps prose to the terminal", () => {
    const lines = render([twice], { width: 50 }).split("\n");

    expect(lines).toContain("  = why: The recipe editor lists actions by title.");
    expect(lines).toContain("         Without one, users see the raw key.");
  });

  test("colours only where asked to", () => {
    expect(render([twice])).not.toContain("\u001b");
    expect(render([twice], { colours: true })).toContain(
      "\u001b[33m\u001b[1mwarning[usability/action-title]",
    );
  });

  test.each([
    ["a message", { message: "x\u001b[2J\n::error::y ##[error]z", at: "title" }],
    ["a path", { message: "x", at: "title", path: "actions.\u001b[2J\n::error::y" }],
    ["a file name", { message: "x", at: null, file: "\u001b[2J\n::error::y.rb" }],
    ["a source line", { message: "x", at: "title" }],
  ])("lets no terminal escape or log command of %s through", (_, finding) => {
    const hostile = sampleResult({
      title: "\u001b[2J\n::error::x",
      source: "{ title: '\u001b[2J ##[error]\u202e' }\n",
      findings: [{ ruleId: "structure/syntax", ...finding }],
    });
    const text = render([hostile]);

    // oxlint-disable-next-line no-control-regex -- just these
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|##\[|^\s*::/m);
  });
});
