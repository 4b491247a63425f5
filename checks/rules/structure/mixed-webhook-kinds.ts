import type { Trigger } from "../../connector/connector.ts";
import type { Property } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const mixedWebhookKinds = defineRule({
  id: "structure/mixed-webhook-kinds",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses either static or dynamic webhooks.",
    why: "A connector can have only one of the two kinds.",
    remedy: "Keep one kind, and let the other triggers poll.",
    sources: [pages.staticWebhooks, pages.dynamicWebhooks, pages.triggers],
  },
  messages: {
    both: (trigger: string) =>
      `The trigger \`${trigger}\` has both \`webhook_key\` and \`webhook_subscribe\`.`,
    mixed: (trigger: string, other: string) =>
      `The trigger \`${trigger}\` has a \`webhook_key\`, while \`${other}\` has \`webhook_subscribe\`.`,
  },
  examples: {
    bad: [
      {
        name: "two triggers of different kinds",
        source: ruby`
          {
            triggers: {
              new_lead: { webhook_key: ->(_c, _i) { 'lead' } },
                          ^^^^^^^^^^^^ mixed
              new_deal: { webhook_subscribe: ->(url, _c) { post('/hooks', url: url) } }
            }
          }
        `,
      },
      {
        name: "both kinds in one trigger",
        source: ruby`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' }, webhook_subscribe: ->(url, _c) { {} } } } }
                                    ^^^^^^^^^^^^ both
        `,
      },
    ],
    good: [
      {
        name: "one kind",
        source: ruby`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } }, new_deal: { poll: ->(_c, _i) { {} } } } }
        `,
      },
      {
        name: "a key that is nil, or there under a condition",
        source: ruby`
          hook = {}
          hook[:webhook_key] = ->(_c, _i) { 'deal' } if static
          hook[:webhook_subscribe] = ->(url, _c) { post('/hooks', url: url) } unless static
          { triggers: { new_lead: { webhook_key: nil, webhook_subscribe: ->(url, _c) { {} } }, new_deal: hook } }
        `,
      },
    ],
  },
  create: (context) => ({
    connector({ triggers }) {
      const dynamic = triggers.entries.find((trigger) => keyOf(trigger, "webhook_subscribe"));
      if (!dynamic) return;
      for (const trigger of triggers.entries) {
        const key = keyOf(trigger, "webhook_key");
        if (!key) continue;
        if (keyOf(trigger, "webhook_subscribe")) context.report("both", key, [trigger.name]);
        else {
          // One kind may be on its way out.
          const severity = trigger.deprecated || dynamic.deprecated ? "warning" : "error";
          context.report("mixed", key, [trigger.name, dynamic.name], { severity });
        }
      }
    },
  }),
});

/** A key that the trigger surely has. */
function keyOf(trigger: Trigger, key: string): Property | undefined {
  const isConditional = trigger.hash?.entries.get(key)?.conditional ?? true;
  const property = isConditional ? undefined : trigger.get(key);
  return property?.value.kind === "nil" ? undefined : property;
}
