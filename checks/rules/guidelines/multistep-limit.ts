import { textOf } from "../../connector/value.ts";
import type { CallFact } from "../../connector/walk.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { argumentsOf, IntegerNode } from "../../ruby/nodes.ts";

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
          if (lambda && (node.name !== "==" || argumentsOf(node)[0] instanceof IntegerNode))
            comparing.add(lambda.path);
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
          if (mayCount) continue;
          const start = node.location.startOffset;
          const span = { start, end: start + node.name.length };
          context.report("endless", { span, path: lambda.path }, [lambda.ownerName]);
        }
      },
    };
  },
});
