import { textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

const responseKeys = [
  "webhook_response_type",
  "webhook_response_body",
  "webhook_response_headers",
  "webhook_response_status",
] as const;

export const webhookResponseOptions = defineRule({
  id: "structure/webhook-response-options",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Keeps the settings of webhook responses within what the platform supports.",
    why: "Other statuses, types and payload types are not honoured, and the application gets another answer.",
    remedy: "Use a status from 200 to 299, `plain` or `json`, and `raw` or `parsed`.",
    sources: [pages.triggers],
  },
  messages: {
    status: (status: number) => `\`webhook_response_status\` is ${status}; only 200 to 299 are supported.`,
    value: (key: string, value: string, known: string) => `\`${key}\` is \`${value}\`; it can be ${known}.`,
    kind: (key: string) => `\`${key}\` has no effect in a trigger without \`webhook_subscribe\`.`,
  },
  examples: {
    bad: [
      {
        name: "a redirect and unknown types",
        source: ruby`
          {
            triggers: {
              a: {
                webhook_subscribe: ->(url) { {} },
                webhook_response_status: 302,
                ^^^^^^^^^^^^^^^^^^^^^^^^ status
                webhook_response_type: 'xml',
                ^^^^^^^^^^^^^^^^^^^^^^ value
                webhook_payload_type: 'text'
                ^^^^^^^^^^^^^^^^^^^^^ value
              }
            }
          }
        `,
      },
      {
        name: "a response of a polling trigger",
        source: ruby`
          { triggers: { a: { poll: ->(_c) { {} }, webhook_response_status: 200 } } }
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ kind
        `,
      },
    ],
    good: [
      {
        name: "supported settings",
        source: ruby`
          {
            triggers: {
              a: {
                webhook_subscribe: ->(url) { {} },
                webhook_response_status: 202,
                webhook_response_type: 'json',
                webhook_payload_type: 'raw'
              },
              b: { poll: ->(_c) { { events: get('/b') } }, webhook_response_type: nil }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const status = trigger.get("webhook_response_status");
      if (status?.value.kind === "number" && (status.value.number < 200 || status.value.number > 299)) {
        context.report("status", status, [status.value.number]);
      }
      for (const [key, known] of [
        ["webhook_response_type", ["plain", "json"]],
        ["webhook_payload_type", ["raw", "parsed"]],
      ] as const) {
        const property = trigger.get(key);
        const value = textOf(property?.value);
        if (!property || value === null || known.some((one) => one === value)) continue;
        context.report("value", property, [key, value, known.map((one) => `\`${one}\``).join(" or ")]);
      }
      if (!trigger.closed || trigger.has("webhook_subscribe")) return;
      for (const key of responseKeys) {
        const property = trigger.get(key);
        if (property && property.value.kind !== "nil") context.report("kind", property, [key]);
      }
    },
  }),
});
