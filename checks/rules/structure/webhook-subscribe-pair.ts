import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { callableOf } from "../../ruby/nodes.ts";

export const webhookSubscribePair = defineRule({
  id: "structure/webhook-subscribe-pair",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has `webhook_unsubscribe` where it has `webhook_subscribe`, and the other way round.",
    why: "Without it, recipes that are stopped leave dead subscriptions in the customer's application.",
    remedy: "Add `webhook_unsubscribe:` with a lambda that deletes the subscription.",
    sources: [pages.triggers, pages.dynamicWebhooks],
  },
  messages: {
    missing: (trigger: string, has: string, lacks: string) =>
      `Trigger \`${trigger}\` has \`${has}\`, but no \`${lacks}\`.`,
    empty: (trigger: string) => `The \`webhook_unsubscribe\` of trigger \`${trigger}\` does nothing.`,
  },
  examples: {
    bad: [
      {
        name: "a subscription that is never ended",
        source: ruby`
          { triggers: { new_lead: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } } } }
                                    ^^^^^^^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "an empty lambda",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(_webhook) { }
                ^^^^^^^^^^^^^^^^^^^^ empty
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "both",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_subscribe: ->(url, _c) { post('/hooks', url: url) },
                webhook_unsubscribe: ->(webhook) { delete("/hooks/#{webhook['id']}") }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const subscribe = trigger.get("webhook_subscribe");
      const unsubscribe = trigger.get("webhook_unsubscribe");
      const body = trigger.lambda("webhook_unsubscribe");
      if (subscribe && body && callableOf(body.value.node)?.body === null) {
        context.report("empty", unsubscribe!, [trigger.name], { severity: "notice" });
      }
      if (!trigger.closed) return;
      if (subscribe && !unsubscribe) {
        context.report("missing", subscribe, [trigger.name, "webhook_subscribe", "webhook_unsubscribe"]);
      }
      for (const key of ["webhook_unsubscribe", "webhook_refresh"]) {
        const property = trigger.get(key);
        if (property && !subscribe)
          context.report("missing", property, [trigger.name, key, "webhook_subscribe"]);
      }
    },
  }),
});
