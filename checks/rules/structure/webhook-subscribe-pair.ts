import type { Trigger } from "../../connector/connector.ts";
import type { Property } from "../../connector/dsl-hash.ts";
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
      `The trigger \`${trigger}\` has \`${has}\`, but no \`${lacks}\`.`,
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
              },
              updated_lead: { webhook_subscribe: nil, poll: ->(_c) { { events: get('/leads') } } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const subscribe = given(trigger, "webhook_subscribe");
      const unsubscribe = given(trigger, "webhook_unsubscribe");
      const body = trigger.lambda("webhook_unsubscribe");
      if (subscribe && body && callableOf(body.value.node)?.body === null) {
        context.report("empty", unsubscribe!, [trigger.name], { severity: "notice" });
      }
      if (!trigger.closed) return;
      if (subscribe && !unsubscribe) {
        context.report("missing", subscribe, [trigger.name, "webhook_subscribe", "webhook_unsubscribe"]);
      }
      for (const key of ["webhook_unsubscribe", "webhook_refresh"]) {
        const property = given(trigger, key);
        if (property && !subscribe)
          context.report("missing", property, [trigger.name, key, "webhook_subscribe"]);
      }
    },
  }),
});

/** What a trigger has under a key; `nil` is nothing. */
function given(trigger: Trigger, key: string): Property | undefined {
  const property = trigger.get(key);
  return property?.value.kind === "nil" ? undefined : property;
}
