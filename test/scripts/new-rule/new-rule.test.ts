import { describe, expect, test } from "vitest";

import { addToList } from "../../../scripts/new-rule/rule-list.ts";
import { parseRuleName } from "../../../scripts/new-rule/rule-name.ts";

describe("parseRuleName", () => {
  test.each([
    ["usability/action-title", "actionTitle"],
    ["structure/ruby-27-syntax", "ruby27Syntax"],
    ["security/eval", "evalRule"],
  ])("names the constant of %s", (id, constant) => {
    expect(parseRuleName(id)).toMatchObject({ id, constant });
  });

  test.each([
    ["action-title"],
    ["style/action-title"],
    ["usability/ActionTitle"],
    ["usability/a/b"],
    ["usability/"],
    [""],
  ])("refuses %j", (text) => {
    expect(parseRuleName(text)).toBeNull();
  });
});

describe("addToList", () => {
  const empty = `import type { Rule } from "../../engine/rule.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [];
`;

  test("keeps the list sorted, whatever the order in which rules come", () => {
    const list = [
      ["help", "help"],
      ["actionTitle", "action-title"],
      ["help2", "help-2"],
    ].reduce((text, [name = "", file = ""]) => addToList(text, name, file), empty);

    expect(list).toBe(`import type { Rule } from "../../engine/rule.ts";
import { actionTitle } from "./action-title.ts";
import { help } from "./help.ts";
import { help2 } from "./help-2.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [actionTitle, help, help2];
`);
  });

  test("takes a list that is written over several lines", () => {
    const long = `import type { Rule } from "../../engine/rule.ts";
import { help } from "./help.ts";

/** The rules of the family, sorted by id. */
export const usabilityRules: readonly Rule[] = [
  help,
];
`;

    expect(addToList(long, "subtitle", "subtitle")).toContain("= [help, subtitle];");
  });
});
