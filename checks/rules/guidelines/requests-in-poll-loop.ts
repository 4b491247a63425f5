import type { Lambda, MethodCall, Request } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";
import type { BlockChain } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { ArrayNode, CallNode, ParenthesesNode, RangeNode } from "../../ruby/nodes.ts";

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
]);

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
    ],
    good: [
      {
        name: "a request for each of two kinds of records",
        source: ruby`
          { triggers: { new: { poll: lambda { |_c, _i, at| { events: %w[a b].flat_map { |kind| get("/#{kind}", at: at) } } } } } }
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
    const sending = new Set<string>();
    const callers = new Map<string, Set<string>>();
    return {
      request(request) {
        if (request.lambda?.owner === "method") sending.add(request.lambda.ownerName);
        if (isPoll(request.lambda)) inPoll.push(request);
      },
      methodCall(call) {
        if (isPoll(call.lambda)) callsInPoll.push(call);
        const name = textOf(call.name);
        if (name === null || call.lambda?.owner !== "method") return;
        const of = callers.get(name) ?? new Set();
        callers.set(name, of.add(call.lambda.ownerName));
      },
      end() {
        // A set goes on with what is added to it meanwhile: who calls a method that sends, sends.
        for (const name of sending) for (const caller of callers.get(name) ?? []) sending.add(caller);
        for (const { fact, verb, span, lambda } of inPoll) {
          const iterator = iteratorAround(fact.blocks);
          if (iterator)
            context.report("request", { span: nameSpan(span, verb), path: lambda?.path ?? null }, [
              verb,
              iterator,
            ]);
        }
        for (const { fact, name, span, lambda } of callsInPoll) {
          const iterator = iteratorAround(fact.blocks);
          const method = textOf(name);
          if (!iterator || method === null || !sending.has(method)) continue;
          context.report("method", { span: nameSpan(span, "call"), path: lambda?.path ?? null }, [
            method,
            iterator,
          ]);
        }
      },
    };
  },
});

function nameSpan(span: { readonly start: number }, name: string): { start: number; end: number } {
  return { start: span.start, end: span.start + name.length };
}

function isPoll(lambda: Lambda | null): boolean {
  return lambda?.owner === "trigger" && lambda.key === "poll";
}

/** The innermost iteration over records of which there may be many. */
function iteratorAround(blocks: BlockChain | null): string | null {
  for (let around = blocks; around; around = around.outer) {
    const { name, receiver } = around.call;
    const over = receiver instanceof ParenthesesNode ? null : receiver;
    const isFew =
      over instanceof ArrayNode || receiver instanceof ParenthesesNode || over instanceof RangeNode;
    const isBatch =
      over instanceof CallNode && /^(?:each_slice|in_groups_of|times|first|take)$/u.test(over.name);
    if (receiver && iterators.has(name) && !isFew && !isBatch) return name;
  }
  return null;
}
