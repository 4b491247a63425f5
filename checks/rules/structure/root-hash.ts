import type { Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const rootHash = defineRule({
  id: "structure/root-hash",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Ends with the connector's hash.",
    why: "The value of the file is the connector; anything else cannot be loaded.",
    remedy:
      "Let the hash with `title`, `connection`, `actions` and so on be the last expression of the file.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference.html"],
  },
  messages: {
    empty: () => "The file has no code, so there is no connector.",
    other: (kind: string) => `The file ends with ${kind}, not with the hash of a connector.`,
    unknown: () =>
      "What the file comes to cannot be told without running it, so nothing in it was checked; end it with a hash literal.",
  },
  examples: {
    bad: [
      { name: "no code", source: "# To be written.\n", reports: ["empty"] },
      {
        name: "something after the hash",
        source: ruby`
          { title: 'Acme' }
          nil
          ^^^ other
        `,
      },
      {
        name: "a hash that only running the code would give",
        source: ruby`
          build_connector('Acme')
          ^^^^^^^^^^^^^^^^^^^^^^^ unknown
        `,
      },
    ],
    good: [
      { name: "a hash", source: ruby`{ title: 'Acme', connection: {} }` },
      {
        name: "a hash with a name",
        source: ruby`
          connector ||= { title: 'Acme', connection: {} }
        `,
      },
      {
        name: "one of two hashes",
        source: ruby`
          ENV['ACME_BETA'] ? { title: 'Acme (beta)', connection: {} } : { title: 'Acme', connection: {} }
        `,
      },
      {
        name: "a constant before the hash",
        source: ruby`
          VERSION = 'v2'
          { title: "Acme #{VERSION}", connection: {} }
        `,
      },
    ],
  },
  create: (context) => ({
    file({ syntax, value }) {
      if (!syntax || !value || value.kind === "hash") return;
      const last = syntax.value.statements.body.at(-1);
      if (!last) {
        context.report("empty", null, []);
        return;
      }
      const place = { span: spanOf(last), path: null };
      const kind = kindOf(value);
      if (kind) context.report("other", place, [kind]);
      else context.report("unknown", place, []);
    },
  }),
});

/** What the value surely is; null where it may be a hash after all. */
function kindOf(value: Value): string | null {
  switch (value.kind) {
    case "string":
    case "template":
      return "a string";
    case "symbol":
      return "a symbol";
    case "number":
      return "a number";
    case "boolean":
    case "nil":
      return "`nil`, `true` or `false`";
    case "array":
      return "an array";
    case "lambda":
      return "a lambda";
    case "regexp":
      return "a regular expression";
    default:
      return null;
  }
}
