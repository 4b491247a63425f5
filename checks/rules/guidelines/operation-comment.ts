import { defineRule, ruby } from "../../engine/rule.ts";

export const operationComment = defineRule({
  id: "guidelines/operation-comment",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Says in a comment above each operation what it does.",
    why: "Who maintains or reviews the connector reads first what an operation is for and where its limits are.",
    remedy: "Add a comment above the action or trigger.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    missing: (count: number) => `No comment says what this operation does (without one in all: ${count}).`,
  },
  examples: {
    bad: [
      {
        name: "an action without a comment",
        source: ruby`
          {
            actions: {
              find: { execute: lambda { get('/a') } }
              ^^^^^ missing
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a comment above the action",
        source: ruby`
          {
            actions: {
              # Finds all of them.
              find: { execute: lambda { get('/a') } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    end() {
      const without = context.connector.operations.filter(({ span }) => {
        const line = context.source.lineOf(span.start);
        return ![line - 1, line, line + 1].some((at) => isComment(context.source.line(at)));
      });
      const [first] = without;
      if (first) context.report("missing", first, [without.length]);
    },
  }),
});

/** Whether the line has a comment with words in it; lines for separation have none. */
function isComment(line: string): boolean {
  return /(?:^|\s)#[^{]*\p{L}{2}/u.test(line);
}
