import type { Lambda, OwnerKind } from "./connector.ts";

/*
 * Facts of the connector DSL: which keys there are, what they hold, and what the platform passes to their lambdas. What
 * there is to fields and requests is in `sdk-fields.ts` and `sdk-requests.ts`.
 * From the SDK reference (https://docs.workato.com/en/developing-connectors/sdk/sdk-reference.html) and the source of
 * the SDK (https://github.com/workato/workato-connector-sdk).
 */

/** A kind of value that a key may hold. */
export type Holding = "lambda" | "hash" | "array" | "text" | "number" | "boolean";

/** What is known of one key of the DSL. */
export interface KeyFact {
  /** What the key may hold; empty where anything goes. */
  readonly holds: readonly Holding[];
  /** The arguments that its lambda may take, in order; null where it has no lambda, or nothing is documented. */
  readonly parameters: readonly string[] | null;
}

export type KeyFacts = Readonly<Record<string, KeyFact>>;

function lambda(...parameters: readonly string[]): KeyFact {
  return { holds: ["lambda"], parameters };
}

function lambdaOr(other: readonly Holding[], ...parameters: readonly string[]): KeyFact {
  return { holds: ["lambda", ...other], parameters };
}

function holds(...holdings: readonly Holding[]): KeyFact {
  return { holds: holdings, parameters: null };
}

const schema = ["object_definitions", "connection", "config_fields"];

export const rootKeys: KeyFacts = {
  title: holds("text"),
  connection: holds("hash"),
  test: lambda("connection"),
  custom_action: holds("boolean"),
  custom_action_help: holds("hash", "text", "lambda"),
  actions: holds("hash"),
  triggers: holds("hash"),
  object_definitions: holds("hash"),
  pick_lists: holds("hash"),
  methods: holds("hash"),
  secure_tunnel: holds("boolean"),
  webhook_keys: lambda("params", "headers", "payload"),
  streams: holds("hash"),
};

export const connectionKeys: KeyFacts = {
  fields: lambdaOr(["array"], "connection", "config_fields"),
  extended_fields: lambdaOr(["array"], "connection"),
  authorization: holds("hash"),
  base_uri: lambda("connection"),
};

export const authorizationKeys: KeyFacts = {
  type: holds("text", "lambda"),
  client_id: lambdaOr(["text"], "connection"),
  client_secret: lambdaOr(["text"], "connection"),
  authorization_url: lambda("connection"),
  token_url: lambda("connection"),
  acquire: lambda("connection", "auth_code", "redirect_uri", "verifier"),
  apply: lambda("connection", "access_token"),
  refresh_on: holds(),
  detect_on: holds(),
  refresh: lambda("connection", "refresh_token"),
  identity: lambda("connection"),
  pkce: lambda("verifier", "challenge"),
  selected: lambda("connection"),
  options: holds("hash"),
  noopener: holds("boolean"),
};

/** The keys of one of the `options` of a `multi` authorization. */
export const authorizationOptionKeys: KeyFacts = {
  ...authorizationKeys,
  fields: lambdaOr(["array"], "connection", "config_fields"),
};

/** Keys that actions and triggers have in common. */
const operationKeys: KeyFacts = {
  title: holds("text", "lambda"),
  subtitle: holds("text", "lambda"),
  description: lambdaOr(["text"], "input", "picklist_label"),
  display_priority: holds("number"),
  batch: holds("boolean"),
  bulk: holds("boolean"),
  deprecated: holds("boolean"),
  config_fields: lambdaOr(["array"], ...schema),
  input_fields: lambda(...schema),
  output_fields: lambda(...schema),
  sample_output: lambdaOr(["hash", "array"], "connection", "input"),
  summarize_input: holds(),
  summarize_output: holds(),
};

export const actionKeys: KeyFacts = {
  ...operationKeys,
  help: lambdaOr(["text", "hash"], "input", "picklist_label"),
  execute: lambda("connection", "input", "extended_input_schema", "extended_output_schema", "continue"),
  retry_on_response: holds(),
  retry_on_request: holds(),
  max_retries: holds("number"),
  before_suspend: lambda("resume_token", "expires_at", "continue"),
  before_resume: lambda("data", "input", "continue"),
  before_timeout_resume: lambda("input", "continue"),
  streams: holds("hash"),
};

export const triggerKeys: KeyFacts = {
  ...operationKeys,
  help: lambdaOr(["text", "hash"], "input", "picklist_label", "connection", "webhook_base_url"),
  poll: lambda("connection", "input", "closure", "extended_input_schema", "extended_output_schema"),
  dedup: lambda("record"),
  webhook_key: lambdaOr(["text"], "connection", "input"),
  webhook_subscribe: lambda("webhook_url", "connection", "input", "recipe_id"),
  webhook_refresh: lambda("webhook_subscribe_output"),
  webhook_unsubscribe: lambda("webhook_subscribe_output", "connection"),
  webhook_notification: lambda(
    "input",
    "payload",
    "extended_input_schema",
    "extended_output_schema",
    "headers",
    "params",
    "connection",
    "webhook_subscribe_output",
  ),
  webhook_response_type: holds("text"),
  webhook_response_body: holds(),
  webhook_response_headers: holds(),
  webhook_response_status: holds("number"),
  webhook_payload_type: holds("text"),
  webhook_url_help: lambdaOr(["text", "hash"], "connection", "input", "webhook_base_url"),
  streams: holds("hash"),
};

export const objectDefinitionKeys: KeyFacts = {
  fields: lambda("connection", "config_fields", "object_definitions"),
};

/** What the lambdas of streams take. */
const streamParameters = ["input", "starting_byte_range", "ending_byte_range", "byte_size"] as const;

/** The values of `authorization.type`. */
export const authorizationTypes = ["basic_auth", "api_key", "oauth2", "custom_auth", "multi"] as const;

/** Keys of earlier versions of the SDK that connectors still carry, by what they are keys of. */
export const legacyKeys = {
  authorization: new Set(["credentials"]),
  operation: new Set(["title_hint", "hint", "document_id", "sort_by", "type"]),
} as const;

const keysByOwner: Readonly<Record<OwnerKind, KeyFacts>> = {
  root: rootKeys,
  connection: connectionKeys,
  authorization: authorizationKeys,
  action: actionKeys,
  trigger: triggerKeys,
  objectDefinition: objectDefinitionKeys,
  pickList: {},
  method: {},
  stream: {},
};

/** The arguments that the platform passes to a lambda, in order; null where nothing is documented. */
export function argumentsFor({ owner, key }: Pick<Lambda, "owner" | "key">): readonly string[] | null {
  if (owner === "stream") return streamParameters;
  const facts = keysByOwner[owner];
  return Object.hasOwn(facts, key) ? facts[key]!.parameters : null;
}
