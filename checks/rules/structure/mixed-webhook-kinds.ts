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
    both: (trigger: string) => `Trigger \`${trigger}\` has both \`webhook_key\` and \`webhook_subscribe\`.`,
    mixed: (trigger: string, other: string) =>
      `Trigger \`${trigger}\` has a \`webhook_key\`, while \`${other}\` has \`webhook_subscribe\`.`,
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
    ],
  },
  create: (context) => ({
    connector({ triggers }) {
      const dynamic = triggers.entries.find((trigger) => trigger.has("webhook_subscribe"));
      if (!dynamic) return;
      for (const trigger of triggers.entries) {
        const key = trigger.get("webhook_key");
        if (!key) continue;
        if (trigger.has("webhook_subscribe")) context.report("both", key, [trigger.name]);
        else context.report("mixed", key, [trigger.name, dynamic.name]);
      }
    },
  }),
});
