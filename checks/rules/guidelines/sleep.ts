import type { Lambda } from "../../connector/connector.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { argumentsOf, type CallNode, constantName, IntegerNode, SelfNode, spanOf } from "../../ruby/nodes.ts";

export const sleep = defineRule({
  id: "guidelines/sleep",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Waits by the platform's means, never with `sleep`.",
    why: "A sleeping job holds a worker and counts against the 180 seconds that an action has.",
    remedy:
      "Use `reinvoke_after` in a multistep action to wait for a result, and leave rate limits to the recipe.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/multistep-actions.html",
      "https://docs.workato.com/en/developing-connectors/sdk/limits.html",
    ],
  },
  messages: {
    sleep: () => "`sleep` holds the job while it waits.",
    tooLong: (seconds: number, most: number) =>
      `\`sleep\` waits ${seconds} seconds, where the platform stops the lambda after ${most}.`,
  },
  examples: {
    bad: [
      {
        name: "a wait between two requests",
        source: ruby`
          {
            actions: {
              export: {
                execute: lambda do |_connection, _input|
                  job = post('/exports').presence
                  sleep(10)
                  ^^^^^^^^^ sleep
                  get("/exports/#{job['id']}")
                end
              }
            }
          }
        `,
      },
      {
        name: "waits that are never over",
        source: ruby`
          {
            'connection' => {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) {
                  Kernel.sleep(45)
                  ^^^^^^^^^^^^^^^^ tooLong
                  post('/token', key: connection['key']).slice('token')
                }
              }
            },
            'actions' => { 'export' => { 'execute' => lambda { |_connection, _input| sleep 300; get('/export') } } }
                                                                                     ^^^^^^^^^ tooLong
          }
        `,
      },
      {
        name: "a wait by Ruby's own kernel",
        source: ruby`
          { actions: { export: { execute: lambda { |_connection, _input| ::Kernel.sleep(5) } } } }
                                                                         ^^^^^^^^^^^^^^^^^ sleep
        `,
      },
    ],
    good: [
      {
        name: "a multistep action",
        source: ruby`
          { actions: { export: { execute: lambda { |_c, _i, _s, _o, _continue| reinvoke_after(seconds: 60, continue: {}) } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const listen = ({ node, lambda }: Pick<NodeFact<CallNode>, "node" | "lambda">): void => {
      const place = { span: spanOf(node), path: lambda?.path ?? null };
      const [time] = argumentsOf(node);
      const most = lambda ? mostSeconds(lambda) : null;
      if (time instanceof IntegerNode && most !== null && time.value >= most)
        context.report("tooLong", place, [time.value, most], { severity: "error" });
      else context.report("sleep", place, []);
    };
    return {
      bareCall: { sleep: listen },
      node: [
        onCall(["sleep"], (fact) => {
          const { receiver } = fact.node;
          if (constantName(receiver) === "Kernel" || receiver instanceof SelfNode) listen(fact);
        }),
      ],
    };
  },
});

/** When the platform stops a lambda; null where that is not documented. */
function mostSeconds({ owner, key }: Lambda): number | null {
  if (owner === "action" && key === "execute") return 180;
  return owner === "authorization" && (key === "acquire" || key === "refresh") ? 30 : null;
}
