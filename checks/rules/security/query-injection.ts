import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { InterpolatedStringNode, spanOf, StringNode } from "../../ruby/nodes.ts";
import { inputKeyIn, inputParameter, isFreeText } from "./input-values.ts";

const statement =
  /\b(?:SELECT\s[^]{1,300}\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s[^]{1,300}\sSET)\s|\sWHERE\s|[?&]?\$filter=/u;
const wholeClause =
  /query|sql|filter|where|condition|clause|criteria|search|expression|fields|columns|limit|offset/iu;

export const queryInjection = defineRule({
  id: "security/query-injection",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Escapes what users enter before it becomes part of a query.",
    why: "A quote in a mapped value changes what the query reads or deletes in the user's account.",
    remedy: 'Pass the value as a parameter, or double its quotes with `gsub("\'", "\'\'")`.',
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    query: (key: string) => `The input \`${key}\` becomes part of the query without being escaped.`,
  },
  examples: {
    bad: [
      {
        name: "an address as it was entered",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'email' }] },
                execute: lambda { |_connection, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['email']}'") }
                                                                                                      ^^^^^^^^^^^^^^^^^ query
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "escaped quotes",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'e' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE Email='#{input['e'].gsub("'", "''")}'") }
              }
            }
          }
        `,
      },
      {
        name: "the user's own condition",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'where_clause' }] },
                execute: lambda { |_c, input| get('/q', q: "SELECT Id FROM Lead WHERE #{input['where_clause']}") }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    node: [
      onNode(InterpolatedStringNode, ({ node, lambda }) => {
        const input = inputParameter(lambda);
        if (!lambda || input === null) return;
        let before = "";
        for (const part of node.parts) {
          if (part instanceof StringNode) before += part.unescaped.value;
          const key = inputKeyIn(part, input);
          if (part instanceof StringNode) continue;
          const start = before.slice(-600);
          before += "?";
          if (key === null || wholeClause.test(key) || !statement.test(start)) continue;
          if (!isFreeText(context, lambda, key)) continue;
          context.report("query", { span: spanOf(part), path: lambda.path }, [key]);
          return;
        }
      }),
    ],
  }),
});
