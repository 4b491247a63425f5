import { expect, test } from "vitest";

import type { Finding } from "../../../checks/engine/finding.ts";
import { toWaiver } from "../../../checks/engine/waivers.ts";

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
