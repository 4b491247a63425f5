import type { Lambda } from "../../connector/connector.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  ArrayNode,
  BlockNode,
  CallNode,
  childrenOf,
  ConstantReadNode,
  FalseNode,
  HashNode,
  IntegerNode,
  NilNode,
  type Node,
  RegularExpressionNode,
  RescueModifierNode,
  RescueNode,
  spanOf,
  StringNode,
  toSpan,
} from "../../ruby/nodes.ts";

/** Not there, there already, gone. */
const expected: ReadonlySet<number> = new Set([404, 409, 410]);

export const errorSwallowed = defineRule({
  id: "guidelines/error-swallowed",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Lets errors reach the user.",
    why: "A step that fails without a word leaves recipes running on wrong or missing data.",
    remedy:
      "Raise it again with `error(...)` and what the API said, or handle the one error that is expected.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html",
    ],
  },
  messages: {
    empty: () => "The `rescue` drops the error without a word.",
    handler: () => "The `after_error_response` takes the error, and tells nobody of it.",
    modifier: () => "The `rescue nil` drops every error without a word.",
  },
  examples: {
    bad: [
      {
        name: "an empty rescue",
        source: ruby`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError
            ^^^^^^ empty
              nil
            end
          }
        `,
      },
      {
        name: "a rescue after a request",
        source: ruby`
          { test: lambda { |_connection| get('/me').presence rescue nil } }
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modifier
        `,
      },
      {
        name: "an error response that counts as an answer",
        source: ruby`
          {
            'actions' => {
              'find_lead' => {
                'execute' => ->(_connection, input) {
                  get("/leads/#{input['id'].to_i}").
                    after_error_response(/.*/) do |_code, body, _headers, _message|
                    ^^^^^^^^^^^^^^^^^^^^ handler
                      { 'error' => body }
                    end
                }
              }
            }
          }
        `,
      },
      {
        name: "an error that is only printed, in a method",
        source: ruby`
          {
            methods: {
              leads: lambda do |input|
                begin
                  get('/leads', input)['leads'] || []
                rescue => e
                ^^^^^^ empty
                  puts "failed: #{e.message}"
                  []
                end
              end
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an error response that is handed on",
        source: ruby`
          {
            methods: {
              lead: lambda do |id|
                get("/leads/#{id}").
                  after_error_response(404) { |_code, body, _h, message| call('fail', message, body) }.
                  after_error_response(/.*/) { |_code, body, _h, message| error("#{message}: #{body}") }
              end,
              fail: lambda { |message, body| error("#{message}: #{body}") }
            }
          }
        `,
      },
      {
        name: "an expected response",
        source: ruby`
          { methods: { lead: lambda { |id| get("/leads/#{id.to_i}").after_error_response(404) { |_c, _b, _h, _m| {} } } } }
        `,
      },
      {
        name: "an error that is told",
        source: ruby`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              error("Check the key: #{e}")
            end
          }
        `,
      },
      {
        name: "an expected error of one kind",
        source: ruby`
          {
            methods: {
              to_time: lambda do |value|
                value.to_time
              rescue ArgumentError
                nil
              end
            }
          }
        `,
      },
      {
        name: "a fallback for text that is no date",
        source: ruby`{ methods: { day: lambda { |v| v.to_date rescue nil } } }`,
      },
    ],
  },
  create: (context) => {
    const modifiers: NodeFact<RescueModifierNode>[] = [];
    const handlers: { readonly node: CallNode; readonly block: BlockNode; readonly lambda: Lambda | null }[] =
      [];
    return {
      node: [
        onCall(["after_error_response"], ({ node, lambda }) => {
          if (!(node.block instanceof BlockNode)) return;
          // What is not there, or is there already, is an answer to many questions.
          const [code] = argumentsOf(node);
          if (code instanceof IntegerNode && expected.has(code.value)) return;
          if (code instanceof RegularExpressionNode && /^\W*4(?:04|09|10)\W*$/u.test(code.unescaped.value))
            return;
          if (node.messageLoc) handlers.push({ node, block: node.block, lambda });
        }),
        onNode(RescueNode, ({ node, lambda }) => {
          const broad = node.exceptions.every(
            (exception) =>
              exception instanceof ConstantReadNode && /^(StandardError|Exception)$/u.test(exception.name),
          );
          const body = node.statements?.body ?? [];
          if (broad && body.every(saysNothing)) {
            context.report("empty", { span: toSpan(node.keywordLoc), path: lambda?.path ?? null }, []);
          }
        }),
        onNode(RescueModifierNode, (fact) => {
          if (saysNothing(fact.node.rescueExpression)) modifiers.push(fact);
        }),
      ],
      end() {
        for (const { node, block, lambda } of handlers) {
          if (!node.messageLoc || mayTell(block)) continue;
          context.report("handler", { span: toSpan(node.messageLoc), path: lambda?.path ?? null }, []);
        }
        for (const { node, lambda } of modifiers) {
          // What is rescued around a conversion is its failure, not that of the API.
          if (!context.connector.requests.some((request) => isInside(request.node, node))) continue;
          context.report("modifier", { span: spanOf(node), path: lambda?.path ?? null }, []);
        }
      },
    };
  },
});

/** Whether a statement of a `rescue` neither tells of the error nor does anything else about it. */
function saysNothing(node: Node): boolean {
  if (isNothing(node)) return true;
  if (node instanceof HashNode || node instanceof ArrayNode) return node.elements.length === 0;
  if (node instanceof StringNode) return node.unescaped.value === "";
  return node instanceof CallNode && node.receiver === null && /^(?:puts|p|pp|print)$/u.test(node.name);
}

/** Whether the code inside may raise an error, or ask again. */
function mayTell(node: Node): boolean {
  if (
    node instanceof CallNode &&
    node.receiver === null &&
    !/^(?:puts|p|pp|print|now|today)$/u.test(node.name)
  )
    return true;
  return childrenOf(node).some(mayTell);
}

function isNothing(node: Node): boolean {
  return node instanceof NilNode || node instanceof FalseNode;
}

function isInside(inner: Node, outer: Node): boolean {
  const [a, b] = [spanOf(inner), spanOf(outer)];
  return a.start >= b.start && a.end <= b.end;
}
