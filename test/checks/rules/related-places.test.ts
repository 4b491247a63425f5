import { expect, test } from "vitest";

import { rules } from "../../../checks/rules/index.ts";
import { checkSource, createTestChecker, projectOf } from "../../support/checker.ts";

test.each([
  ["structure/duplicate-entry", "{ actions: { a: { title: 'A' }, a: { title: 'B' } } }", ["a:"]],
  [
    "structure/duplicate-field-name",
    "{ actions: { a: { input_fields: ->(_) { [{ name: 'id' }, { name: 'id', type: 'integer' }] } } } }",
    ["{ name: 'id' }"],
  ],
  [
    "structure/duplicate-field-key",
    "{ actions: { a: { input_fields: ->(_) { [{ name: 'id', label: 'A', :label => 'B' }] } } } }",
    [":label"],
  ],
  [
    "structure/toggle-optional-mismatch",
    "{ actions: { a: { input_fields: ->(_) { [{ name: 'id', :optional => false, toggle_field: { name: 'id', optional: true } }] } } } }",
    [":optional"],
  ],
  [
    "structure/undefined-method-call",
    "{ methods: { format_row: ->(a) { a } }, actions: { a: { execute: ->(_c, i) { call('fromat_row', i) } } } }",
    ["format_row:"],
  ],
  [
    "structure/undefined-pick-list",
    "{ pick_lists: { colours: -> { [%w[A a]] } }, actions: { a: { input_fields: ->(_) { [{ name: 'c', control_type: 'select', pick_list: 'colour' }] } } } }",
    ["colours:"],
  ],
  [
    "structure/undefined-object-definition",
    "{ object_definitions: { lead: { fields: -> { [] } } }, actions: { a: { input_fields: ->(o) { o['leda'] } } } }",
    ["lead:"],
  ],
  [
    "structure/method-call-arity",
    "{ methods: { one: ->(a) { a } }, actions: { a: { execute: ->(_c, i) { call('one', i, 2) } } } }",
    ["one:"],
  ],
])("%s shows its second place", async (id, source, places) => {
  const { findings } = await checkSource(
    rules.filter((rule) => rule.id === id),
    source,
  );

  const bytes = Buffer.from(source);
  expect(findings).toHaveLength(1);
  expect(findings[0]!.related?.map(({ span }) => bytes.subarray(span.start, span.end).toString())).toEqual(
    places,
  );
});

test("what waivers set aside is told with the waiver's reason", async () => {
  const checker = await createTestChecker();
  const source = [
    "{ title: 'Acme', actions: { search: {",
    "  # connector-gate:disable-next-line usability/field-label -- known as ID",
    "  input_fields: ->(_) { [{ name: 'id' }] } } } }",
  ].join("\n");

  const { waived, report } = checker.check(projectOf(source), { failOn: "never" });

  expect(waived?.map(({ finding, ...waiver }) => [finding.ruleId, waiver])).toEqual([
    ["usability/field-label", { source: "code", reason: "known as ID" }],
  ]);
  expect(report.findings.map(({ ruleId }) => ruleId)).not.toContain("usability/field-label");
});
