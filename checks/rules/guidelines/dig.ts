import type { Place } from "../../connector/dsl-hash.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

export const dig = defineRule({
  id: "guidelines/dig",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Reads nested values with `dig`.",
    why: "Indexing twice fails where the outer value is missing.",
    remedy: "Write `a.dig('b', 'c')`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: {
    nested: (times: string) =>
      `A value is read by index from a value that may be missing, ${times} in this lambda.`,
  },
  examples: {
    bad: [
      {
        name: "two levels",
        source: ruby`
          { methods: { owner: lambda { |row| row['owner']['name'] } } }
                                             ^^^^^^^^^^^^^^^^^^^^ nested
        `,
      },
    ],
    good: [
      { name: "a dig", source: ruby`{ methods: { owner: lambda { |row| row.dig('owner', 'name') } } }` },
      { name: "an entry of a list", source: ruby`{ methods: { first: lambda { |rows| rows['all'][0] } } }` },
    ],
  },
  create: (context) => {
    const found = new Map<string, { readonly place: Place; count: number }>();
    return {
      node: [
        onNode(CallNode, ({ node, lambda, parent }) => {
          if (!lambda || !isIndex(node) || !isIndex(node.receiver)) return;
          // Of a longer chain, only the whole counts.
          if (isIndex(parent) && parent.receiver === node) return;
          if (!(node.receiver.receiver instanceof LocalVariableReadNode)) return;
          if (/definitions?$|schema/iu.test(node.receiver.receiver.name)) return;
          const before = found.get(lambda.path);
          if (before) before.count++;
          else found.set(lambda.path, { place: { span: spanOf(node), path: lambda.path }, count: 1 });
        }),
      ],
      end() {
        for (const { place, count } of found.values())
          context.report("nested", place, [count === 1 ? "once" : `${count} times`]);
      },
    };
  },
});

/** Whether it reads the entry of a name. */
function isIndex(node: Node | null): node is CallNode {
  if (!(node instanceof CallNode) || node.name !== "[]" || node.isSafeNavigation()) return false;
  const [key, more] = argumentsOf(node);
  return !more && (key instanceof StringNode || key instanceof SymbolNode);
}
