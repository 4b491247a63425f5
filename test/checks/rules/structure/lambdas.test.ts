import { expect, test } from "vitest";

import { lambdaArity } from "../../../../checks/rules/structure/lambda-arity.ts";
import { objectDefinitionCycle } from "../../../../checks/rules/structure/object-definition-cycle.ts";
import { parameterOrder } from "../../../../checks/rules/structure/parameter-order.ts";
import { ruby27Syntax } from "../../../../checks/rules/structure/ruby-27-syntax.ts";
import { checkSource } from "../../../support/checker.ts";

test.each([
  ["no parameters", "{ actions: { a: { execute: -> { 1 } } } }"],
  ["all of them", "{ actions: { a: { execute: ->(a, b, c, d, e) { 1 } } } }"],
  ["optional ones, a rest and keywords", "{ triggers: { a: { dedup: ->(a, b = 1, *c, d: 2) { 1 } } } }"],
  ["numbered ones", "{ triggers: { a: { dedup: -> { _1['id'] } } } }"],
  [
    "methods and pick lists",
    "{ methods: { a: ->(a, b, c, d, e, f) { 1 } }, pick_lists: { a: ->(a, b) { [] } } }",
  ],
  ["more of a sample than is documented", "{ actions: { a: { sample_output: ->(a, b, c) { {} } } } }"],
  ["connection fields that are not documented so", "{ connection: { fields: ->(a, b, c) { [] } } }"],
  ["the kind of authorization", "{ connection: { authorization: { apply: ->(a, b, c) { 1 } } } }"],
])("accepts %s", async (_what, source) => {
  expect((await checkSource([lambdaArity], source)).findings).toEqual([]);
});

test.each([
  ["error", "{ actions: { a: { execute: ->(a, b, c, d, e, f) { 1 } } } }"],
  ["error", "{ object_definitions: { a: { fields: ->(a, b, c, d) { [] } } } }"],
  ["error", "{ triggers: { a: { dedup: lambda do |a, (b, c)| 1 end } } }"],
  ["warning", "{ connection: { base_uri: ->(a, b) { 'https://acme.com' } } }"],
  ["warning", "{ connection: { authorization: { token_url: ->(a, b) { 'https://acme.com' } } } }"],
])("reports a parameter too many as %s", async (severity, source) => {
  const { findings } = await checkSource([lambdaArity], source);

  expect(findings.map((finding) => finding.severity)).toEqual([severity]);
});

test.each([
  ["names of their own", "{ actions: { a: { execute: ->(c, i, schema) { 1 } } } }"],
  ["names that are not used", "{ actions: { a: { execute: ->(_input, _connection) { 1 } } } }"],
  ["names that nothing reads", "{ actions: { a: { execute: ->(input, connection) { 1 } } } }"],
  ["a name of no argument", "{ actions: { a: { execute: ->(connection, params) { 1 } } } }"],
])("accepts parameters with %s", async (_what, source) => {
  expect((await checkSource([parameterOrder], source)).findings).toEqual([]);
});

test.each([
  [
    "`connection` of `input_fields` gets the argument `object_definitions`",
    "{ actions: { a: { input_fields: ->(connection) { [{ name: connection['id'] }] } } } }",
  ],
  [
    "`connection` of `webhook_subscribe` gets the argument `webhook_url`",
    "{ triggers: { a: { webhook_subscribe: ->(connection, webhook_url) { { url: connection } } } } }",
  ],
])("reports that parameter %s", async (text, source) => {
  const { findings } = await checkSource([parameterOrder], source);

  expect(findings.map(({ message }) => message)).toEqual([`Parameter ${text}.`]);
});

test.each([
  ["keywords, splats and blocks of 2.7", "{ methods: { a: ->(*b, **c, &d) { d.call(*b, **c) } } }"],
  ["patterns of 2.7", "{ methods: { a: ->(b) { case b\nin { x: 1 } then 1\nelse 2\nend } } }"],
  ["a variable called it", "{ methods: { a: ->(it) { it } } }"],
  ["rest in a multiple assignment", "{ methods: { a: ->(b) { c, * = b\nc } } }"],
])("accepts %s as syntax", async (_what, source) => {
  expect((await checkSource([ruby27Syntax], source)).findings).toEqual([]);
});

test.each([
  ["a value that is left out", "{ methods: { a: ->(b) { { b: } } } }"],
  ["a value that is left out of a call", "{ methods: { a: ->(b) { call('x', b:) } } }"],
  ["a pattern after an arrow", "{ methods: { a: ->(b) { b => { c: }\n1 } } }"],
  ["a pattern that finds", "{ methods: { a: ->(b) { case b\nin [*, 1, *] then 1\nend } } }"],
])("reports %s as syntax", async (_what, source) => {
  expect((await checkSource([ruby27Syntax], source)).findings.length).toBeGreaterThan(0);
});

const definitions = (first: string, second: string): string => `{
  object_definitions: { a: { fields: ->(_c, f, od) { ${first} } }, b: { fields: ->(_c, f, od) { ${second} } } }
}`;

test.each([
  ["a circle that a condition ends", "f['x'] ? od['b'] : []", "od['a']"],
  ["a circle that an early return ends", "return [] if f['x']\nod['b']", "od['a']"],
  ["a circle that an empty list ends", "f['x'].map { od['b'] }", "od['a']"],
  ["a circle that `&&` ends", "f['x'] && od['b']", "od['a']"],
  ["a line", "od['b']", "[]"],
])("accepts %s of definitions", async (_what, first, second) => {
  expect((await checkSource([objectDefinitionCycle], definitions(first, second))).findings).toEqual([]);
});

test.each([
  ["direct", "od['b']", "od['a']"],
  ["nested", "[{ name: 'x', type: 'object', properties: od['b'].only('y') }]", "x = od['a']\nx"],
  ["always run, before a condition", "(od['b'] || []) + (f['x'] ? [] : [{}])", "if od['a'] then [] end"],
])("reports a circle of definitions that is %s", async (_what, first, second) => {
  const { findings } = await checkSource([objectDefinitionCycle], definitions(first, second));

  expect(findings.map(({ message }) => message)).toEqual([
    "The object definitions need each other in a circle: `a` → `b` → `a`.",
  ]);
});
