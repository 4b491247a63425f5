import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  AssocNode,
  IntegerNode,
  LocalVariableWriteNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html */
const mostEvents = 1000;

const sizeName =
  /^\$?(?:limit|page_?size|page_?limit|per_?page|batch_?size|max_?results|count|top|page_?count|size)$/iu;

export const pollPageSize = defineRule({
  id: "guidelines/poll-page-size",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Fetches at most 1,000 events in one poll.",
    why: "The platform stops a recipe whose trigger returns more than 1,000 events at once.",
    remedy: "Fetch smaller pages, and set `can_poll_more` while there are more.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html",
      "https://docs.workato.com/en/developing-connectors/sdk/limits.html",
    ],
  },
  messages: {
    large: (name: string, size: string) => `A poll may return 1,000 events, but \`${name}\` is ${size}.`,
    loop: () => "The request in a loop may bring more than the 1,000 events that one poll may return.",
  },
  examples: {
    bad: [
      {
        name: "pages of 5000",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  page_size = 5000
                              ^^^^ large
                  { events: get('/leads', limit: page_size, after: closure) }
                end
              }
            }
          }
        `,
      },
      {
        name: "all pages in one poll",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  events = []
                  loop do
                    page = get('/leads', after: closure)
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ loop
                    events.concat(page['rows'])
                    break if page['rows'].blank?
                  end
                  { events: events }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "pages of 100",
        source: ruby`
          { triggers: { new_lead: { poll: lambda { |_c, _i, closure| { events: get('/leads', limit: 100, after: closure) } } } } }
        `,
      },
      {
        name: "a large page in an action",
        source: ruby`{ actions: { find: { execute: lambda { |_c, _i| get('/leads', limit: 5000) } } } }`,
      },
    ],
  },
  create: (context) => {
    const check = (fact: NodeFact, name: string | null, value: Node): void => {
      if (fact.lambda?.key !== "poll" || name === null || !sizeName.test(name)) return;
      if (!(value instanceof IntegerNode) || value.value <= mostEvents) return;
      const size = value.value.toLocaleString("en");
      context.report("large", { span: spanOf(value), path: fact.lambda.path }, [name, size]);
    };
    return {
      node: [
        onNode(LocalVariableWriteNode, (fact) => {
          check(fact, fact.node.name, fact.node.value);
        }),
        onNode(AssocNode, (fact) => {
          const { key, value } = fact.node;
          const isText = key instanceof SymbolNode || key instanceof StringNode;
          check(fact, isText ? key.unescaped.value : null, value);
        }),
      ],
      request({ fact, lambda, span }) {
        if (lambda?.key !== "poll") return;
        for (let around = fact.blocks; around; around = around.outer) {
          if (around.call.receiver !== null || around.call.name !== "loop") continue;
          context.report("loop", { span, path: lambda.path }, []);
          return;
        }
      },
    };
  },
});
