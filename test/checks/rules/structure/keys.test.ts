import { expect, test } from "vitest";

import type { Rule } from "../../../../checks/engine/rule.ts";
import { duplicateEntry } from "../../../../checks/rules/structure/duplicate-entry.ts";
import { unknownKey } from "../../../../checks/rules/structure/unknown-key.ts";
import { wrongValueKind } from "../../../../checks/rules/structure/wrong-value-kind.ts";
import { checkSource } from "../../../support/checker.ts";

async function messagesOf(rule: Rule, source: string): Promise<readonly string[]> {
  return (await checkSource([rule], source)).findings.map(({ message }) => message);
}

test.each([
  [
    "symbols, strings and quoted symbols",
    "{ title: 'A', 'test' => -> {}, \"actions\": {}, :triggers => {} }",
  ],
  [
    "keys of an older SDK",
    "{ triggers: { a: { type: :paging_desc, document_id: -> {}, sort_by: -> {}, hint: 'x' } } }",
  ],
  [
    "the older name of apply",
    "{ connection: { authorization: { type: 'basic_auth', credentials: -> {} } } }",
  ],
  [
    "fields of an option",
    "{ connection: { authorization: { type: 'multi', options: { a: { fields: [] } } } } }",
  ],
  [
    "attributes that are near nothing",
    "{ actions: { a: { input_fields: -> { [{ name: 'a', id: 1, path: 'x', date: 2 }] } } } }",
  ],
  ["what execute returns", "{ actions: { a: { execute: -> { { lable: 1 } } } } }"],
])("knows %s", async (_what, source) => {
  expect(await messagesOf(unknownKey, source)).toEqual([]);
});

test.each([
  ["letters the wrong way round", "{ actions: { a: { input_fields: -> { [{ laebl: 'x' }] } } } }", "label"],
  ["a capital letter", "{ actions: { a: { input_fields: -> { [{ Label: 'x' }] } } } }", "label"],
  ["a missing letter", "{ actions: { a: { input_fields: -> { [{ control_tpe: 'x' }] } } } }", "control_type"],
  ["a missing underscore", "{ picklists: {} }", "pick_lists"],
  ["a singular", "{ actions: { a: { output_field: -> { [] } } } }", "output_fields"],
])("tells %s", async (_what, source, near) => {
  const [message] = await messagesOf(unknownKey, source);

  expect(message).toContain(`the nearest is \`${near}\``);
});

test("does not offer a name that is taken", async () => {
  const source = "{ actions: { a: { title: 'A', titel: 'B' } } }";

  const { findings } = await checkSource([unknownKey], source);

  expect(findings.map(({ fix }) => fix)).toEqual([null]);
});

test.each([
  ["entries of two sections", "{ actions: { a: {} }, triggers: { a: {} } }"],
  ["an override after a splat", "{ methods: { a: -> { 1 }, **shared, a: -> { 2 } } }"],
  ["a key in a nested hash", "{ actions: { a: { title: 'A', help: { title: 'B' } } } }"],
])("accepts %s as different", async (_what, source) => {
  expect(await messagesOf(duplicateEntry, source)).toEqual([]);
});

test.each([
  ["an action", "{ actions: { a: {}, b: {}, a: {} } }"],
  ["a root key as symbol and string", "{ title: 'A', 'title' => 'B' }"],
  ["an option of a multi authorization", "{ connection: { authorization: { options: { a: {}, a: {} } } } }"],
  ["a definition after a splat", "{ object_definitions: { **shared, a: {}, a: {} } }"],
])("reports %s twice", async (_what, source) => {
  expect(await messagesOf(duplicateEntry, source)).toHaveLength(1);
});

test.each([
  [
    "all forms of lambdas",
    "{ test: lambda { 1 }, methods: { a: lambda do 1 end, b: ->(x) { x }, c: proc { 1 } } }",
  ],
  ["a method object", "{ test: method(:check), methods: { a: method(:a) } }"],
  [
    "texts for addresses of clients",
    "{ connection: { authorization: { client_id: 'x', client_secret: 'y' } } }",
  ],
  ["fields of the connection as array or lambda", "{ connection: { fields: -> { [] } } }"],
  [
    "help as text, hash and lambda",
    "{ actions: { a: { help: 'x' }, b: { help: { body: 'x' } }, c: { help: -> { 'x' } } } }",
  ],
  ["a list without a lambda", "{ pick_lists: { a: [%w[A a]] } }"],
])("accepts the kind of %s", async (_what, source) => {
  expect(await messagesOf(wrongValueKind, source)).toEqual([]);
});

test.each([
  [
    "a list of fields",
    "{ actions: { a: { input_fields: [] } } }",
    "`input_fields` holds an array where the platform needs a lambda.",
  ],
  [
    "a base address",
    "{ connection: { base_uri: 'https://a.com' } }",
    "`base_uri` holds a string where the platform needs a lambda.",
  ],
  ["an action", "{ actions: { a: -> { 1 } } }", "`a` holds a lambda where the platform needs a hash."],
  ["a test", "{ test: true }", "`test` holds `true` or `false` where the platform needs a lambda."],
  ["a section", "{ methods: -> { {} } }", "`methods` holds a lambda where the platform needs a hash."],
])("reports the kind of %s", async (_what, source, message) => {
  expect(await messagesOf(wrongValueKind, source)).toEqual([message]);
});
