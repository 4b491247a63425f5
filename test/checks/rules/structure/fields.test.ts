import { expect, test } from "vitest";

import { structureRules } from "../../../../checks/rules/structure/index.ts";
import { checkSource } from "../../../support/checker.ts";

/** The names of the field rules that speak of some input fields. */
async function rulesFor(fields: string, rest = ""): Promise<readonly string[]> {
  const source = `{
    **others,
    actions: { a: { input_fields: ->(od, c, f) { ${fields} }, output_fields: -> { [] }, execute: ->(c, i) { i } } },
    ${rest}
  }`;
  const { findings } = await checkSource(structureRules, source);
  return findings.map(({ ruleId }) => ruleId.slice("structure/".length));
}

test.each([
  ["a type as symbol", "[{ name: 'a', type: :date_time }]"],
  ["a control with a size", "[{ name: 'a', control_type: 'medium-text-area' }]"],
  ["a control that is allowed", "[{ name: 'a', control_type: 'form-schema-builder' }]"],
  ["an empty list of options", "[{ name: 'a', control_type: 'select', pick_list: [] }]"],
  ["options by way of a method", "[{ name: 'a', control_type: 'select', pick_list: call('x') }]"],
  ["a list that is added later", "x = { name: 'a', control_type: 'select' }\nx[:pick_list] = 'p'\n[x]"],
  ["properties that are added later", "x = { name: 'a', type: 'object' }\nx[:properties] = f['p']\n[x]"],
  ["an object whose schema the user designs", "[{ name: 'a', type: 'object', extends_schema: true }]"],
  ["fields of one name in different branches", "f['x'] ? [{ name: 'a' }] : [{ name: 'a', type: 'integer' }]"],
  ["a name that is worked out", "[{ name: \"a_#{f['x']}\" }, { name: f['y'] }]"],
  [
    "a toggle that is as optional",
    "[{ name: 'a', optional: true, toggle_hint: 'x', toggle_field: { name: 'a', type: 'string', optional: true } }]",
  ],
  [
    "a toggle that does not say it",
    "[{ name: 'a', optional: false, toggle_hint: 'x', toggle_field: { name: 'a', type: 'string' } }]",
  ],
  [
    "a parent that is made optional later",
    "[{ name: 'a', optional: false, toggle_hint: 'x', toggle_field: { name: 'a', type: 'string', optional: true } }].map { |x| x.merge(optional: true) }",
  ],
  ["an empty array of properties of strings", "[{ name: 'a', type: 'array', of: 'string', properties: [] }]"],
])("accepts %s", async (_what, fields) => {
  expect(await rulesFor(fields)).toEqual([]);
});

test.each([
  [
    "both types of a choice",
    "[{ name: 'a', type: f['x'] ? 'int' : 'float' }]",
    ["unknown-field-type", "unknown-field-type"],
  ],
  ["a control of another spelling", "[{ name: 'a', control_type: 'drop_down' }]", ["unknown-control-type"]],
  [
    "a nested field without a name",
    "[{ name: 'a', type: 'object', properties: [{ type: 'string' }] }]",
    ["field-name-missing"],
  ],
  [
    "a nested select without a list",
    "[{ name: 'a', type: 'object', properties: [{ name: 'b', control_type: 'select' }] }]",
    ["select-without-list"],
  ],
  [
    "a select in a toggle",
    "[{ name: 'a', toggle_hint: 'x', toggle_field: { name: 'a', type: 'string', control_type: 'select' } }]",
    ["select-without-list"],
  ],
  [
    "an empty hint of a toggle",
    "[{ name: 'a', toggle_hint: '', toggle_field: { name: 'a', type: 'string' } }]",
    ["toggle-incomplete"],
  ],
  [
    "two fields of one name, one of them in a list that is added",
    "[{ name: 'a' }] + [{ name: 'a' }]",
    ["duplicate-field-name"],
  ],
  ["properties without a type", "[{ name: 'a', properties: [{ name: 'b' }] }]", ["properties-on-scalar"]],
  ["a name with a hyphen", "[{ name: 'a-b' }]", ["field-name-characters"]],
  [
    "single values to choose from",
    "[{ name: 'a', control_type: 'select', pick_list: ['x', 'y'] }]",
    ["pick-list-format"],
  ],
])("reports %s", async (_what, fields, expected) => {
  expect(await rulesFor(fields)).toEqual(expected);
});

test("judges a definition by what is made of it", async () => {
  const definitions =
    "object_definitions: { x: { fields: ->(_c, _f) { [{ name: 'a', control_type: 'select' }, { name: 'b' }] } } },";

  expect(await rulesFor("od['x']", definitions)).toEqual(["select-without-list"]);
  expect(await rulesFor("od['x'].ignored('a')", definitions)).toEqual([]);
  expect(await rulesFor("od['x'].map { |field| field.merge(pick_list: 'y') }", definitions)).toEqual([]);
});
