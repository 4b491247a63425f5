import { defineRule, ruby } from "../../engine/rule.ts";

/** Beyond these, errors are mostly consequences of the first ones. */
const maxErrors = 10;

/** What the parser refuses as the newest Ruby does, but Ruby 2.7, which runs connectors, accepts. */
const newer = new Set([
  "void_expression",
  "regexp_parse_error",
  "unexpected_index_keywords",
  "unexpected_index_block",
  "invalid_yield",
]);

/** How the parser says that something stands behind the only expression of the file. */
const ended = "expecting end-of-input";

export const syntaxError = defineRule({
  id: "structure/syntax-error",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Parses as Ruby.",
    why: "A connector that does not parse can be neither saved nor run.",
    remedy:
      "Correct the place that the parser points at; the cause is often a missing comma, `end` or quote just before it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/limits.html"],
  },
  messages: {
    error: (reason: string) => `The file does not parse as Ruby: ${reason}.`,
    newer: (reason: string) =>
      `Newer Ruby does not parse the file, so that nothing in it could be looked at: ${reason}.`,
    tooDeep: () =>
      "The file cannot be read: it nests brackets or blocks too deeply, or takes too much memory.",
  },
  examples: {
    bad: [
      {
        name: "a missing comma",
        source: ruby`
          { title: 'Acme' connection: {} }
                          ^^^^^^^^^^ error
        `,
      },
      {
        name: "a missing comma that makes all the rest look wrong",
        source: ruby`
          {
            title: 'Acme',
            connection: {
              fields: []
            }
            test: lambda { |_connection| true },
            ^^^^ error
            actions: {},
            triggers: {}
          }
        `,
      },
      {
        name: "what only Ruby 2.7 accepts",
        source: ruby`
          { methods: { a: lambda { |hash| hash[id: 1] = 2 } } }
                                               ^^^^^ newer
        `,
      },
      {
        name: "a hundred thousand brackets",
        source: `{ title: ${"[".repeat(100_000)}${"]".repeat(100_000)} }`,
        reports: ["tooDeep"],
      },
    ],
    good: [{ name: "the comma in its place", source: ruby`{ title: 'Acme', connection: {} }` }],
  },
  create: (context) => ({
    file({ text, syntax }) {
      if (text !== null && syntax === null) context.report("tooDeep", null, []);
      const errors = syntax?.errors ?? [];
      const telling = errors.filter((error) => !isConsequence(error.type));
      const lines = new Set<number>();
      for (const error of telling.length > 0 ? telling : errors) {
        const { span } = error;
        const line = context.source.lineOf(span.start);
        // One mistake often gives several errors on its line; the first says most.
        if (lines.has(line) || lines.size >= maxErrors) continue;
        lines.add(line);
        // An error as well, since nobody knows what stands in a file that was not read.
        const message = newer.has(error.type) ? "newer" : "error";
        const reason = error.message.replace(ended, "as if the connector had ended before it");
        context.report(message, { span, path: null }, [reason]);
        // The connector has ended for the parser, so that all that follows must look wrong to it.
        if (error.message.endsWith(ended)) break;
      }
    },
  }),
});

/** Errors that say what the parser did after another one, such as giving up on the bracket around it. */
function isConsequence(type: string): boolean {
  return type === "unexpected_token_ignore" || type.endsWith("_term");
}
