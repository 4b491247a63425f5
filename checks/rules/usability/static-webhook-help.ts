import { textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { plainText } from "../../text/prose.ts";

export const staticWebhookHelp = defineRule({
  id: "usability/static-webhook-help",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Tells users of a static webhook which address to register, and where.",
    why: "A static webhook works only after the user has entered Workato's address in the application by hand.",
    remedy: "Add `help` that takes `webhook_base_url` and says where to enter it, or `webhook_url_help`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/static-webhook.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html",
    ],
  },
  messages: {
    missing: (name: string) =>
      `The static webhook trigger \`${name}\` has neither \`help\` nor \`webhook_url_help\` to tell users what to register.`,
  },
  examples: {
    bad: [
      {
        name: "no help",
        source: ruby`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: { webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload } }
            ^^^^^^^^^^ missing
          } }
        `,
      },
    ],
    good: [
      {
        name: "help with the address",
        source: ruby`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: ->(_input, _labels, _connection, webhook_base_url) { "Register #{webhook_base_url} under Webhooks." },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `,
      },
      {
        name: "a field that tells it",
        source: ruby`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              input_fields: ->(_) { [{ name: 'id', hint: 'Find it under Webhooks, where you register the address.' }] },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `,
      },
      {
        name: "a trigger that polls",
        source: ruby`{ title: 'Acme', triggers: { new_lead: { poll: ->(c, i, l) { get('/leads') } } } }`,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      if (trigger.deprecated || !trigger.closed || trigger.triggerKind !== "static_webhook") return;
      if (trigger.has("help") || trigger.has("webhook_url_help")) return;
      const { connection } = context.connector;
      const isTold = [trigger.inputFields, trigger.configFields, connection.fields].some(({ fields }) =>
        fields.some((field) => saysWebhook(field.text("hint"))),
      );
      if (!isTold && !saysWebhook(textOf(trigger.get("description")?.value)))
        context.report("missing", trigger, [trigger.name]);
    },
  }),
});

function saysWebhook(text: string | null): boolean {
  return text !== null && /webhook/i.test(plainText(text));
}
