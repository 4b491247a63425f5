import { defineRule, ruby } from "../../engine/rule.ts";
import { toSpan } from "../../ruby/nodes.ts";

/** Beyond these, errors are mostly consequences of the first ones. */
const maxErrors = 10;

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
  messages: { error: (reason: string) => `The file does not parse as Ruby: ${reason}.` },
  examples: {
    bad: [
      {
        name: "a missing comma",
        source: ruby`
          { title: 'Acme' connection: {} }
                         ^ error
        `,
      },
    ],
    good: [{ name: "the comma in its place", source: ruby`{ title: 'Acme', connection: {} }` }],
  },
  create: (context) => ({
    file({ syntax }) {
      let line = 0;
      let count = 0;
      for (const error of syntax?.errors ?? []) {
        const span = toSpan(error.location);
        const at = context.source.position(span.start).line;
        // One mistake often gives several errors on its line; the first says most.
        if (at === line || ++count > maxErrors) continue;
        line = at;
        context.report("error", { span, path: null }, [error.message]);
      }
    },
  }),
});
