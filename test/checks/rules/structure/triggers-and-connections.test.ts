import { expect, test } from "vitest";

import { structureRules } from "../../../../checks/rules/structure/index.ts";
import { checkSource } from "../../../support/checker.ts";

async function rulesFor(source: string): Promise<readonly string[]> {
  const { findings } = await checkSource(structureRules, source);
  return findings.map(({ ruleId }) => ruleId.slice("structure/".length));
}

/** A connector whose one trigger is complete but for `keys`. */
async function rulesForTrigger(keys: string, root = ""): Promise<readonly string[]> {
  return rulesFor(`{
    **others,
    ${root}
    triggers: {
      a: { input_fields: -> { [] }, output_fields: -> { [] }, dedup: ->(r) { r['id'] }, ${keys} }
    }
  }`);
}

test.each([
  ["polling", "poll: ->(c, i, last) { { events: get('/a'), next_poll: 1 } }"],
  [
    "dynamic",
    "webhook_subscribe: ->(url) { post('/h', url: url) }, webhook_unsubscribe: ->(w) { delete('/h') }, webhook_notification: ->(i, p) { p }",
  ],
  [
    "hybrid",
    "webhook_subscribe: ->(url) { {} }, webhook_unsubscribe: ->(w) { delete('/h') }, poll: ->(c) { { events: [] } }",
  ],
  ["merged from elsewhere", "**base"],
])("accepts a %s trigger", async (_what, keys) => {
  expect(await rulesForTrigger(keys)).toEqual([]);
});

test("accepts a static webhook with its keys", async () => {
  const keys =
    "webhook_key: ->(c, i) { 'x' }, webhook_notification: ->(i, payload) { payload['rows'].delete('x') }";

  expect(await rulesForTrigger(keys, "webhook_keys: ->(params) { params['x'] },")).toEqual([]);
});

test.each([
  ["no source", "title: 'A'", ["trigger-source-missing"]],
  [
    "a refresh without a subscription",
    "webhook_refresh: ->(w) { [] }, poll: ->(c) { get('/a') }",
    ["webhook-subscribe-pair"],
  ],
  [
    "a request under a block",
    "webhook_notification: ->(i, p) { p.map { |r| get(r['url']) } }",
    ["http-in-webhook-notification"],
  ],
  [
    "a status that is not supported",
    "poll: ->(c) { get('/a') }, webhook_response_status: 404",
    ["webhook-response-options", "webhook-response-options"],
  ],
  [
    "a request where the signature is made",
    "poll: ->(c) { get('/a') }, dedup: ->(r) { get('/b') }",
    ["duplicate-entry", "dsl-in-plain-lambda"],
  ],
])("reports a trigger with %s", async (_what, keys, expected) => {
  expect((await rulesForTrigger(keys)).toSorted()).toEqual(expected.toSorted());
});

async function rulesForAuthorization(authorization: string, fields = "[]"): Promise<readonly string[]> {
  return rulesFor(`{ **others, connection: { fields: ${fields}, authorization: { ${authorization} } } }`);
}

const addresses = "authorization_url: -> { 'a' }, token_url: -> { 't' }, client_id: 'x', client_secret: 'y'";

test.each([
  ["basic", "type: 'basic_auth', apply: ->(c) { user(c['u']) }"],
  ["a custom one that returns a hash", "type: 'custom_auth', apply: -> { 1 }, acquire: -> { { a: 1 } }"],
  ["OAuth 2.0", `type: 'oauth2', apply: -> { 1 }, ${addresses}`],
  [
    "OAuth 2.0 with an array",
    `type: 'oauth2', apply: -> { 1 }, ${addresses}, acquire: -> { [{ a: 1 }, nil, {}] }`,
  ],
  ["one that is worked out", "type: shared_type, apply: -> { 1 }"],
  ["one from elsewhere", "type: 'oauth2', **shared"],
  ["one that asks for no credentials", "type: 'api_key'"],
  [
    "the choice of one",
    "type: 'multi', selected: ->(c) { c['x'] || 'b' }, options: { a: { type: 'api_key', apply: -> { 1 } } }",
  ],
])("accepts %s as authorization", async (_what, authorization) => {
  expect(await rulesForAuthorization(authorization)).toEqual([]);
});

test.each([
  ["without a type", "apply: -> { 1 }", ["unknown-auth-type"]],
  ["that applies no token", `type: 'oauth2', ${addresses}`, ["apply-missing"]],
  [
    "of OAuth 2.0 without an address",
    "type: 'oauth2', apply: -> { 1 }, token_url: -> { 't' }, client_id: 'x', client_secret: 'y'",
    ["oauth2-incomplete"],
  ],
  [
    "of a custom kind that returns an array",
    "type: 'custom_auth', apply: -> { 1 }, acquire: -> { [1] }",
    ["custom-auth-acquire-output"],
  ],
  [
    "with an option that applies nothing",
    "type: 'multi', selected: ->(c) { 'a' }, options: { a: { type: 'api_key', fields: [{ name: 'key', control_type: 'password' }] } }",
    ["apply-missing"],
  ],
])("reports an authorization %s", async (_what, authorization, expected) => {
  expect(await rulesForAuthorization(authorization)).toEqual(expected);
});

test("compares the choices of a field with the options of the authorization", async () => {
  const authorization = `type: 'multi', selected: ->(c) { c['kind'] }, options: { a: { type: 'api_key', apply: -> { 1 } } }`;

  expect(await rulesForAuthorization(authorization, "[{ name: 'kind', options: [%w[A a]] }]")).toEqual([]);
  expect(
    await rulesForAuthorization(authorization, "[{ name: 'kind', options: [%w[A a], %w[B b]] }]"),
  ).toEqual(["multi-auth-options"]);
  expect(await rulesForAuthorization(authorization, "[{ name: 'kind', options: choices }]")).toEqual([]);
});

async function rulesForList(field: string, list: string): Promise<readonly string[]> {
  return rulesFor(`{
    **others,
    actions: {
      a: {
        config_fields: [{ name: 'kind' }],
        input_fields: -> { [{ name: 'x' }, { name: 'y', control_type: 'select', pick_list: 'l', ${field} }] },
        output_fields: -> { [] },
        execute: ->(c, i) { i }
      }
    },
    pick_lists: { l: ${list} }
  }`);
}

test.each([
  ["keywords of the same name", "pick_list_params: { k: 'kind' }", "->(c, k:) { [] }"],
  ["a hash of parameters", "pick_list_params: { k: 'x' }", "->(c, params) { [] }"],
  ["any keywords", "pick_list_params: { k: 'x' }", "->(c, **args) { [] }"],
  ["keywords that have defaults", "sticky: true", "->(c, k: nil) { [] }"],
  ["parameters that are worked out", "pick_list_params: made", "->(c, k:) { [] }"],
  ["a path to a field", "pick_list_params: { k: 'a.b' }", "->(c, k:) { [] }"],
])("accepts a pick list with %s", async (_what, field, list) => {
  expect(await rulesForList(field, list)).toEqual([]);
});

test.each([
  ["a keyword that is missing", "sticky: true", "->(c, k:) { [] }", ["pick-list-params"]],
  ["a keyword too many", "pick_list_params: { k: 'x', n: 'x' }", "->(c, k:) { [] }", ["pick-list-params"]],
  [
    "a field that is not there",
    "pick_list_params: { k: 'z' }",
    "->(c, k:) { [] }",
    ["pick-list-params-field"],
  ],
  ["parameters that it ignores", "pick_list_params: { k: 'x' }", "->(c) { [] }", ["pick-list-params"]],
])("reports a pick list with %s", async (_what, field, list, expected) => {
  expect(await rulesForList(field, list)).toEqual(expected);
});
