import { expect, test } from "vitest";

import { versionsIn } from "../../../../checks/rules/listing/small-first.ts";

test.each([
  ["# Changelog\n\n## 1.0.0\n", ["1.0.0"]],
  ["## [v1.2.0-rc.1] - 2026-01-01\n\n### 1.1.0\n", ["1.2.0-rc.1", "1.1.0"]],
  ["1.0.0\n-----\n", ["1.0.0"]],
  ["# Changelog\n\nSince 1.0.0 it is better.\n", []],
])("finds the versions of %j", (text, expected) => {
  expect(versionsIn(text)).toEqual(expected);
});
