import { expect, test } from "vitest";

import { fieldNameCharacters } from "../../../../checks/rules/structure/field-name-characters.ts";
import { unknownControlType } from "../../../../checks/rules/structure/unknown-control-type.ts";
import { unknownFieldType } from "../../../../checks/rules/structure/unknown-field-type.ts";
import { checkSource } from "../../../support/checker.ts";

test.each([
  ["control_type: 'selct'", "`selct` is not in the documented list of control types; `select` is."],
  ["control_type: 'zebra'", "`zebra` is not in the documented list of control types."],
  ["type: 'intger'", "`intger` is not a documented value of `type`; `integer` is."],
  ["type: 'list'", "`list` is not a documented value of `type`; `array` is."],
  ["type: 'array', of: 'array'", "`array` is not a documented value of `of`."],
  ["name: 'a b\\nc#d/e'", "The field name `a b c#d/e` contains a space, `#` and `/`."],
])("a field with %s", async (attribute, message) => {
  const name = attribute.startsWith("name") ? "" : "name: 'x', ";
  const { report } = await checkSource(
    [fieldNameCharacters, unknownControlType, unknownFieldType],
    `{ actions: { a: { input_fields: ->(_od) { [{ ${name}${attribute.replaceAll("'", '"')} }] } } } }`,
  );

  expect(report.findings.map((finding) => finding.message)).toEqual([message]);
});
