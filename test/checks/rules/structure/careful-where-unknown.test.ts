import { expect, test } from "vitest";

import { structureRules } from "../../../../checks/rules/structure/index.ts";
import { checkSource } from "../../../support/checker.ts";

/** What surrounds a part so that only the part can be wrong. */
function connectorWith(part: string): string {
  return `{
    title: 'Acme',
    connection: { authorization: { type: 'api_key', apply: ->(c) { headers(key: c['key']) } }, fields: connection_fields },
    test: ->(_c) { get('/me') },
    ${part}
  }`;
}

test.each([
  ["a connector from elsewhere", "**shared"],
  ["sections from elsewhere", "actions: shared_actions, triggers: shared_triggers, methods: shared_methods"],
  [
    "entries from elsewhere",
    "actions: { a: shared, **others }, triggers: { b: shared }, pick_lists: { c: shared }",
  ],
  ["an action that is merged", "actions: { a: { title: 'A' }.merge(shared) }"],
  ["a trigger that is merged", "triggers: { a: base.merge(title: 'A') }"],
  [
    "fields from elsewhere",
    "actions: { a: { input_fields: ->(od) { call('fields') }, output_fields: shared, execute: ->(c, i) { i } } }, methods: shared",
  ],
  [
    "fields that are changed",
    `actions: {
      a: {
        input_fields: ->(od) { [{ control_type: 'select' }].map { |f| f.merge(shared) } },
        output_fields: ->(od) { [{ name: 'x', type: 'object' }.merge(properties: list)] },
        execute: ->(c, i) { i }
      }
    }`,
  ],
  [
    "attributes that are only known when it runs",
    `actions: {
      a: {
        input_fields: ->(od, c, f) {
          [
            { name: f['n'], type: f['t'], control_type: f['c'], pick_list: f['p'], optional: f['o'] },
            { name: 'x', type: 'array', of: f['t'], toggle_hint: f['h'], toggle_field: shared }
          ]
        },
        output_fields: ->(od) { [] },
        execute: ->(c, i) { i }
      }
    }`,
  ],
])("says nothing of %s", async (_what, part) => {
  const { findings } = await checkSource(structureRules, connectorWith(part));

  expect(findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});

test("finds the same in a file with accents, tabs and carriage returns", async () => {
  const source = "{\r\n\ttitle: 'Café “é” 😀',\r\n\tactions: { 'é' => { titel: 'x' } }\r\n}\r\n";

  const { report } = await checkSource(structureRules, source);

  expect(report.findings.find(({ ruleId }) => ruleId === "structure/unknown-key")).toMatchObject({
    message: "`titel` is not a documented key of an action; the nearest is `title`.",
    start: { line: 3, column: 22 },
    end: { line: 3, column: 28 },
    path: "actions.é.titel",
  });
});
