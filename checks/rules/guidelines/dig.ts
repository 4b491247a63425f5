import type { Place } from "../../connector/dsl-hash.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  IntegerNode,
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
      {
        name: "three levels of what was parsed",
        source: ruby`
          {
            'actions' => {
              'find' => {
                'execute' => lambda do |_connection, input|
                  id = workato.parse_json(input['body'])['lead'][0]['id']
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nested
                  { owner: get("/leads/#{id}")[:lead][:owner] }
                end
              }
            }
          }
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
          if (!lambda || !isIndex(node) || isPartOfMore(node, parent)) return;
          const { root, names } = chainOf(node);
          if (names < 2 || !isValue(root)) return;
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

/** Of a longer chain, only the whole counts; what is assigned to is no read. */
function isPartOfMore(node: CallNode, parent: Node | null): boolean {
  return parent instanceof CallNode && parent.receiver === node && (parent.name === "[]=" || isIndex(parent));
}

/** Whether it reads the entry of a name or a number. */
function isIndex(node: Node | null): node is CallNode {
  if (!(node instanceof CallNode) || node.name !== "[]" || node.isSafeNavigation()) return false;
  const [key, more] = argumentsOf(node);
  return !more && (isName(key) || key instanceof IntegerNode);
}

function isName(key: Node | undefined): boolean {
  return key instanceof StringNode || key instanceof SymbolNode;
}

/** What a chain of reads begins with, and how many of them are by name. */
function chainOf(node: CallNode): { readonly root: Node | null; readonly names: number } {
  let at: CallNode = node;
  let names = isName(argumentsOf(at)[0]) ? 1 : 0;
  while (isIndex(at.receiver)) {
    at = at.receiver;
    if (isName(argumentsOf(at)[0])) names++;
  }
  return { root: at.receiver, names };
}

/** Whether it is what a variable holds, or a call returns: never a schema, which is as the connector writes it. */
function isValue(root: Node | null): boolean {
  if (!(root instanceof LocalVariableReadNode || root instanceof CallNode)) return false;
  return !/definitions?$|schema|fields$/iu.test(root.name);
}
