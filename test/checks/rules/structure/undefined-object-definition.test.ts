import { expect, test } from "vitest";

import { undefinedObjectDefinition } from "../../../../checks/rules/structure/undefined-object-definition.ts";
import { checkSource } from "../../../support/checker.ts";

async function countIn(
  action: string,
  rest = "object_definitions: { invoice: { fields: -> { [] } } }",
): Promise<number> {
  const source = `{ actions: { a: { ${action} } }, ${rest} }`;
  return (await checkSource([undefinedObjectDefinition], source)).findings.length;
}

test.each([
  ["a defined name, as string or symbol", "output_fields: ->(od) { od['invoice'] + od[:invoice] }"],
  ["a name worked out when it runs", "output_fields: ->(od, c, f) { od[f['object']] + od[\"#{f['x']}_y\"] }"],
  ["another variable of the lambda", "output_fields: ->(od, c, f) { f['x'] ? c['y'] : [] }"],
  ["a default for what is not there", "output_fields: ->(od) { od.fetch('x', []) }"],
  ["the parameter of another lambda", "execute: ->(od) { od['x'] }"],
  ["a nested lambda's parameter", "output_fields: ->(od) { ->(od) { od['x'] } }"],
])("accepts %s", async (_what, action) => {
  expect(await countIn(action)).toBe(0);
});

test("accepts any name where definitions come from elsewhere", async () => {
  const action = "output_fields: ->(od) { od['x'] }";

  expect(await countIn(action, "object_definitions: { **shared }")).toBe(0);
  expect(await countIn(action, "object_definitions: shared")).toBe(0);
  expect(await countIn(action, "**shared")).toBe(0);
});

test.each([
  ["a name in a block", "output_fields: ->(od) { [1].flat_map { |n| od['x'] } }"],
  ["each name of a choice", "output_fields: ->(od, c, f) { od[f['a'] ? 'x' : 'invoice'] }"],
  ["a name that is dug for", "output_fields: ->(od) { od.dig('x') }"],
  ["a name among several", "output_fields: ->(od) { od.values_at('invoice', 'x') }"],
  [
    "a name beside a block with a variable called the same",
    "output_fields: ->(od) { [{}].map { |od| od } + od['x'] }",
  ],
  ["a name behind a safe navigation", "output_fields: ->(od) { od&.[]('x') }"],
])("reports %s", async (_what, action) => {
  expect(await countIn(action)).toBe(1);
});
