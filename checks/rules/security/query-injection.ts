import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { CallNode, InterpolatedStringNode, type Node, spanOf, StringNode } from "../../ruby/nodes.ts";
import { createInputUses, isFreeText } from "./input-values.ts";

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
  create: (context) => {
    const uses = createInputUses();
    const texts: { readonly parts: readonly Node[]; readonly lambda: Lambda }[] = [];
    const add = ({ node, lambda, parent }: NodeFact): void => {
      // A part of a longer text is looked at with it.
      const isPart = parent instanceof InterpolatedStringNode || (isPlus(parent) && !isPlus(node));
      const parts = lambda && !isPart ? uses.partsOf(node, lambda) : null;
      if (lambda && parts) texts.push({ parts, lambda });
    };
    return {
      node: [
        ...uses.listeners,
        onNode(InterpolatedStringNode, add),
        onNode(CallNode, (fact) => {
          if (isPlus(fact.node) && !isPlus(fact.parent)) add(fact);
        }),
      ],
      end() {
        for (const { parts, lambda } of texts) check(parts, lambda);
      },
    };

    function check(parts: readonly Node[], lambda: Lambda): void {
      let before = "";
      for (const part of parts) {
        if (part instanceof StringNode) {
          before += part.unescaped.value;
          continue;
        }
        const key = uses.keyIn(part, lambda);
        const start = before.slice(-600);
        before += "?";
        if (key === null || uses.isChecked(lambda, key)) continue;
        if (wholeClause.test(key) || !statement.test(start) || !isFreeText(context, lambda, key)) continue;
        context.report("query", { span: spanOf(part), path: lambda.path }, [key]);
        return;
      }
    }
  },
});

function isPlus(node: Node | null): boolean {
  return node instanceof CallNode && node.name === "+";
}
