import type { Place } from "../../connector/dsl-hash.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  InterpolatedStringNode,
  type Node,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";

export const stringConcatenation = defineRule({
  id: "guidelines/string-concatenation",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Puts texts together by interpolation.",
    why: "Adding nothing, or a number, to a text fails.",
    remedy: 'Write `"text #{value}"`.',
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { added: (times: string) => `A text is put together with \`+\`, ${times} in this lambda.` },
  examples: {
    bad: [
      {
        name: "a path and an identifier",
        source: ruby`
          { methods: { path: lambda { |id| '/leads/' + id } } }
                                           ^^^^^^^^^^^^^^ added
        `,
      },
    ],
    good: [
      { name: "an interpolation", source: ruby`{ methods: { path: lambda { |id| "/leads/#{id}" } } }` },
      { name: "two literals", source: ruby`{ methods: { text: lambda { 'one ' + 'two' } } }` },
    ],
  },
  create: (context) => {
    const found = new Map<string, { readonly place: Place; count: number }>();
    return {
      node: [
        onNode(CallNode, ({ node, lambda }) => {
          const [right] = argumentsOf(node);
          if (!lambda || node.name !== "+" || !node.receiver || !right) return;
          if (isText(node.receiver) === isText(right)) return;
          const before = found.get(lambda.path);
          if (before) before.count++;
          else found.set(lambda.path, { place: { span: spanOf(node), path: lambda.path }, count: 1 });
        }),
      ],
      end() {
        for (const { place, count } of found.values())
          context.report("added", place, [count === 1 ? "once" : `${count} times`]);
      },
    };
  },
});

function isText(node: Node): boolean {
  return node instanceof StringNode || node instanceof InterpolatedStringNode;
}
