import type { NodeFact } from "../../connector/walk.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onNode, type ReportOptions, ruby } from "../../engine/rule.ts";
import {
  AndNode,
  ArgumentsNode,
  ArrayNode,
  ArrayPatternNode,
  AssocNode,
  AssocSplatNode,
  BlockParameterNode,
  DefNode,
  FindPatternNode,
  HashPatternNode,
  ImplicitNode,
  ItParametersNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  MatchPredicateNode,
  MatchRequiredNode,
  type Node,
  OrNode,
  PinnedExpressionNode,
  PinnedVariableNode,
  SplatNode,
  spanOf,
  SymbolNode,
} from "../../ruby/nodes.ts";

export const ruby27Syntax = defineRule({
  id: "structure/ruby-27-syntax",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Uses no syntax newer than Ruby 2.7.",
    why: "The platform documents Ruby 2.7, in which newer syntax does not parse.",
    remedy: "Write it as Ruby 2.7 does, such as `{ id: id }` for `{ id: }`.",
    sources: [pages.ruby],
  },
  messages: {
    newer: (what: string, version: string) =>
      `The platform runs Ruby 2.7, but ${what} needs Ruby ${version}.`,
  },
  examples: {
    bad: [
      {
        name: "hash values left out",
        source: ruby`
          { methods: { pair: ->(id, name) { { id:, name: name } } } }
                                              ^^^ newer
        `,
        fixed: ruby`
          { methods: { pair: ->(id, name) { { id: id, name: name } } } }
        `,
      },
      {
        name: "a block's own parameter, and a method without an end",
        source: ruby`
          def twice(x) = x * 2
          ^^^^^^^^^^^^^^^^^^^^ newer
          { methods: { ids: ->(rows) { rows.map { it['id'] } } } }
                                                ^^^^^^^^^^^^ newer
        `,
      },
    ],
    good: [
      {
        name: "what Ruby 2.7 has",
        source: ruby`
          { methods: { pair: ->(id, *rest) { { id: id, all: rest.map { _1['id'] }, last: [*rest] } } } }
        `,
      },
      {
        name: "patterns as Ruby 2.7 has them",
        source: ruby`
          {
            methods: {
              name: lambda do |row|
                case row
                in { name:, id: Integer => id } then "#{name} #{id}"
                in { name: } then name
                in [first, *] then first
                end
              end
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      node: [
        onNode(ImplicitNode, ({ node, parent, lambda }) => {
          // In a pattern, as in `in { id: }`, Ruby 2.7 takes it too.
          if (node.value instanceof LocalVariableTargetNode) return;
          // The value has the place of its key.
          const key = parent instanceof AssocNode && parent.key instanceof SymbolNode ? parent.key : null;
          const name = key?.unescaped;
          const { end } = spanOf(key ?? node);
          const edits = [{ span: { start: end, end }, text: ` ${name}` }];
          const options = key ? { fix: { title: "Write the value", edits } } : {};
          report({ node, lambda }, "a hash value that is left out", "3.1", options);
        }),
        onNode(MatchRequiredNode, (fact) => report(fact, "a pattern after `=>`", "3.0")),
        onNode(FindPatternNode, (fact) => report(fact, "a find pattern", "3.0")),
        onNode(PinnedExpressionNode, (fact) => report(fact, "a pinned expression", "3.1")),
        onNode(PinnedVariableNode, (fact) => {
          if (!(fact.node.variable instanceof LocalVariableReadNode))
            report(fact, "a pinned expression", "3.1");
        }),
        onNode(MatchPredicateNode, (fact) => {
          const { node, parent } = fact;
          if (isBare(node.pattern)) report(fact, "a pattern without brackets", "3.1");
          else if (isCondition(node, parent)) report(fact, "a pattern after `in` as a condition", "3.0");
        }),
        onNode(AndNode, checkOperator),
        onNode(OrNode, checkOperator),
        onNode(ItParametersNode, ({ parent, lambda }) => {
          if (parent) report({ node: parent, lambda }, "the block parameter `it`", "3.4");
        }),
        onNode(DefNode, (fact) => {
          if (fact.node.equalLoc) report(fact, "a method without `end`", "3.0");
        }),
        onNode(SplatNode, (fact) => {
          const { node, parent } = fact;
          const isPassed = parent instanceof ArgumentsNode || parent instanceof ArrayNode;
          if (node.expression === null && isPassed) report(fact, "passing on `*`", "3.2");
        }),
        onNode(AssocSplatNode, (fact) => {
          if (fact.node.value === null) report(fact, "passing on `**`", "3.2");
        }),
        onNode(BlockParameterNode, (fact) => {
          if (fact.node.name === null) report(fact, "a block without a name", "3.1");
        }),
      ],
    };

    function checkOperator(fact: NodeFact<AndNode> | NodeFact<OrNode>): void {
      const { left, operatorLoc } = fact.node;
      const before = context.source.slice({ start: left.end, end: operatorLoc.start });
      if (/(?<!\\\r?)\n/u.test(before)) report(fact, "an operator at the start of a line", "4.0");
    }

    function report(
      { node, lambda }: Pick<NodeFact, "node" | "lambda">,
      what: string,
      version: string,
      options: ReportOptions = {},
    ): void {
      context.report(
        "newer",
        { span: spanOf(node satisfies Node), path: lambda?.path ?? null },
        [what, version],
        options,
      );
    }
  },
});

/** Whether a pattern is one of an array or a hash without brackets, as only `case` took it once. */
function isBare(pattern: Node): boolean {
  const isList = pattern instanceof ArrayPatternNode || pattern instanceof HashPatternNode;
  return isList && pattern.openingLoc === null;
}

/** Whether the value of a node decides what is run; in Ruby 2.7, `in` has none. */
function isCondition(node: Node, parent: Node | null): boolean {
  if (!parent) return false;
  return ("predicate" in parent && parent.predicate === node) || ("left" in parent && parent.left === node);
}
