import { expect, test } from "vitest";

import { nearest } from "../../../checks/yaml/nearest.ts";

test.each([
  ["sumary", "summary"],
  ["use-cases", "use_cases"],
  ["Name", "name"],
  ["help_center", "help_centre"],
  ["zzzzzz", null],
  ["", null],
])("finds for %j the known name %j", (name, expected) => {
  expect(nearest(name, ["name", "summary", "use_cases", "help_centre"])).toBe(expected);
});
