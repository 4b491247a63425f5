import type { Action, Lambda, Request } from "../../connector/connector.ts";
import { exactItems, textOf, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  AndNode,
  BeginNode,
  callableOf,
  CaseNode,
  childrenOf,
  IfNode,
  type Node,
  OrNode,
  RescueModifierNode,
  spanOf,
  StatementsNode,
  UnlessNode,
} from "../../ruby/nodes.ts";
import { isInside } from "../../ruby/source.ts";
import { addTo } from "../../groups.ts";

/** The platform's limit: https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html */
const mostRetries = 3;

export const retrySettings = defineRule({
  id: "guidelines/retry-settings",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Sets retries so that they take effect.",
    why: "Without `retry_on_response` nothing is retried, and more than three retries are cut to three.",
    remedy: "Name the status codes in `retry_on_response`, and keep `max_retries` at 3 or less.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html"],
  },
  messages: {
    noResponse: (key: string) => `The setting \`${key}\` does nothing without \`retry_on_response\`.`,
    tooMany: (count: number) => `The platform retries at most 3 times, not ${count}.`,
    notANumber: () => "The setting `max_retries` is not a whole number.",
    repeats: (count: number) =>
      `A retry of the action repeats its first writing request, and it has ${count} of them.`,
    verb: (verb: string) => `There is no verb \`${verb}\` to retry on.`,
  },
  examples: {
    bad: [
      {
        name: "retries on no response",
        source: ruby`
          { actions: { find: { max_retries: 2, execute: lambda { get('/a') } } } }
                               ^^^^^^^^^^^^ noResponse
        `,
      },
      {
        name: "ten retries",
        source: ruby`
          { actions: { find: { retry_on_response: [500], max_retries: 10, execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^ tooMany
        `,
      },
      {
        name: "a verb that is none",
        source: ruby`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['FETCH'], execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^^^^^ verb
        `,
      },
      {
        name: "a number in words",
        source: ruby`
          { actions: { find: { retry_on_response: [500], 'max_retries' => '3', execute: lambda { get('/a') } } } }
                                                         ^^^^^^^^^^^^^ notANumber
        `,
      },
      {
        name: "no responses, one verb as a text, and a record that is made again when its update fails",
        source: ruby`
          {
            actions: {
              find: { retry_on_response: [], max_retries: 3, execute: lambda { get('/a') } },
                                             ^^^^^^^^^^^^ noResponse
              list: { retry_on_response: [500], retry_on_request: 'FETCH', execute: lambda { get('/a') } },
                                                ^^^^^^^^^^^^^^^^^ verb
              create_order: {
                retry_on_response: [500],
                retry_on_request: %w[POST PUT],
                ^^^^^^^^^^^^^^^^^ repeats
                max_retries: 2,
                execute: lambda do |_connection, input|
                  error('Enter a line.') if input['lines'].blank?
                  id = post('/orders', input.except('lines'))['id']
                  put("/orders/#{id}/lines", input['lines'])
                end
              }
            }
          }
        `,
      },
      {
        name: "two records that are made again",
        source: ruby`
          {
            actions: {
              create_order: {
                retry_on_response: [429, 500],
                retry_on_request: %w[GET POST],
                ^^^^^^^^^^^^^^^^^ repeats
                max_retries: 3,
                execute: lambda do |_connection, input|
                  order = post('/orders', input.except('lines')).dig('order', 'id')
                  lines = post("/orders/#{order}/lines", input['lines'])
                  { id: order, lines: lines }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "posts that read, and one of two",
        source: ruby`
          {
            actions: {
              find: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  found = post('/contacts/search', input)['ids']
                  post('/contacts/batch/read', ids: found)
                end
              },
              pay: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  order = post('/orders', input['order']).headers('Idempotency-Key': input['key'])
                  post('/payments', order: order['id']).headers('Idempotency-Key': input['key'])
                end
              },
              save: {
                retry_on_response: [500],
                retry_on_request: ['POST'],
                execute: lambda do |_connection, input|
                  input['id'].present? && post('/contacts/update', input) || post('/contacts', input)
                end
              }
            }
          }
        `,
      },
      {
        name: "three retries of a read",
        source: ruby`
          { actions: { find: { retry_on_response: [500], retry_on_request: ['GET'], max_retries: 3, execute: lambda { get('/a') } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const writes = new Map<string, Request[]>();
    return {
      request(request) {
        const { lambda, verb, fact, url } = request;
        if (!writing.has(verb) || !lambda || fact.blocks || (verb === "post" && mayRead(url))) return;
        addTo(writes, lambda.path, request);
      },
      end() {
        for (const action of context.connector.actions.entries) check(action);
      },
    };

    function check(action: Action): void {
      for (const key of ["max_retries", "retry_on_request"]) {
        const setting = action.get(key);
        const isSet = action.has("retry_on_response");
        const isEmpty = exactItems(action.get("retry_on_response")?.value)?.length === 0;
        if (!setting || !action.closed || (isSet && !isEmpty)) continue;
        context.report("noResponse", setting, [key]);
        // It says it all.
        return;
      }
      const most = action.get("max_retries");
      if (most?.value.kind === "number" && !most.value.float) {
        if (most.value.number > mostRetries) context.report("tooMany", most, [most.value.number]);
      } else if (most && /^(?:number|string|boolean|array)$/u.test(most.value.kind)) {
        context.report("notANumber", most, []);
      }
      const verbs = action.get("retry_on_request");
      const items = exactItems(verbs?.value) ?? (verbs ? [verbs.value] : []);
      const named = items.map((verb) => textOf(verb)?.toLowerCase() ?? null);
      for (const text of named) {
        if (text !== null && verbs && !/^(?:get|head|post|put|patch|delete|options)$/u.test(text))
          context.report("verb", verbs, [text.toUpperCase()]);
      }
      const execute = action.lambda("execute");
      const sent = execute ? (writes.get(execute.path) ?? []) : [];
      // The first one is sent again when a later one fails that is retried.
      const isRepeated = sent[0]?.verb === "post" && sent.slice(1).some(({ verb }) => named.includes(verb));
      if (verbs && isRepeated && execute && isStraight(execute, sent) && !isKeyed(execute))
        context.report("repeats", verbs, [sent.length]);
    }

    /** Whether the application is told which requests are the same. */
    function isKeyed(execute: Lambda): boolean {
      return /idempoten/iu.test(context.source.slice(execute.span));
    }
  },
});

const branching = [IfNode, UnlessNode, CaseNode, AndNode, OrNode, BeginNode, RescueModifierNode];

/** Whether a post may change nothing when it is sent again: a search, a login, or one of an unknown address. */
function mayRead(url: Value): boolean {
  const parts = url.kind === "string" ? [url.text] : url.kind === "template" ? url.parts : [];
  const text = parts.join("");
  return (
    text === "" ||
    /search|query|graphql|find|list|read|get|filter|export|report|token|auth|login|session|upsert/iu.test(
      text,
    )
  );
}

const writing = new Set(["post", "put", "patch", "delete"]);

/** Whether the statements with some requests run one after the other, so that all of them are sent. */
function isStraight(lambda: Lambda, requests: readonly Request[]): boolean {
  const body = callableOf(lambda.value.node)?.body;
  const sends = (node: Node): boolean => requests.some((one) => isInside(spanOf(one.node), spanOf(node)));
  return body instanceof StatementsNode && body.body.every((node) => !sends(node) || !branches(node, 0));
}

function branches(node: Node, depth: number): boolean {
  if (depth > 30 || branching.some((type) => node instanceof type)) return true;
  return childrenOf(node).some((child) => branches(child, depth + 1));
}
