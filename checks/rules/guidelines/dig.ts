import type { Lambda } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import type { Edit } from "../../engine/finding.ts";
import type { SourceText } from "../../ruby/source.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  AndNode,
  CaseNode,
  OrNode,
  UnlessNode,
  argumentsOf,
  CallNode,
  IfNode,
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
  fix: "unsafe",
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
        fixed: ruby`
          { methods: { owner: lambda { |row| row.dig('owner', 'name') } } }
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
        fixed: ruby`
          {
            'actions' => {
              'find' => {
                'execute' => lambda do |_connection, input|
                  id = workato.parse_json(input['body']).dig('lead', 0, 'id')
                  { owner: get("/leads/#{id}").dig(:lead, :owner) }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      { name: "a dig", source: ruby`{ methods: { owner: lambda { |row| row.dig('owner', 'name') } } }` },
      {
        name: "an outer value that is looked at first",
        source: ruby`
          {
            methods: {
              ends: lambda do |event|
                late = event['end'].present? && event['end']['at'] > 5
                owner = event['owner'] ? event['owner']['name'] : nil
                [late, owner, event['place'] && event['place']['city']]
              end,
              number: lambda do |reply|
                reply['number']['international'] if reply['number'].include?('isValid')
              end
            }
          }
        `,
      },
      {
        name: "an outer value without which the lambda ends",
        source: ruby`
          {
            methods: {
              owner: lambda do |row|
                next {} unless row['owner']
                row['owner']['name']
              end
            }
          }
        `,
      },
      { name: "an entry of a list", source: ruby`{ methods: { first: lambda { |rows| rows['all'][0] } } }` },
    ],
  },
  create: (context) => {
    const found = new Map<string, { readonly place: Place; readonly outer: string; readonly edit: Edit }[]>();
    const lookedAt: (readonly [Node, Lambda])[] = [];
    /** A value by the lambda it is in and how it is written there. */
    const nameOf = (node: Node, path: string) => `${path} ${context.source.slice(spanOf(node))}`;
    const lookAt = (node: Node | null, lambda: Lambda | null) => {
      if (lambda && node && isIndex(node)) lookedAt.push([node, lambda]);
    };
    return {
      node: [
        onNode(AndNode, ({ node, lambda }) => lookAt(node.left, lambda)),
        onNode(OrNode, ({ node, lambda }) => lookAt(node.left, lambda)),
        onNode(IfNode, ({ node, lambda }) => lookAt(node.predicate, lambda)),
        onNode(UnlessNode, ({ node, lambda }) => lookAt(node.predicate, lambda)),
        onNode(CaseNode, ({ node, lambda }) => lookAt(node.predicate, lambda)),
        onCall(looks, ({ node, lambda }) => lookAt(node.receiver, lambda)),
        onCall(["[]"], ({ node, lambda, parent }) => {
          if (!lambda || !isIndex(node) || isPartOfMore(node, parent)) return;
          const { root, names } = chainOf(node);
          if (names < 2 || !isValue(root)) return;
          const places = found.get(lambda.path) ?? [];
          found.set(lambda.path, places);
          places.push({
            place: { span: spanOf(node), path: lambda.path },
            outer: nameOf(node.receiver!, lambda.path),
            edit: digging(node, context.source),
          });
        }),
      ],
      end() {
        if (found.size === 0) return;
        const names = new Set(lookedAt.map(([node, { path }]) => nameOf(node, path)));
        for (const all of found.values()) {
          const places = all.filter(({ outer }) => !names.has(outer));
          const count = places.length;
          if (count === 0) continue;
          // Those that are looked at first, too: what looks at them may be another of the chains.
          const fix = { title: "Use `dig`", edits: all.map(({ edit }) => edit) };
          context.report("nested", places[0]!.place, [count === 1 ? "once" : `${count} times`], { fix });
        }
      },
    };
  },
});

/** Calls that ask whether a value is there. */
const looks = [
  "present?",
  "presence",
  "blank?",
  "nil?",
  "is_a?",
  "any?",
  "empty?",
  "key?",
  "has_key?",
  "include?",
  "!",
];

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

/** One `dig` in the place of a chain of reads. */
function digging(node: CallNode, source: SourceText): Edit {
  const keys: string[] = [];
  let at: CallNode = node;
  for (;;) {
    keys.unshift(source.slice(spanOf(argumentsOf(at)[0]!)));
    if (!isIndex(at.receiver)) break;
    at = at.receiver;
  }
  return {
    span: { start: spanOf(at.receiver!).end, end: spanOf(node).end },
    text: `.dig(${keys.join(", ")})`,
  };
}
