import { textOf } from "../../connector/value.ts";
import type { CallFact } from "../../connector/walk.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import type { Lambda } from "../../connector/connector.ts";
import {
  argumentsOf,
  FalseNode,
  NilNode,
  type Node,
  StringNode,
  SymbolNode,
  TrueNode,
} from "../../ruby/nodes.ts";
import { waitsForAnswer } from "./waits.ts";

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
      {
        name: "a wait for a job that says that it is done",
        source: ruby`
          {
            'actions' => {
              'run' => {
                'execute' => ->(_connection, input, _is, _os, continue) {
                  job = continue['id'].blank? ? post('/jobs', input) : get("/jobs/#{continue['id']}")
                  if job['done'].blank?
                    reinvoke_after(seconds: 60, continue: { id: job['id'] })
                    ^^^^^^^^^^^^^^ endless
                  else
                    job
                  end
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "pages until they are done, and a wait whose steps are counted",
        source: ruby`
          {
            actions: {
              query: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  page = continue.present? ? get(continue['url']) : get('/query', input)
                  reinvoke_after(seconds: 60, continue: { url: page['next_url'] }) unless page['done']
                  { done: true }
                end
              },
              run: {
                execute: lambda do |_connection, input, _is, _os, continue|
                  job = continue.present? ? get("/jobs/#{continue['id']}") : post('/jobs', input)
                  left = continue['left'] || [1, 2, 3]
                  error('Timed out.') if left.empty?
                  reinvoke_after(seconds: 60, continue: { id: job['id'], left: left[1..] }) unless job['done']
                end
              }
            }
          }
        `,
      },
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
          const { start, name } = node;
          const span = { start, end: start + name.length };
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
