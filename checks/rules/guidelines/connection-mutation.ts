import type { Lambda } from "../../connector/connector.ts";
import { positionalNames } from "../../connector/lambda.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  BlockNode,
  callableOf,
  CallNode,
  childrenOf,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  isVariable,
  LambdaNode,
  literalText,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  spanOf,
  UntilNode,
  WhileNode,
} from "../../ruby/nodes.ts";
import { isFirstConnection } from "../security/connection-variable.ts";

type Write = CallNode | IndexOrWriteNode | IndexOperatorWriteNode;

const writers = new Set(["[]=", "merge!", "store", "update", "delete"]);

export const connectionMutation = defineRule({
  id: "guidelines/connection-mutation",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes nothing into `connection`.",
    why: "Every lambda gets a fresh copy of the connection, so what is written there is lost.",
    remedy: "Return the value from `acquire` or `refresh` to keep it, or use a local variable.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
      "https://github.com/workato/workato-connector-sdk",
    ],
  },
  messages: { write: (name: string) => `What is written into \`${name}\` here is lost after the lambda.` },
  examples: {
    bad: [
      {
        name: "a token stored in the connection",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda do |connection, _input|
                  connection['token'] = post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  get('/leads')
                end
              }
            }
          }
        `,
      },
      {
        name: "a token that is kept if there is none, an entry in a loop, and a connection of another name",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda do |connection, _input|
                  connection['token'] ||= post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  get('/leads')['leads'].each do |lead|
                    connection['last'] = lead['id']
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  end
                end
              },
              add: {
                execute: ->(conn, input) {
                  conn['token'] = post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  post('/leads', input)
                }
              },
              update: {
                execute: lambda do |connection, input|
                  account = connection['last']
                  connection.merge!('last' => input['id'])
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  put("/leads/#{account}", input)
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a value read",
        source: ruby`{ test: lambda { |connection| get('/me', key: connection['key']) } }`,
      },
      {
        name: "a copy in acquire",
        source: ruby`
          { connection: { authorization: { acquire: lambda { |connection| connection['token'] = 1; connection } } } }
        `,
      },
      {
        name: "a value that is used in the same lambda",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda do |connection, input|
                  connection['verb'] = 'find'
                  call('send', connection, input)
                end
              }
            },
            test: lambda do |connection|
              connection['host'] = 'api.acme.com' if connection['host'].blank?
              get("https://#{connection['host']}/me")
            end
          }
        `,
      },
      {
        name: "what a method does for the lambda that calls it, and a variable of the same name",
        source: ruby`
          {
            methods: { with_host: lambda { |connection| connection['host'] = 'api.acme.com' } },
            test: lambda { |connection| get('/all').each { |connection| connection['id'] = 1 } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const known = new Map<string, readonly Read[]>();
    const check = ({ node, lambda, blocks }: NodeFact<Write>): void => {
      if (!(node.receiver instanceof LocalVariableReadNode) || !lambda) return;
      const { name } = node.receiver;
      const { key, owner, parameters } = lambda;
      // A method changes the connection of the lambda that calls it.
      if (key === "acquire" || owner === "method" || !positionalNames(parameters).includes(name)) return;
      if (!/^_?connection$/u.test(name) && !isFirstConnection(name, lambda)) return;
      let depth = 0;
      for (let around = blocks; around; around = around.outer) depth++;
      // A block may have a variable of that name itself.
      if (node.receiver.depth !== depth) return;
      const at = `${lambda.path}:${name}`;
      const reads = known.get(at) ?? readsIn(lambda, name);
      known.set(at, reads);
      const written = literalText(argumentsOf(node)[0]);
      // What a block reads before it writes, it reads again after that.
      const { end } = depth > 0 ? { end: 0 } : spanOf(node);
      const isUsed = reads.some(({ key, start }) => start >= end && (!key || !written || key === written));
      if (!isUsed) context.report("write", { span: spanOf(node), path: lambda.path }, [name]);
    };
    return {
      node: [
        onCall(writers, (fact) => {
          if (fact.node.name === "[]=" || fact.usage === "void") check(fact);
        }),
        onNode(IndexOrWriteNode, (fact) => {
          if (fact.usage === "void") check(fact);
        }),
        onNode(IndexOperatorWriteNode, (fact) => {
          if (fact.usage === "void") check(fact);
        }),
      ],
    };
  },
});

/** Where a lambda reads an entry of a variable, or all of it. */
interface Read {
  readonly key: string | null;
  readonly start: number;
}

function readsIn(lambda: Lambda, name: string): readonly Read[] {
  const reads: Read[] = [];
  const visit = (node: Node, parent: Node | null, isLater: boolean): void => {
    const start = isLater ? Infinity : spanOf(node).start;
    // What it is from there on is not known.
    if (node instanceof LocalVariableWriteNode && node.name === name)
      reads.push({ key: null, start: Infinity });
    if (isVariable(node, name) && !isWritten(node, parent)) {
      const isEntry = parent instanceof CallNode && parent.receiver === node && parent.name === "[]";
      reads.push({ key: isEntry ? literalText(argumentsOf(parent)[0]) : null, start });
    }
    const mayRepeat = isLater || repeated.some((type) => node instanceof type);
    for (const child of childrenOf(node)) visit(child, node, mayRepeat);
  };
  const body = callableOf(lambda.value.node)?.body;
  if (body) visit(body, null, false);
  return reads;
}

/** What is evaluated later, or several times. */
const repeated = [BlockNode, LambdaNode, WhileNode, UntilNode];

function isWritten(node: Node, parent: Node | null): boolean {
  if (parent instanceof CallNode) return parent.receiver === node && writers.has(parent.name);
  return parent instanceof IndexOrWriteNode || parent instanceof IndexOperatorWriteNode;
}
