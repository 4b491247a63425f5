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
        name: "comments further away",
        source: ruby`
          {
            actions: {
              # Finds all of them.
              # ------------------

              find: { execute: lambda { get('/a') } },
              list: {
                title: 'List',
                # All of them, page by page.
                execute: lambda { get('/b') }
              }
            }
          }
        `,
      },
      {
        name: "operations that a method of arrays makes",
        source: ruby`
          {
            actions: %w[lead deal].to_h { |name| ["find_#{name}", { execute: lambda { get('/a') } }] },
            triggers: %w[new old].each_with_object({}) do |name, all|
              all[name] = { poll: lambda { { events: [] } } }
            end
          }
        `,
      },
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
      const without = context.connector.operations.filter(({ name, span }) => {
        const { source } = context;
        // One that is made from a list has no place of its own for a comment.
        const key = source.slice({ start: span.start, end: span.end + 4 });
        if (!key.includes(name) || !/:|=>/u.test(key)) return false;
        const line = source.lineOf(span.start);
        let above = line - 1;
        while (above > 0 && isDivider(source.line(above))) above--;
        return ![above, line, line + 1, line + 2].some((at) => isComment(source.line(at)));
      });
      const [first] = without;
      if (first) context.report("missing", first, [without.length]);
    },
  }),
});

/** Whether the line has a comment with words in it, or ends one of several lines. */
function isComment(line: string): boolean {
  return /(?:^|\s)#[^{]*\p{L}{2}|^=end\b/u.test(line);
}

/** Whether the line is empty, or a comment for separation, without words. */
function isDivider(line: string): boolean {
  return /^\s*(?:#[^\p{L}]*)?$/u.test(line);
}
