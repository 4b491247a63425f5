import { firstKey } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const connectionMissing = defineRule({
  id: "structure/connection-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a `connection` with an `authorization`.",
    why: "Without an authorization no credentials are ever sent with a request.",
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
          { title: 'Acme', actions: {} }
            ^^^^^^ connection
        `,
      },
      {
        name: "no authorization",
        source: ruby`
          { title: 'Acme', connection: { fields: [] } }
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
      { name: "a connection from elsewhere", source: ruby`{ title: 'Acme', connection: shared_connection }` },
    ],
  },
  create: (context) => ({
    connector({ root, connection }) {
      const property = root.get("connection");
      if (!property) {
        if (root.closed) context.report("connection", firstKey(root), [], { path: "connection" });
      } else if (connection.closed && !connection.has("authorization")) {
        context.report("authorization", property, []);
      }
    },
  }),
});
