import { firstKey } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const testMissing = defineRule({
  id: "structure/test-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a `test` that verifies a connection.",
    why: "Without it nothing runs when a user presses Connect, so wrong credentials are only found in jobs.",
    remedy: "Add `test:` to the root with a lambda that makes one small request.",
    sources: [pages.test, pages.gem],
  },
  messages: {
    missing: () => "The connector has no `test`.",
    misplaced: () => "`test` stands in `connection`; it belongs to the root of the connector.",
  },
  examples: {
    bad: [
      {
        name: "no test",
        source: ruby`
          { title: 'Acme', connection: { fields: [] } }
            ^^^^^^ missing
        `,
      },
      {
        name: "a test inside of the connection",
        source: ruby`
          { title: 'Acme', connection: { test: lambda { |_connection| get('/me') } } }
                                         ^^^^^ misplaced
        `,
      },
    ],
    good: [
      {
        name: "a test",
        source: ruby`{ title: 'Acme', connection: {}, test: lambda { |_connection| get('/me') } }`,
      },
      {
        name: "a test that may come from elsewhere",
        source: ruby`{ title: 'Acme', connection: {}, **shared }`,
      },
    ],
  },
  create: (context) => ({
    connector({ root, connection }) {
      if (root.has("test") || !root.closed) return;
      const misplaced = connection.get("test");
      if (misplaced) context.report("misplaced", misplaced, []);
      else context.report("missing", firstKey(root), [], { path: "test" });
    },
  }),
});
