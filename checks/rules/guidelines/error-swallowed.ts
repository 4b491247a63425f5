import type { Lambda } from "../../connector/connector.ts";
import { sendingMethods } from "../../connector/method-reach.ts";
import { textOf } from "../../connector/value.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  AndNode,
  argumentsOf,
  ArrayNode,
  BeginNode,
  BlockNode,
  CallNode,
  CaseNode,
  childrenOf,
  ConstantReadNode,
  FalseNode,
  HashNode,
  IfNode,
  IntegerNode,
  isVariable,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  NextNode,
  NilNode,
  type Node,
  nodesIn,
  OrNode,
  RegularExpressionNode,
  RescueModifierNode,
  type RescueNode,
  TrueNode,
  UnlessNode,
  spanOf,
  StringNode,
  UntilNode,
  WhileNode,
} from "../../ruby/nodes.ts";
import { createIsAround } from "../../ruby/nesting.ts";
import type { Span } from "../../ruby/source.ts";

/** A sample is for the editor only, and a webhook that cannot be removed is gone most of the time. */
const optional: ReadonlySet<string> = new Set(["sample_output", "webhook_unsubscribe"]);

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
    modifier: () => "The `rescue` after the request drops every error without a word.",
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
                      puts body
                      { 'found' => false }
                    end
                }
              }
            }
          }
        `,
      },
      {
        name: "a test that ends well with whatever it gets",
        source: ruby`
          { test: ->(_connection) { get('/me').after_error_response(/.*/) { |_code, body, _headers, _message| body } } }
                                               ^^^^^^^^^^^^^^^^^^^^ handler
        `,
      },
      {
        name: "errors that leave nothing behind but a literal",
        source: ruby`
          {
            test: lambda do |_connection|
              get('/me')
              true
            rescue StandardError
            ^^^^^^ empty
              true
            end,
            methods: {
              leads: lambda do |input|
                begin
                  leads = get('/leads', input)['leads']
                rescue StandardError
                ^^^^^^ empty
                  leads = []
                end
                { leads: leads }
              end,
              send: lambda do |row|
                post('/rows', row).presence
              rescue => e
              ^^^^^^ empty
                next {}
              end,
              many: ->(row) { post('/rows', row).after_error_response([404, 500]) { |_code, _body| {} } }
                                                 ^^^^^^^^^^^^^^^^^^^^ handler
            }
          }
        `,
      },
      {
        name: "an error of a request that a method sends by another one",
        source: ruby`
          {
            actions: { find: { execute: lambda { |_connection, input| call('find', input) rescue {} } } },
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ modifier
            methods: { find: lambda { |input| call('send', '/leads', input) }, send: lambda { |path, input| get(path, input) } }
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
          {
            methods: {
              lead: lambda { |id| get("/leads/#{id.to_i}").after_error_response(404) { |_c, _b, _h, _m| {} } },
              own_fields: lambda { get('/fields').after_error_response(403) { |_c, _b, _h, _m| [] } }
            }
          }
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
        name: "a sample that cannot be had",
        source: ruby`{ actions: { find: { sample_output: lambda { get('/leads').first rescue nil } } } }`,
      },
      {
        name: "a fallback for text that is no date",
        source: ruby`{ methods: { day: lambda { |v| v.to_date rescue nil } } }`,
      },
    ],
  },
  create: (context) => {
    const found: {
      readonly kind: "empty" | "modifier";
      readonly tried: Node;
      readonly span: Span;
      readonly lambda: Lambda | null;
    }[] = [];
    return {
      node: [
        onCall(["after_error_response"], ({ node, lambda }) => {
          if (!node.messageLoc || !(node.block instanceof BlockNode) || optional.has(lambda?.key ?? ""))
            return;
          if (!argumentsOf(node).some(isBroad)) return;
          // The result of a test, whatever it is, tells nothing.
          if (mayTell(node.block, lambda?.owner === "root" && lambda.key === "test" ? [] : handing)) return;
          context.report("handler", { span: node.messageLoc, path: lambda?.path ?? null }, []);
        }),
        onNode(BeginNode, ({ node, lambda }) => {
          if (!node.statements) return;
          for (let clause = node.rescueClause; clause; clause = clause.subsequent) {
            if (!isSilent(clause, lambda)) continue;
            found.push({ kind: "empty", tried: node.statements, span: clause.keywordLoc, lambda });
          }
        }),
        onNode(RescueModifierNode, ({ node, lambda }) => {
          if (!saysNothing(node.rescueExpression, lambda)) return;
          found.push({ kind: "modifier", tried: node.expression, span: spanOf(node), lambda });
        }),
      ],
      end() {
        if (found.length === 0) return;
        const { requests, methodCalls } = context.connector;
        const sending = sendingMethods(context.connector);
        const asking = methodCalls.filter(({ name }) => sending.has(textOf(name) ?? ""));
        const asks = createIsAround([...requests, ...asking].map(({ node }) => spanOf(node)));
        for (const { kind, tried, span, lambda } of found) {
          if (optional.has(lambda?.key ?? "")) continue;
          // What is rescued around a conversion is its failure, not that of the API.
          if (asks(spanOf(tried))) context.report(kind, { span, path: lambda?.path ?? null }, []);
        }
      },
    };
  },
});

/** Whether a `rescue` takes all errors and does nothing about them. */
function isSilent({ exceptions, statements }: RescueNode, lambda: Lambda | null): boolean {
  const takesAll = exceptions.every(
    (exception) =>
      exception instanceof ConstantReadNode && /^(StandardError|Exception)$/u.test(exception.name),
  );
  return takesAll && (statements?.body ?? []).every((node) => saysNothing(node, lambda));
}

/** Whether a condition of `after_error_response` stands for more than an answer that may be expected. */
function isBroad(condition: Node): boolean {
  if (condition instanceof ArrayNode) return condition.elements.some(isBroad);
  if (condition instanceof IntegerNode) return /^(?:401|429|5\d\d)$/u.test(String(condition.value));
  if (!(condition instanceof RegularExpressionNode)) return false;
  const text = condition.unescaped;
  return /\.[*+]|\\d|\[/u.test(text) && !/\w{2}/u.test(text.replaceAll(/\\\w|\[.*?\]/gu, " "));
}

/** Whether a statement of a `rescue` neither tells of the error nor does anything else about it. */
function saysNothing(node: Node, lambda: Lambda | null): boolean {
  if (isNothing(node)) return true;
  // What a test returns does not matter, as long as it does not fail.
  if (node instanceof TrueNode) return lambda?.owner === "root" && lambda.key === "test";
  if (node instanceof NextNode) return argumentsOf(node).every((argument) => saysNothing(argument, lambda));
  if (node instanceof LocalVariableWriteNode)
    return saysNothing(node.value, lambda) && lambda !== null && !isLookedAt(node.name, lambda.value.node);
  if (node instanceof HashNode || node instanceof ArrayNode) return node.elements.length === 0;
  if (node instanceof StringNode) return node.unescaped === "";
  return node instanceof CallNode && node.receiver === null && /^(?:puts|p|pp|print)$/u.test(node.name);
}

/** Whether a value is looked at in any way before it is used, is told from nothing, or is left to a method. */
function isLookedAt(name: string, node: Node): boolean {
  if (node instanceof LocalVariableOrWriteNode && node.name === name) return true;
  const looked = lookedAt(node);
  if (looked.some((one) => nodesIn(one).some((inner) => isVariable(inner, name)))) return true;
  return childrenOf(node).some((child) => isLookedAt(name, child));
}

function lookedAt(node: Node): readonly Node[] {
  if (conditional.some((type) => node instanceof type)) return [(node as IfNode).predicate];
  if (node instanceof AndNode || node instanceof OrNode) return [node.left];
  if (!(node instanceof CallNode)) return [];
  if (node.name === "call" && !node.receiver) return argumentsOf(node);
  const looks = /\?$|^(?:presence|try|!|==)$/u.test(node.name) || node.isSafeNavigation();
  return looks && node.receiver ? [node.receiver] : [];
}

const conditional = [IfNode, UnlessNode, CaseNode, WhileNode, UntilNode];

const handing = [
  LocalVariableReadNode,
  LocalVariableWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
];

/** Whether the code inside may raise an error, ask again, hand on what it gets, or keep it for later. */
function mayTell(node: Node, telling: typeof handing): boolean {
  if (node instanceof CallNode && node.receiver === null) {
    if (/^(?:puts|p|pp|print)$/u.test(node.name)) return false;
    if (!/^(?:now|today)$/u.test(node.name)) return true;
  }
  return (
    telling.some((type) => node instanceof type) || childrenOf(node).some((child) => mayTell(child, telling))
  );
}

function isNothing(node: Node): boolean {
  return node instanceof NilNode || node instanceof FalseNode;
}
