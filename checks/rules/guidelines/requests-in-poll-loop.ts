import type { Lambda, MethodCall, Request } from "../../connector/connector.ts";
import { methodsCalledBy, sendingMethods } from "../../connector/method-reach.ts";
import { textOf } from "../../connector/value.ts";
import type { BlockChain, CallFact, NodeFact } from "../../connector/walk.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  ArrayNode,
  CallNode,
  childrenOf,
  IndexOrWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  ParenthesesNode,
  RangeNode,
} from "../../ruby/nodes.ts";
import { addTo } from "../../groups.ts";

const iterators: ReadonlySet<string> = new Set([
  "each",
  "map",
  "flat_map",
  "collect",
  "select",
  "filter",
  "reject",
  "filter_map",
  "each_with_object",
  "each_with_index",
  "reduce",
  "inject",
  "find_all",
  "sort_by",
  "group_by",
  "uniq",
  "collect_concat",
  "map!",
  "collect!",
  "select!",
  "reject!",
  "each_entry",
  "each_value",
  "each_pair",
  "to_h",
  "index_with",
  "sum",
]);

type Write = LocalVariableWriteNode | LocalVariableOrWriteNode | LocalVariableOperatorWriteNode;

export const requestsInPollLoop = defineRule({
  id: "guidelines/requests-in-poll-loop",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Sends no request for each record of a poll.",
    why: "Hundreds of requests in one poll run into the platform's timeout and the API's rate limit.",
    remedy: "Ask the API for whole records in the list, or leave their details to an action of the recipe.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    request: (verb: string, iterator: string) =>
      `The \`${verb}\` in the block of \`${iterator}\` is a request for each record of the poll.`,
    method: (method: string, iterator: string) =>
      `The method \`${method}\` sends a request for each record that \`${iterator}\` goes through.`,
  },
  examples: {
    bad: [
      {
        name: "a request for each row",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  { events: rows.map { |row| get("/leads/#{row['id']}") } }
                                             ^^^ request
                end
              }
            }
          }
        `,
      },
      {
        name: "a method that sends a request for each row",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  { events: rows.each { |row| row['owner'] = call('owner', row) } }
                                                             ^^^^ method
                end
              }
            },
            methods: {
              owner: lambda { |row| call(:read, row['owner_id']) },
              read: lambda { |id| get("/owners/#{id}") }
            }
          }
        `,
      },
      {
        name: "a method of the poll with a request for each row",
        source: ruby`
          {
            triggers: { new_lead: { poll: lambda { |_c, _i, at| { events: call('leads', at), next_poll: now } } } },
            methods: {
              leads: lambda do |at|
                rows = get('/leads', after: at)['leads']
                rows.map { |row| get("/leads/#{row['id']}") }
                                 ^^^ request
              end
            }
          }
        `,
      },
      {
        name: "a request for each row, in place",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  rows['leads']&.map! { |row| get("/leads/#{row['id']}") }
                                              ^^^ request
                  { events: rows['leads'], next_poll: now }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a request for each thing that the user chose, and for each owner once",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  kinds = %w[open won]
                  owners = {}
                  rows = input['lists'].split(',').flat_map { |list| get("/lists/#{list}", after: closure) }
                  rows.each { |row| row['owner'] = (owners[row['owner_id']] ||= get("/owners/#{row['owner_id']}")) }
                  { events: rows + kinds.flat_map { |kind| get("/#{kind}") } }
                end
              }
            }
          }
        `,
      },
      {
        name: "a request for each page, each group of records, and each owner once",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  found = get('/leads', after: closure)
                  pages = (2..found['pages']).to_a.flat_map { |page| get('/leads', page: page)['ids'] }
                  more = 2.upto(found['pages']).flat_map { |page| get('/leads', page: page)['ids'] }
                  leads = (pages + more).each_slice(50).to_a.flat_map { |ids| get('/leads/some', ids: ids)['leads'] }
                  owners = leads.pluck('owner_id').uniq.map { |id| [id, get("/owners/#{id}")] }.to_h
                  { events: leads.map { |lead| lead.merge('owner' => owners[lead['owner_id']]) }, next_poll: now }
                end
              }
            }
          }
        `,
      },
      {
        name: "a request for each owner that is not there yet",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                  rows = get('/leads', after: closure)
                  owners = {}
                  rows.each do |row|
                    id = row['owner_id']
                    owners[id] = get("/owners/#{id}")['owner'] unless owners.key?(id)
                    row['owner'] = owners[id]
                  end
                  { events: rows, next_poll: now }
                end
              }
            }
          }
        `,
      },
      {
        name: "a request for a hundred records at once",
        source: ruby`
          { triggers: { new: { poll: lambda { |_c, _i, ids| { events: ids.each_slice(100).map { |some| get('/a', ids: some) } } } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const inPoll: Request[] = [];
    const callsInPoll: MethodCall[] = [];
    /** The blocks that ask whether they have something already. */
    const asking = new Set<BlockChain | null>();
    const written = new Map<Lambda, Map<string, Node[]>>();
    const keep = (lambda: Lambda | null, name: string, added: readonly Node[]): void => {
      if (!lambda || !mayPoll(lambda)) return;
      const values = written.get(lambda) ?? new Map<string, Node[]>();
      written.set(lambda, values);
      for (const node of added) addTo(values, name, node);
    };
    const write = ({ node, lambda }: NodeFact<Write>): void => keep(lambda, node.name, [node.value]);
    return {
      node: [
        onNode(LocalVariableWriteNode, write),
        onNode(LocalVariableOrWriteNode, write),
        onNode(LocalVariableOperatorWriteNode, write),
        onCall(["key?", "has_key?"], ({ blocks }) => void asking.add(blocks)),
        // What is added in a block comes from what the block goes through as well.
        onCall(["<<", "concat", "push"], ({ node, lambda, blocks }) => {
          if (!(node.receiver instanceof LocalVariableReadNode)) return;
          const added = [...argumentsOf(node)];
          for (let around = blocks; around; around = around.outer)
            if (around.call.receiver) added.push(around.call.receiver);
          keep(lambda, node.receiver.name, added);
        }),
      ],
      request(request) {
        if (mayPoll(request.lambda)) inPoll.push(request);
      },
      methodCall(call) {
        if (mayPoll(call.lambda)) callsInPoll.push(call);
      },
      end() {
        const polled = methodsCalledBy(isPoll, context.connector);
        const isPolled = (lambda: Lambda | null): boolean =>
          isPoll(lambda) || (lambda !== null && polled.has(lambda.ownerName));
        if (polled.size === 0 && !inPoll.some(({ lambda }) => isPoll(lambda))) return;
        const sending = sendingMethods(context.connector);
        const fetching = new Set<Node>();
        for (const { node } of inPoll) fetching.add(node);
        for (const { node, name } of callsInPoll) if (sending.has(textOf(name) ?? "")) fetching.add(node);
        for (const { fact, verb, span, lambda } of inPoll) {
          if (!isPolled(lambda)) continue;
          const iterator = iteratorAround(fact, fetching);
          if (iterator)
            context.report("request", { span: nameSpan(span, verb), path: lambda?.path ?? null }, [
              verb,
              iterator,
            ]);
        }
        for (const { fact, name, span, lambda } of callsInPoll) {
          if (!isPolled(lambda)) continue;
          const iterator = iteratorAround(fact, fetching);
          const method = textOf(name);
          if (!iterator || method === null || !sending.has(method)) continue;
          context.report("method", { span: nameSpan(span, "call"), path: lambda?.path ?? null }, [
            method,
            iterator,
          ]);
        }
      },
    };

    /** The innermost iteration over records that were asked for, of which there may be many. */
    function iteratorAround(fact: CallFact, fetching: ReadonlySet<Node>): string | null {
      // What is kept is asked for once.
      if (fact.chainParent instanceof IndexOrWriteNode || asking.has(fact.blocks)) return null;
      for (let around = fact.blocks; around; around = around.outer) {
        const { name, receiver } = around.call;
        if (!receiver || !iterators.has(name) || isFew(receiver)) continue;
        const values = fact.lambda ? written.get(fact.lambda) : undefined;
        if (isFetched(receiver, fetching, values ?? new Map())) return name;
      }
      return null;
    }
  },
});

function nameSpan(span: { readonly start: number }, name: string): { start: number; end: number } {
  return { start: span.start, end: span.start + name.length };
}

/** Whether a lambda is a poll, or a method that one may call. */
function mayPoll(lambda: Lambda | null): boolean {
  return isPoll(lambda) || lambda?.owner === "method";
}

function isPoll(lambda: Lambda | null): boolean {
  return lambda?.owner === "trigger" && lambda.key === "poll";
}

/** Whether what is iterated over is written in the code, or a part of a limited size. */
function isFew(receiver: Node): boolean {
  if (receiver instanceof ParenthesesNode || receiver instanceof ArrayNode || receiver instanceof RangeNode)
    return true;
  if (!(receiver instanceof CallNode) || !receiver.receiver) return false;
  const isPart = receiver.name === "[]" && argumentsOf(receiver)[0] instanceof RangeNode;
  if (isPart || few.test(receiver.name)) return true;
  return (receiver.block !== null || passing.test(receiver.name)) && isFew(receiver.receiver);
}

/** Pages, records in groups, some of the records, and each value once. */
const few = /^(?:each_slice|in_groups_of|times|upto|step|first|last|take|uniq)$/u;
/** What goes on with as many things. */
const passing = /^(?:to_a|with_index|compact|lazy)$/u;

/** Whether an expression is made of what a request gave, at once or by way of variables. */
function isFetched(
  node: Node,
  fetching: ReadonlySet<Node>,
  written: ReadonlyMap<string, readonly Node[]>,
  seen = new Set<string>(),
): boolean {
  if (fetching.has(node)) return true;
  if (node instanceof LocalVariableReadNode) {
    if (seen.has(node.name)) return false;
    seen.add(node.name);
    return written.get(node.name)?.some((value) => isFetched(value, fetching, written, seen)) ?? false;
  }
  return childrenOf(node).some((child) => isFetched(child, fetching, written, seen));
}
