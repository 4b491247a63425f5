import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

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
  messages: { sleep: () => "`sleep` holds the job while it waits." },
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
  create: (context) => ({
    bareCall: {
      sleep: (call) =>
        context.report("sleep", { span: spanOf(call.node), path: call.lambda?.path ?? null }, []),
    },
  }),
});
