import { firstKey } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { credentialsIn, signsItself } from "./credentials.ts";

export const connectionMissing = defineRule({
  id: "structure/connection-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a `connection` with an `authorization`.",
    why: "Without an authorization the credentials that users enter are not sent with a request.",
    remedy: "Add `connection:` with `authorization:` that says how requests are signed.",
    sources: [pages.connection],
  },
  messages: {
    connection: () => "The connector has no `connection`.",
    authorization: () => "The `connection` has no `authorization`.",
  },
  examples: {
    bad: [
      {
        name: "no connection",
        source: ruby`
          { title: 'Acme', actions: { ping: { execute: ->(_c, _i) { get('https://acme.com/ping') } } } }
            ^^^^^^ connection
        `,
      },
      {
        name: "no authorization",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'api_key', control_type: 'password' }] } }
                           ^^^^^^^^^^^ authorization
        `,
      },
    ],
    good: [
      {
        name: "a connection with an authorization",
        source: ruby`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers(key: c['key']) } } } }
        `,
      },
      {
        name: "an API that is open to all",
        source: ruby`{ title: 'Acme', connection: { fields: [{ name: 'planet' }] } }`,
      },
      {
        name: "a connector that makes no requests",
        source: ruby`{ title: 'Texts', actions: { upcase: { execute: ->(_c, input) { { text: input['text'].upcase } } } } }`,
      },
      { name: "a connection from elsewhere", source: ruby`{ title: 'Acme', connection: shared_connection }` },
    ],
  },
  create: (context) => ({
    end() {
      const { connector } = context;
      const { root, connection } = connector;
      const property = root.get("connection");
      if (!property) {
        // What makes no requests has nothing to connect to.
        if (!root.closed || connector.requests.length === 0) return;
        context.report("connection", firstKey(root), [], { path: "connection", severity: "warning" });
      } else if (connection.closed && !connection.has("authorization")) {
        const credentials = credentialsIn(connection.fields);
        // An API that asks for no credentials is open to all.
        if (credentials.size === 0) return;
        const isSigned = signsItself(connector, credentials);
        context.report("authorization", property, [], isSigned ? { severity: "warning" } : {});
      }
    },
  }),
});
