import { expect, test } from "vitest";

import { listRules } from "../../../checks/cli/rules.ts";
import { displayWidth } from "../../../checks/report/display.ts";
import { createStyle } from "../../../checks/report/style.ts";

test.each([50, 80, 100, 140])("the list of rules fits %i columns", (width) => {
  const lines = listRules({ style: createStyle(false), width }).split("\n");

  expect(lines.slice(0, -2).filter((line) => displayWidth(line) > width)).toEqual([]);
});
