import { describe, expect, test } from "vitest";

import { ruby } from "../../../../checks/engine/rule.ts";
import { usabilityRules } from "../../../../checks/rules/usability/index.ts";
import { createTestChecker, projectOf } from "../../../support/checker.ts";

async function messages(name: string, source: string): Promise<string[]> {
  const checker = await createTestChecker(usabilityRules.filter((rule) => rule.id === `usability/${name}`));
  return checker.check(projectOf(source), { failOn: "never" }).findings.map((finding) => finding.message);
}

function withFields(fields: string): string {
  return `{ title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [${fields}] } } } }`;
}

describe("titles", () => {
  test.each([
    [
      "another name in a title",
      "action-title",
      "{ title: 'Acme', actions: { a: { title: 'Create Workato destination' } } }",
    ],
    [
      "what is fetched from an address",
      "action-title",
      "{ title: 'Acme', actions: { a: { title: 'Fetch file from URL' } } }",
    ],
    [
      "an abbreviation at the end",
      "action-title",
      "{ title: 'Acme', actions: { a: { title: 'Get contacts, leads etc.' } } }",
    ],
    [
      "an application in the middle",
      "action-title",
      "{ title: 'Segment', actions: { a: { title: 'Create segment' } } }",
    ],
    ["a title that is not known", "action-title", "{ title: 'Acme', actions: { a: { title: TITLES[0] } } }"],
    [
      "an operation that is not all known",
      "title-missing",
      "{ title: 'Acme', actions: { get_sms: { **defaults } } }",
    ],
    [
      "a verb in the name of an event",
      "trigger-title",
      "{ title: 'Acme', triggers: { a: { title: 'Scheduled search' } } }",
    ],
    ["a version that is part of the name", "title-connector", "{ title: 'Web 2 print' }"],
  ])("accept %s", async (_name, rule, source) => {
    expect(await messages(rule, source)).toEqual([]);
  });

  test("are judged with accents in them", async () => {
    expect(
      await messages("action-title", "{ title: 'Acmé', actions: { a: { title: 'Créer café.' } } }"),
    ).toEqual(["The title “Créer café.” ends with a full stop."]);
  });

  test("that are long are cut in the message", async () => {
    const [message] = await messages(
      "action-title",
      `{ title: 'Acme', actions: { a: { title: 'Get ${"x".repeat(500)}.' } } }`,
    );

    expect(message!.length).toBeLessThan(120);
  });
});

describe("fields", () => {
  test.each([
    ["a label that may come from elsewhere", "field-label", "{ name: 'id', **labels }"],
    [
      "an id within an object",
      "field-label",
      "{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }",
    ],
    ["an address in a label", "field-label", "{ name: 'a', label: 'As in https://acme.com/id/1' }"],
    ["a name that only runs know", "field-hint", "{ name: date_field }"],
    ["a date that is converted", "field-hint", "{ name: 'due_date', convert_input: 'date_conversion' }"],
    ["a hint with an unknown part", "hint-quality", '{ name: "subdomain", hint: "Subdomain #{host}" }'],
    [
      "a checkbox of which the control is computed",
      "boolean-checkbox",
      "{ name: 'a', type: 'boolean', control_type: kind }",
    ],
    [
      "a select that a splat may give a toggle",
      "toggle-for-select",
      "{ name: 'a', control_type: 'select', **more }",
    ],
    ["an hour as an integer", "type-control", "{ name: 'a', type: 'integer', control_type: 'number' }"],
  ])("accept %s", async (_name, rule, fields) => {
    expect(await messages(rule, withFields(fields))).toEqual([]);
  });

  test("with string keys are judged as those with symbols", async () => {
    expect(await messages("field-label", withFields("{ 'name' => 'id' }"))).toHaveLength(1);
    expect(
      await messages("boolean-checkbox", withFields("{ 'name' => 'a', 'type' => :boolean }")),
    ).toHaveLength(1);
  });

  test("of a definition that several actions use are reported once", async () => {
    const source = ruby`
      { title: 'Acme',
        object_definitions: { lead: { fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } },
        actions: {
          create_lead: { input_fields: ->(definitions) { definitions['lead'] } },
          update_lead: { input_fields: ->(definitions) { definitions['lead'] } }
        } }
    `;

    expect(await messages("boolean-checkbox", source)).toHaveLength(1);
  });

  test("that a merge changes are left alone", async () => {
    const source = withFields(
      "{ name: 'active', type: 'boolean' }].map { |field| field.merge(control_type: 'checkbox') }.+ [",
    );

    expect(await messages("boolean-checkbox", source)).toEqual([]);
  });
});

describe("texts", () => {
  test("of a lambda with branches are not taken for one", async () => {
    const source = ruby`
      { title: 'Acme', actions: { create_lead: { help: ->(input) { input['a'] ? 'Create lead' : 'Another text.' } } } }
    `;

    expect(await messages("help", source)).toEqual([]);
  });

  test("in heredocs are read", async () => {
    const source = ruby`
      { title: 'Acme', connection: { fields: [{ name: 'key', hint: <<~HTML }] } }
        See <b>Settings.
      HTML
    `;

    expect(await messages("hint-html", source)).toHaveLength(1);
  });

  test("with several links without a target are reported once", async () => {
    const link = "<a href='https://acme.com'>here</a>";

    expect(await messages("hint-html", withFields(`{ name: 'a', hint: "${link} or ${link}" }`))).toHaveLength(
      1,
    );
  });
});

test("a deprecated action is left alone", async () => {
  const source = ruby`
    { title: 'Acme', actions: { sms_sent: {
      title: 'SMS sent.', deprecated: true, help: 'Use another action instead.',
      input_fields: ->(_) { [{ name: 'id' }, { name: 'active', type: 'boolean' }] },
      execute: ->(c, i) { post("/x/#{i['a']}") }, output_fields: ->(_) { [] }
    } } }
  `;
  const found = await Promise.all(
    usabilityRules.map((rule) => messages(rule.id.slice("usability/".length), source)),
  );

  expect(found.flat()).toEqual([]);
});
