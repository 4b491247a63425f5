import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const webhookKeysMissing = defineRule({
  id: "structure/webhook-keys-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has `webhook_keys` where triggers have a `webhook_key`, and only there.",
    why: "Incoming events are routed by comparing the two; one without the other reaches no trigger.",
    remedy: "Add `webhook_keys:` to the root with a lambda that reads the key from the event.",
    sources: [pages.triggers, pages.staticWebhooks],
  },
  messages: {
    keys: (trigger: string) =>
      `The trigger \`${trigger}\` has a \`webhook_key\`, but the connector has no \`webhook_keys\`.`,
    unused: () => "The connector has `webhook_keys`, but no trigger has a `webhook_key`.",
  },
  examples: {
    bad: [
      {
        name: "a trigger's key alone",
        source: ruby`
          { triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } } }
                                    ^^^^^^^^^^^^ keys
        `,
      },
      {
        name: "the root's keys alone",
        source: ruby`
          { webhook_keys: ->(params, headers, payload) { payload['form'] }, triggers: {} }
            ^^^^^^^^^^^^^ unused
        `,
      },
    ],
    good: [
      {
        name: "both",
        source: ruby`
          {
            webhook_keys: ->(params, headers, payload) { payload['form'] },
            triggers: { new_lead: { webhook_key: ->(_c, _i) { 'lead' } } }
          }
        `,
      },
      {
        name: "no key at all",
        source: ruby`{ triggers: { new_lead: { webhook_key: nil, poll: ->(_c) { { events: get('/leads') } } } } }`,
      },
    ],
  },
  create: (context) => ({
    connector({ root, triggers }) {
      const keys = root.get("webhook_keys");
      const used = triggers.entries.flatMap((trigger) => trigger.get("webhook_key") ?? []);
      if (!keys && root.closed) {
        for (const trigger of triggers.entries) {
          const key = trigger.get("webhook_key");
          // With `webhook_subscribe` the key is too much, which is told by a rule of its own.
          if (!key || key.value.kind === "nil" || trigger.has("webhook_subscribe")) continue;
          // One that polls gets its events all the same, only later.
          context.report("keys", key, [trigger.name], trigger.has("poll") ? { severity: "warning" } : {});
        }
      } else if (
        keys &&
        used.length === 0 &&
        triggers.closed &&
        triggers.entries.every((trigger) => trigger.closed)
      ) {
        context.report("unused", keys, [], { severity: "warning" });
      }
    },
  }),
});
