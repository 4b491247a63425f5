import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  ConstantReadNode,
  FalseNode,
  NilNode,
  type Node,
  RescueModifierNode,
  RescueNode,
  spanOf,
  toSpan,
} from "../../ruby/nodes.ts";

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
    ],
    good: [
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
    return {
      node: [
        onNode(RescueNode, ({ node, lambda }) => {
          const broad = node.exceptions.every(
            (exception) =>
              exception instanceof ConstantReadNode && /^(StandardError|Exception)$/u.test(exception.name),
          );
          const body = node.statements?.body ?? [];
          if (broad && body.every(isNothing)) {
            context.report("empty", { span: toSpan(node.keywordLoc), path: lambda?.path ?? null }, []);
          }
        }),
        onNode(RescueModifierNode, (fact) => {
          if (isNothing(fact.node.rescueExpression)) modifiers.push(fact);
        }),
      ],
      end() {
        for (const { node, lambda } of modifiers) {
          // What is rescued around a conversion is its failure, not that of the API.
          if (!context.connector.requests.some((request) => isInside(request.node, node))) continue;
          context.report("modifier", { span: spanOf(node), path: lambda?.path ?? null }, []);
        }
      },
    };
  },
});

function isNothing(node: Node): boolean {
  return node instanceof NilNode || node instanceof FalseNode;
}

function isInside(inner: Node, outer: Node): boolean {
  const [a, b] = [spanOf(inner), spanOf(outer)];
  return a.start >= b.start && a.end <= b.end;
}
