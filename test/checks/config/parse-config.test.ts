import { describe, expect, test } from "vitest";

import { defaultSettings, parseConfig } from "../../../checks/config/parse-config.ts";
import { defineRule } from "../../../checks/engine/rule.ts";

const docs = { summary: "Is.", why: "So.", remedy: "Do.", sources: [] };
const base = {
  since: "0.1.0",
  docs,
  messages: {},
  examples: { bad: [], good: [] },
  create: () => ({}),
} as const;
const rules = [
  defineRule({
    ...base,
    id: "usability/action-title",
    severity: "warning",
    confidence: "high",
    options: { maxLength: { kind: "integer", default: 40, minimum: 1, summary: "How long." } },
  }),
  defineRule({ ...base, id: "guidelines/dig", severity: "notice", confidence: "low" }),
];

function parse(text: string) {
  return parseConfig(new TextEncoder().encode(text), rules);
}

describe("a configuration", () => {
  test("sets severities and options of rules", () => {
    const parsed = parse(`
rules:
  usability/action-title: { severity: error, maxLength: 30 }
  guidelines/dig: notice
fail-on: never
`);

    expect(parsed).toMatchObject({ ok: true, settings: { failOn: "never", preset: "recommended" } });
    expect(parsed.ok && [...parsed.settings.rules]).toEqual([
      ["guidelines/dig", { severity: "notice" }],
      ["usability/action-title", { severity: "error", options: { maxLength: 30 } }],
    ]);
  });

  test("leaves rules of low confidence to the strict preset", () => {
    expect([...defaultSettings(rules).rules]).toEqual([["guidelines/dig", { severity: "off" }]]);
    expect([...defaultSettings(rules, "strict").rules]).toEqual([]);
    expect(parse("extends: strict")).toMatchObject({ ok: true, settings: { failOn: "warning" } });
  });

  test("keeps the line of each waiver", () => {
    const parsed = parse("waivers:\n  - rule: guidelines/dig\n    reason: The API has no gaps.\n");

    expect(parsed).toMatchObject({
      ok: true,
      settings: { waivers: [{ rule: "guidelines/dig", line: 2, file: ".github/connector-gate.yml" }] },
    });
  });

  test("tells the first of very many problems", () => {
    const keys = Array.from({ length: 30_000 }, (_, index) => `key${index}: 1\n`).join("");
    const waivers = `waivers: [${"{},".repeat(400)}]`;

    for (const text of [keys, waivers]) {
      const parsed = parse(text);
      expect(!parsed.ok && parsed.problems).toHaveLength(100);
    }
  });

  test("may be empty", () => {
    expect(parse("# nothing yet\n")).toEqual({ ok: true, settings: defaultSettings(rules) });
  });

  test.each([
    [
      "an unknown rule",
      "rules:\n  usability/action-titel: off\n",
      2,
      /usability\/action-titel.*did you mean `usability\/action-title`/,
    ],
    ["an unknown key", "fail_on: error\n", 1, /`fail_on` is not a known key; did you mean `fail-on`/],
    [
      "a severity that is none",
      "rules:\n  guidelines/dig: of\n",
      2,
      /`rules.guidelines\/dig` must be `error`, `warning`, `notice` or `off`; did you mean `off`\?/,
    ],
    [
      "a severity in a list",
      "rules:\n  guidelines/dig: [off]\n",
      2,
      /`rules.guidelines\/dig` must be `error`, `warning`, `notice` or `off`$/,
    ],
    [
      "an unknown option",
      "rules:\n  usability/action-title: { maxlenght: 3 }\n",
      2,
      /action-title.maxlenght` is not a known key; did you mean `maxLength`\?/,
    ],
    [
      "an option of another kind",
      "rules:\n  usability/action-title: { maxLength: many }\n",
      2,
      /`rules.usability\/action-title.maxLength` must be a number/,
    ],
    [
      "a key that is like none",
      "waivers:\n  - rule: guidelines/dig\n    reason: x\n    expires: 2027-01-01\n",
      4,
      /`waivers\[0\].expires` is not a known key; known are `rule`, `path`, `reason` and `until`/,
    ],
    [
      "connectors outside of the repository",
      "connectors:\n  - shop\n  - ../shop\n",
      3,
      /`connectors\[1\]` must be a path inside of the repository/,
    ],
    ["an absolute path", "connectors: [/shop]\n", 1, /inside of the repository/],
    ["a waiver without a reason", "waivers:\n  - rule: guidelines/dig\n", 2, /reason` is missing/],
    [
      "a waiver of an unknown rule",
      "waivers:\n  - rule: guidelines/dug\n    reason: x\n",
      2,
      /guidelines\/dig/,
    ],
    [
      "a day that is none",
      'waivers:\n  - rule: guidelines/dig\n    reason: x\n    until: "2027-02-30"\n',
      4,
      /until/,
    ],
    ["a list instead of a mapping", "- a\n", 1, /must be/],
    ["text that is not YAML", "rules: [\n", 2, /not valid YAML/],
  ])("refuses %s with its line", (_what, text, line, message) => {
    const parsed = parse(text);

    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.problems[0]!.message).toMatch(message);
    expect(!parsed.ok && parsed.problems[0]!.line).toBe(line);
  });
});
