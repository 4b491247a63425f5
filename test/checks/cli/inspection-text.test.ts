import { beforeAll, expect, test } from "vitest";

import type { Checker } from "../../../checks/checker.ts";
import { renderInspection } from "../../../checks/cli/inspection-text.ts";
import { createStyle } from "../../../checks/report/style.ts";
import { createTestChecker } from "../../support/checker.ts";

let checker: Checker;

beforeAll(async () => {
  checker = await createTestChecker([]);
});

function shown(source: string): readonly string[] {
  const inspection = checker.inspect("connector.rb", new TextEncoder().encode(source));
  return renderInspection(inspection!, { style: createStyle(false) })
    .trimEnd()
    .split("\n")
    .slice(0, -2);
}

test("tells what is not there from what is not known", () => {
  expect(
    shown("{ connection: {}, actions: { a: {}, b: { title: get('x'), input_fields: -> { get('y') } } } }"),
  ).toEqual([
    "untitled connector.rb",
    "",
    "Connection",
    "  authorization: none",
    "",
    "Actions 2",
    "  a  A",
    "  b  ?",
    "    input: ?",
  ]);
  expect(shown("{}")).toEqual(["untitled connector.rb"]);
  expect(shown("{ title: get('x'), connection: get('y') }")).toEqual([
    "? connector.rb",
    "",
    "Connection",
    "  authorization: ?",
    "  fields: ?",
  ]);
});

test("shows the fields of object definitions", () => {
  expect(
    shown(
      "{ object_definitions: { lead: { fields: ->(_c, _f) { [{ name: 'id', optional: false }, { name: 'x' }] } }, " +
        "own: { fields: ->(_c, _f) { get('x') } }, empty: { fields: [] }, none: {} } }",
    ),
  ).toEqual([
    "untitled connector.rb",
    "",
    "Object definitions 4",
    "  lead  id*, x",
    "  own  ?",
    "  empty  no fields",
    "  none  no fields",
  ]);
});

test("is no place for commands to a workflow", () => {
  expect(shown("{ title: '::error::a', methods: { '::stop-commands::b': ->(x) {} } }")).toEqual([
    "\\u{3a}:error::a connector.rb",
    "",
    "Methods 1",
    "  \\u{3a}:stop-commands::b  arity 1",
  ]);
});
