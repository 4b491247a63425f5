import type { NodeFact } from "../../connector/walk.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onNode, type ReportOptions, ruby } from "../../engine/rule.ts";
import {
  ArgumentsNode,
  AssocNode,
  BlockArgumentNode,
  DefNode,
  FindPatternNode,
  ImplicitNode,
  ItParametersNode,
  LocalVariableTargetNode,
  MatchRequiredNode,
  type Node,
  PinnedExpressionNode,
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
          const name = key?.unescaped.value;
          const { end } = spanOf(key ?? node);
          const edits = [{ span: { start: end, end }, text: ` ${name}` }];
          const options = key ? { fix: { title: "Write the value", edits } } : {};
          report({ node, lambda }, "a hash value that is left out", "3.1", options);
        }),
        onNode(MatchRequiredNode, (fact) => report(fact, "a pattern after `=>`", "3.0")),
        onNode(FindPatternNode, (fact) => report(fact, "a find pattern", "3.0")),
        onNode(PinnedExpressionNode, (fact) => report(fact, "a pinned expression", "3.1")),
        onNode(ItParametersNode, ({ parent, lambda }) => {
          if (parent) report({ node: parent, lambda }, "the block parameter `it`", "3.4");
        }),
        onNode(DefNode, (fact) => {
          if (fact.node.equalLoc) report(fact, "a method without `end`", "3.0");
        }),
        onNode(SplatNode, (fact) => {
          if (fact.node.expression === null && fact.parent instanceof ArgumentsNode) {
            report(fact, "passing on `*`", "3.2");
          }
        }),
        onNode(BlockArgumentNode, (fact) => {
          if (fact.node.expression === null) report(fact, "passing on `&`", "3.1");
        }),
      ],
    };

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
