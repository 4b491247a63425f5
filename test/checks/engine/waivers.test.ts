import { expect, test } from "vitest";

import type { Finding } from "../../../checks/engine/finding.ts";
import { toWaiver } from "../../../checks/engine/waivers.ts";
import { renderSarif } from "../../../checks/report/sarif.ts";
import { renderText } from "../../../checks/report/text.ts";
import { createStyle } from "../../../checks/report/style.ts";
import { sampleRules } from "../report/sample.ts";
import { createTestChecker, projectOf } from "../../support/checker.ts";

function findingAt(path: string): Finding {
  return {
    ruleId: "usability/help",
    severity: "notice",
    message: "No help.",
    file: "connector.rb",
    span: null,
    path,
    fix: null,
  };
}

test.each([
  ["actions.search", "actions.search", true],
  ["actions.search", "actions.search.help", false],
  ["actions.search.**", "actions.search", true],
  ["actions.search.**", "actions.search.input_fields.id", true],
  ["actions.search.**", "actions.search_all", false],
  ["actions.*.help", "actions.search.help", true],
  ["actions.*.help", "actions.search.input_fields.help", false],
  ["actions.legacy_*.**", "actions.legacy_search", true],
  ["actions.**.id", "actions.search.input_fields.id", true],
  ["**", "anything.at.all", true],
  ["actions.(a|b)", "actions.a", false],
])("a waiver of %s and a finding at %s: %s", (path, at, covers) => {
  const waiver = toWaiver({ rule: "usability/help", reason: "Plain", path });

  expect(waiver.covers(findingAt(at), 1)).toBe(covers);
});

test("what is wrong with a waiver of the configuration is said with its line", async () => {
  const checker = await createTestChecker();
  const file = ".github/connector-gate.yml";
  const over = { rule: "usability/help", reason: "Soon", until: "2020-01-31", file, line: 7 };
  const result = checker.check(projectOf("{ title: 'Acme' }"), {
    failOn: "never",
    waivers: [over],
    today: "2026-01-01",
  });

  const found = result.report.findings.filter(({ ruleId }) => ruleId === "guidelines/waiver");
  expect(found).toMatchObject([{ file, start: { line: 7, column: 1 }, end: { line: 7, column: 1 } }]);
  expect(renderSarif([result], sampleRules)).toMatch(/"region":\s*\{\s*"startLine": ?7\s*\}/);
  const text = renderText([result], { rules: sampleRules, style: createStyle(false), width: 80 });
  expect(text).toContain(`--> ${file}:7`);
  expect(text).toContain(`waiver usability/help at ${file}:7 (expired): Soon`);
});
