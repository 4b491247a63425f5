import type { Authorization, Connector } from "../../connector/connector.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { credentialsIn, signsItself } from "./credentials.ts";

const types = new Set(["basic_auth", "api_key", "oauth2", "custom_auth"]);

export const applyMissing = defineRule({
  id: "structure/apply-missing",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says with `apply` how requests are signed.",
    why: "It is what adds the credentials to each request; without it the API refuses them.",
    remedy: "Add `apply:` with a lambda that sets headers, parameters or user and password.",
    sources: [pages.authorization],
  },
  messages: { missing: (type: string) => `The \`${type}\` authorization has no \`apply\`.` },
  examples: {
    bad: [
      {
        name: "no apply",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'api_key', control_type: 'password' }, { name: 'subdomain' }],
              authorization: { type: 'api_key' }
              ^^^^^^^^^^^^^^ missing
            },
            actions: { ping: { execute: ->(connection, _i) { get("https://#{connection['subdomain']}.acme.com") } } }
          }
        `,
      },
    ],
    good: [
      {
        name: "an apply",
        source: ruby`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers('X-Key': c['key']) } } } }
        `,
      },
      {
        name: "requests that are signed one by one",
        source: ruby`
          {
            connection: { fields: [{ name: 'secret_key' }], authorization: { type: 'custom_auth' } },
            actions: { buckets: { execute: ->(connection, _i) { call('signed', connection, '/buckets') } } }
          }
        `,
      },
      {
        name: "an API that is open to all",
        source: ruby`
          { connection: { fields: [{ name: 'subdomain' }], authorization: { type: 'custom_auth' } } }
        `,
      },
      {
        name: "the key of an older SDK",
        source: ruby`
          { connection: { authorization: { type: 'basic_auth', credentials: ->(c) { user(c['user']) } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const { type } = authorization;
      if (!authorization.closed || type === null || !types.has(type)) return;
      if (authorization.has("apply") || authorization.has("credentials")) return;
      const credentials = credentialsOf(authorization, context.connector);
      // What asks for no credentials has nothing to apply.
      if (type !== "oauth2" && credentials.size === 0) return;
      if (!signsItself(context.connector, credentials)) context.report("missing", authorization, [type]);
    },
  }),
});

/** What the connection fields ask for, or those of an option's own. */
function credentialsOf(authorization: Authorization, connector: Connector): ReadonlySet<string> {
  if (authorization.option === null) return credentialsIn(connector.connection.fields);
  const fields = authorization.get("fields");
  return fields ? credentialsIn(connector.fieldListOf(fields, "connection")) : new Set();
}
