import type { Lambda } from "../../connector/connector.ts";
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
  textsIn,
  UntilNode,
  WhileNode,
} from "../../ruby/nodes.ts";
import type { Span } from "../../ruby/source.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html */
const mostEvents = 1000;

const sizeName =
  /^\$?(?:limit|page_?size|page_?limit|per_?page|batch_?size|max_?results|count|top|page_?count|size)$/iu;

const sizeInQuery = /[?&](?<name>limit|page_?size|per_?page|max_?results)=(?<size>\d{1,9})(?!\d)/iu;

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
      {
        name: "pages of 2000 in the query of an address",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => ->(connection, _input, closure) {
                  leads = get("/accounts/#{connection['account']}/leads?per_page=2000&after=#{closure}")
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ large
                  { events: leads, next_poll: leads.last['id'], can_poll_more: leads.size >= 2000 }
                }
              }
            }
          }
        `,
      },
      {
        name: "pages until there are no more",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  page = get('/leads', after: closure)
                  events = page['leads']
                  while page['next'].present?
                    page = get('/leads', cursor: page['next'])
                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ loop
                    events.concat(page['leads'])
                  end
                  { events: events, next_poll: page['cursor'], can_poll_more: false }
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
    const loops: { readonly span: Span; readonly lambda: Lambda }[] = [];
    const addLoop = ({ node, lambda }: NodeFact): void => {
      if (lambda?.key === "poll") loops.push({ span: spanOf(node), lambda });
    };
    return {
      node: [
        onNode(WhileNode, addLoop),
        onNode(UntilNode, addLoop),
        onNode(IntegerNode, ({ node, lambda, parent }) => {
          if (lambda?.key !== "poll" || node.value <= mostEvents) return;
          const name = nameOf(parent, node);
          if (name === null || !sizeName.test(name)) return;
          const size = node.value.toLocaleString("en");
          context.report("large", { span: spanOf(node), path: lambda.path }, [name, size]);
        }),
      ],
      lambda({ key, path, value }) {
        for (const node of key === "poll" ? textsIn(value.node) : []) {
          const query = node instanceof StringNode ? sizeInQuery.exec(node.unescaped.value)?.groups : null;
          const size = Number(query?.["size"] ?? 0);
          if (size > mostEvents)
            context.report("large", { span: spanOf(node), path }, [
              query?.["name"] ?? "",
              size.toLocaleString("en"),
            ]);
        }
      },
      request({ fact, lambda, span }) {
        if (lambda?.key !== "poll") return;
        for (let around = fact.blocks; around; around = around.outer) {
          if (around.call.receiver !== null || around.call.name !== "loop") continue;
          context.report("loop", { span, path: lambda.path }, []);
          return;
        }
        const isRepeated = loops.some(
          (loop) => loop.lambda === lambda && loop.span.start <= span.start && span.end <= loop.span.end,
        );
        if (isRepeated) context.report("loop", { span, path: lambda.path }, []);
      },
    };
  },
});

/** The name of the variable, or of the entry of a hash, that a node is the value of. */
function nameOf(parent: Node | null, value: Node): string | null {
  if (parent instanceof LocalVariableWriteNode) return parent.name;
  if (!(parent instanceof AssocNode) || parent.value !== value) return null;
  const { key } = parent;
  return key instanceof SymbolNode || key instanceof StringNode ? key.unescaped.value : null;
}
