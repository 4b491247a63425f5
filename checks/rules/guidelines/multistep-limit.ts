import { textOf } from "../../connector/value.ts";
import type { CallFact } from "../../connector/walk.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import {
  AndNode,
  argumentsOf,
  ArrayNode,
  CallNode,
  CaseMatchNode,
  CaseNode,
  childrenOf,
  FalseNode,
  IfNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  NilNode,
  type Node,
  OrNode,
  ParenthesesNode,
  RangeNode,
  spanOf,
  StatementsNode,
  StringNode,
  SymbolNode,
  TrueNode,
  UnlessNode,
} from "../../ruby/nodes.ts";

const comparisons: ReadonlySet<string> = new Set([
  "==",
  "<",
  "<=",
  ">",
  ">=",
  "<=>",
  "between?",
  "cover?",
  "positive?",
  "negative?",
  "zero?",
  "past?",
  "future?",
  // What gets shorter comes to an end.
  "shift",
  "pop",
  "drop",
]);

export const multistepLimit = defineRule({
  id: "guidelines/multistep-limit",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Stops a multistep action after a number of steps.",
    why: "An action that waits for a job that never ends holds up the recipe until the platform's own limit.",
    remedy: "Count the steps in `continue`, and end with `error(...)` after a maximum.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html",
      "https://docs.workato.com/en/developing-connectors/sdk/limits.html",
    ],
  },
  messages: {
    endless: (name: string) => `The action \`${name}\` invokes itself again without a limit of its own.`,
  },
  examples: {
    bad: [
      {
        name: "a wait without end",
        source: ruby`
          {
            actions: {
              run: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  job = continue.present? ? get("/jobs/#{continue['id']}") : post('/jobs', input)
                  reinvoke_after(seconds: 60, continue: { id: job['id'] }) if job['status'] == 'running'
                  ^^^^^^^^^^^^^^ endless
                  job
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "pages to their end, and steps with names",
        source: ruby`
          {
            actions: {
              export: {
                execute: lambda do |_connection, _input, _is, _os, continue|
                  page = get('/rows', after: continue['after'])
                  reinvoke_after(seconds: 60, continue: { after: page['next'] }) if page['next'].present?
                  { done: true }
                end
              },
              move: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  if continue['step'] == 'second'
                    post('/second', input)
                  else
                    post('/first', input).presence
                    reinvoke_after(seconds: 60, continue: { step: 'second' })
                  end
                end
              }
            }
          }
        `,
      },
      {
        name: "a wait of thirty steps",
        source: ruby`
          {
            actions: {
              run: {
                execute: lambda do |_connection, _input, _is, _os, continue|
                  step = continue['step'] || 0
                  error('Timed out.') if step > 30
                  reinvoke_after(seconds: 60, continue: { step: step + 1 })
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const reinvoking: CallFact[] = [];
    const comparing = new Set<string>();
    const called = new Map<string, Set<string>>();
    const unknown = new Set<string>();
    const looked = new Map<Lambda, number>();
    return {
      bareCall: {
        reinvoke_after: (call) => {
          if (call.lambda?.owner === "action" && call.lambda.key === "execute") reinvoking.push(call);
        },
      },
      methodCall({ lambda, name }) {
        if (!lambda) return;
        const method = textOf(name);
        if (method === null) unknown.add(lambda.path);
        else called.set(lambda.path, (called.get(lambda.path) ?? new Set()).add(method));
      },
      node: [
        onCall(comparisons, ({ node, lambda }) => {
          if (lambda && (node.name !== "==" || !argumentsOf(node).every(isWord))) comparing.add(lambda.path);
        }),
      ],
      end() {
        for (const { node, lambda } of reinvoking) {
          if (!lambda || comparing.has(lambda.path) || unknown.has(lambda.path)) continue;
          const methods = [...(called.get(lambda.path) ?? [])].map((name) =>
            context.connector.methods.get(name),
          );
          // A method that compares may be what counts, as may one that calls others.
          const mayCount = methods.some((method) => {
            const path = method?.lambda?.path;
            return path === undefined || comparing.has(path) || called.has(path);
          });
          const count = looked.get(lambda) ?? 0;
          if (mayCount || count > 5) continue;
          const isWait = waitsForAnswer(node, lambda);
          // One is enough to look into the action.
          looked.set(lambda, isWait ? Infinity : count + 1);
          if (!isWait) continue;
          const start = node.location.startOffset;
          const span = { start, end: start + node.name.length };
          context.report("endless", { span, path: lambda.path }, [lambda.ownerName]);
        }
      },
    };
  },
});

function isWord(node: Node): boolean {
  return (
    node instanceof StringNode ||
    node instanceof SymbolNode ||
    node instanceof NilNode ||
    node instanceof TrueNode ||
    node instanceof FalseNode
  );
}

/** Whether a call depends on nothing but words in answers of the application, such as the state of a job. */
function waitsForAnswer(call: Node, lambda: Lambda): boolean {
  const conditions: Node[] = [];
  const variables = new Map<string, Node[]>();
  let hasRange = false;
  const { start } = spanOf(call);
  const visit = (node: Node): void => {
    hasRange ||= node instanceof RangeNode;
    if (node instanceof LocalVariableWriteNode)
      variables.set(node.name, [...(variables.get(node.name) ?? []), node.value]);
    const span = spanOf(node);
    if (span.start <= start && start < span.end) {
      if (node instanceof IfNode || node instanceof UnlessNode) conditions.push(node.predicate);
      else if (node instanceof CaseNode || node instanceof CaseMatchNode || node instanceof AndNode)
        conditions.push(node);
    }
    childrenOf(node).forEach(visit);
  };
  visit(lambda.value.node);
  // Which step it is, is no condition for the end of the last one.
  const waits = conditions.filter((node) => !isWhetherContinued(node, lambda));
  return !hasRange && waits.length > 0 && waits.every((node) => comparesAnswer(node, variables));
}

/** `continue.present?`, or the same of an entry of it. */
function isWhetherContinued(node: Node, lambda: Lambda): boolean {
  let read = node;
  while (
    read instanceof CallNode &&
    read.receiver &&
    /^(?:\[\]|!|blank\?|present\?|nil\?|empty\?)$/u.test(read.name)
  )
    read = read.receiver;
  return read instanceof LocalVariableReadNode && read.name === lambda.parameters.required[4];
}

/** `job['state'] == 'running'`, also not, and several of them. */
function comparesAnswer(node: Node, variables: ReadonlyMap<string, readonly Node[]>): boolean {
  if (node instanceof OrNode)
    return comparesAnswer(node.left, variables) && comparesAnswer(node.right, variables);
  if (node instanceof ParenthesesNode) {
    const [only, more] = childrenOf(node).flatMap((child) => childrenOf(child));
    return only !== undefined && !more && comparesAnswer(only, variables);
  }
  if (!(node instanceof CallNode) || !node.receiver) return false;
  const [other] = argumentsOf(node);
  if (node.name === "!") return comparesAnswer(node.receiver, variables);
  if (node.name === "==" || node.name === "!=")
    return other instanceof StringNode && isAnswer(node.receiver, variables);
  if (node.name === "include?" && other instanceof StringNode) return isAnswer(node.receiver, variables);
  return (
    node.name === "include?" && node.receiver instanceof ArrayNode && !!other && isAnswer(other, variables)
  );
}

/** Whether a value is read from what a request, or a method, returns. */
function isAnswer(node: Node, variables: ReadonlyMap<string, readonly Node[]>, depth = 0): boolean {
  if (depth > 5) return false;
  if (node instanceof CallNode && node.receiver) return isAnswer(node.receiver, variables, depth);
  if (node instanceof CallNode) return /^(?:get|post|put|patch|delete|call)$/u.test(node.name);
  if (node instanceof IfNode) {
    const branches = [node.statements, node.subsequent].map((branch) => branch && childrenOf(branch).at(-1));
    return branches.every((branch) => {
      const last = branch instanceof StatementsNode ? branch.body.at(-1) : branch;
      return !!last && isAnswer(last, variables, depth + 1);
    });
  }
  const values = node instanceof LocalVariableReadNode ? (variables.get(node.name) ?? []) : [];
  return values.length > 0 && values.every((value) => isAnswer(value, variables, depth + 1));
}
