import type { Lambda } from "../../connector/connector.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  CallNode,
  IntegerNode,
  literalText,
  LocalVariableWriteNode,
  type Node,
  nodesIn,
  RangeNode,
  spanOf,
  StringNode,
  textsIn,
  UntilNode,
  WhileNode,
} from "../../ruby/nodes.ts";
import { isInside, type Span } from "../../ruby/source.ts";
import { collectsEvents } from "./event-loops.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/guides/trigger-limit.html */
const mostEvents = 1000;

const sizeName = /^\$?(?:limit|page_?size|page_?limit|per_?page|batch_?size|max_?results|top|page_?count)$/iu;

const sizeInQuery = /[?&](?<name>limit|page_?size|per_?page|max_?results)=(?<size>\d{1,9})(?!\d)/iu;

/** A number that is said to be how much one request brings. */
interface Size {
  readonly node: Node;
  readonly lambda: Lambda;
  readonly name: string;
  readonly size: number;
  readonly isVariable: boolean;
}

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
        name: "loops for something else, and with a bound",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  report = post('/reports', after: closure)
                  report = get("/reports/#{report['id']}") while report['state'] != 'done'
                  { events: report['rows'] }
                end
              },
              new_deal: {
                poll: lambda do |_connection, _input, closure|
                  deals = []
                  until deals.size >= 500
                    page = get('/deals', after: closure, limit: 100)
                    deals.concat(page['rows'])
                    closure = page['next']
                    break if closure.blank?
                  end
                  { events: deals, next_poll: closure }
                end
              }
            }
          }
        `,
      },
      {
        name: "a large page that is cut, and one of users beside the events",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  leads = get('/leads', limit: 5000, after: closure)['rows']
                  { events: leads.first(100), next_poll: leads.first(100).last['id'], can_poll_more: leads.size > 100 }
                end
              },
              new_deal: {
                poll: lambda do |_connection, _input, closure|
                  users = get('/users?limit=2000')['rows']
                  { events: get('/deals', after: closure).map { |deal| deal.merge(users: users) } }
                end
              }
            }
          }
        `,
      },
      {
        name: "a large page in an action",
        source: ruby`{ actions: { find: { execute: lambda { |_c, _i| get('/leads', limit: 5000) } } } }`,
      },
    ],
  },
  create: (context) => {
    const sizes: Size[] = [];
    const loops: { readonly node: Node; readonly lambda: Lambda }[] = [];
    const addLoop = ({ node, lambda }: NodeFact): void => {
      if (lambda?.key === "poll") loops.push({ node, lambda });
    };
    const requests = new Map<string, number>();
    const looked = new Set<Node>();
    const checkLoop = (loop: Node, { path, value }: Lambda, span: Span): void => {
      if (looked.has(loop)) return;
      looked.add(loop);
      if (!collectsEvents(loop, value.node)) return;
      context.report("loop", { span, path }, []);
    };
    return {
      node: [
        onNode(WhileNode, addLoop),
        onNode(UntilNode, addLoop),
        onNode(IntegerNode, ({ node, lambda, parent }) => {
          if (lambda?.key !== "poll" || node.value <= mostEvents) return;
          const name = nameOf(parent, node);
          if (name === null || !sizeName.test(name)) return;
          const isVariable = parent instanceof LocalVariableWriteNode;
          sizes.push({ node, lambda, name, size: node.value, isVariable });
        }),
      ],
      lambda(lambda) {
        for (const node of lambda.key === "poll" ? textsIn(lambda.value.node) : []) {
          if (!(node instanceof StringNode) || /\s/u.test(node.unescaped)) continue;
          const query = sizeInQuery.exec(node.unescaped)?.groups;
          const size = Number(query?.["size"] ?? 0);
          if (size > mostEvents)
            sizes.push({ node, lambda, name: query?.["name"] ?? "", size, isVariable: false });
        }
      },
      request({ fact, lambda, span }) {
        if (lambda?.key !== "poll") return;
        requests.set(lambda.path, (requests.get(lambda.path) ?? 0) + 1);
        for (let around = fact.blocks; around; around = around.outer) {
          if (around.call.receiver !== null || around.call.name !== "loop") continue;
          checkLoop(around.call, lambda, span);
          return;
        }
        const loop = loops.find((one) => one.lambda === lambda && isInside(span, spanOf(one.node)));
        if (loop) checkLoop(loop.node, lambda, span);
      },
      end() {
        const polls = new Map<Lambda, readonly Node[]>();
        for (const { node, lambda, name, size, isVariable } of sizes) {
          const inside =
            polls.get(lambda) ?? nodesIn(lambda.value.node).filter((one) => isCut(one) || isWrite(one));
          polls.set(lambda, inside);
          // Of several requests, any may be the one for something else than events.
          if ((requests.get(lambda.path) ?? 0) > 1 || inside.some(isCut)) continue;
          if (isVariable && inside.filter((one) => isWrite(one) && one.name === name).length > 1) continue;
          context.report("large", { span: spanOf(node), path: lambda.path }, [
            name,
            size.toLocaleString("en"),
          ]);
        }
      },
    };
  },
});

/** Whether a call takes some of a list, so that the rest waits for the next poll. */
function isCut(node: Node): boolean {
  if (!(node instanceof CallNode)) return false;
  if (/^(?:take|slice|each_slice|in_groups_of|limit)$/u.test(node.name)) return true;
  if (node.name === "first") return argumentsOf(node).length > 0;
  return node.name === "[]" && argumentsOf(node)[0] instanceof RangeNode;
}

function isWrite(node: Node): node is LocalVariableWriteNode {
  return node instanceof LocalVariableWriteNode && sizeName.test(node.name);
}

/** The name of the variable, or of the entry of a hash, that a node is the value of. */
function nameOf(parent: Node | null, value: Node): string | null {
  if (parent instanceof LocalVariableWriteNode) return parent.name;
  return parent instanceof AssocNode && parent.value === value ? literalText(parent.key) : null;
}
