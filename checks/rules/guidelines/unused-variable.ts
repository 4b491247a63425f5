import type { NodeFact, ScopeFact } from "../../connector/walk.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  LocalVariableOperatorWriteNode,
  LocalVariableAndWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
} from "../../ruby/nodes.ts";

export const unusedVariable = defineRule({
  id: "guidelines/unused-variable",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Reads every local variable that it sets.",
    why: "A value that nobody reads is left over, and a request kept in it may never be sent.",
    remedy: "Remove the variable, or begin its name with `_` where it explains something.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { unused: (name: string) => `Nothing reads the variable \`${name}\`.` },
  examples: {
    bad: [
      {
        name: "a variable at the end of a loop, and one that is only counted up",
        source: ruby`
          {
            methods: {
              send: lambda do |rows|
                count = 0
                ^^^^^ unused
                rows.each do |row|
                  post('/rows', row).presence
                  count += 1
                end
                rows.each do |row|
                  id = row['id']
                  ^^ unused
                end
                rows
              end
            }
          }
        `,
      },
      {
        name: "a variable that is only set",
        source: ruby`
          {
            methods: {
              rows: lambda do |response|
                total = response['total']
                ^^^^^ unused
                response['rows']
              end
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a variable read in a block",
        source: ruby`{ methods: { m: lambda { |rows| key = 'id'; rows.map { |r| r[key] } } } }`,
      },
      {
        name: "a variable read by a text",
        source: ruby`{ methods: { m: lambda { |rows| total = rows.size; eval('total * 2') } } }`,
      },
      {
        name: "a name that says it",
        source: ruby`{ methods: { m: lambda { |rows| _total = rows.size; rows } } }`,
      },
    ],
  },
  create: (context) => {
    const reads = new Map<ScopeFact, Set<string>>();
    const writes: NodeFact<LocalVariableWriteNode>[] = [];
    let hasBinding = false;
    const bind = (): void => {
      hasBinding = true;
    };
    const read = ({ node, scope }: NodeFact<LocalVariableReadNode | LocalVariableOrWriteNode>): void => {
      const at = scopeAt(scope, node.depth);
      if (!at) return;
      const names = reads.get(at);
      if (names) names.add(node.name);
      else reads.set(at, new Set([node.name]));
    };
    return {
      // What is evaluated from a text may read anything.
      bareCall: { binding: bind, eval: bind, instance_eval: bind },
      node: [
        onNode(LocalVariableReadNode, read),
        onNode(LocalVariableOrWriteNode, read),
        onNode(LocalVariableAndWriteNode, (fact) => read(fact as unknown as NodeFact<LocalVariableReadNode>)),
        onNode(LocalVariableOperatorWriteNode, (fact) => {
          // What is only counted up is never read.
          if (!isForNothing(fact)) read(fact as unknown as NodeFact<LocalVariableReadNode>);
        }),
        onNode(LocalVariableWriteNode, (fact) => {
          if (!fact.node.name.startsWith("_") && isForNothing(fact)) writes.push(fact);
        }),
      ],
      end() {
        if (hasBinding) return;
        const reported = new Map<ScopeFact, Set<string>>();
        for (const { node, scope, lambda } of writes) {
          const at = scopeAt(scope, node.depth);
          if (!at || reads.get(at)?.has(node.name)) continue;
          const names = reported.get(at) ?? new Set();
          reported.set(at, names);
          if (names.has(node.name)) continue;
          names.add(node.name);
          context.report("unused", { span: node.nameLoc, path: lambda?.path ?? null }, [node.name]);
        }
      },
    };
  },
});

/** Whether nobody gets the value of an assignment, as at the end of a lambda, where it is the result. */
function isForNothing({ usage, blocks }: NodeFact): boolean {
  return usage === "void" || (usage === "block" && /^each(?:_|$)/u.test(blocks?.call.name ?? ""));
}

function scopeAt(scope: ScopeFact, depth: number): ScopeFact | null {
  let at: ScopeFact | null = scope;
  for (let level = 0; level < depth && at; level++) at = at.parent;
  return at;
}
