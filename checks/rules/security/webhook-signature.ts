import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { LocalVariableReadNode } from "../../ruby/nodes.ts";

/** Where `webhook_notification` takes the headers of the event. */
const headersIndex = 4;

export const webhookSignature = defineRule({
  id: "security/webhook-signature",
  severity: "notice",
  confidence: "low",
  since: "0.1.0",
  docs: {
    summary: "Verifies the signature of webhook events where the app signs them.",
    why: "Anyone who knows the address of the webhook can send events that start recipes.",
    remedy:
      "Compare the signature in the headers with that of the payload, with `webhook_payload_type: 'raw'`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-triggers/securing-webhooks.html",
    ],
  },
  messages: {
    unverified: (name: string) => `The trigger \`${name}\` takes events without a look at their headers.`,
  },
  examples: {
    bad: [
      {
        name: "an event as it came",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_notification: lambda { |_input, payload| payload }
                ^^^^^^^^^^^^^^^^^^^^^ unverified
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a signature that is compared",
        source: ruby`
          {
            triggers: {
              new_lead: {
                webhook_payload_type: 'raw',
                webhook_notification: lambda do |_input, payload, _is, _os, headers|
                  parse_json(payload) if headers['X-Signature'] == payload.hmac_sha256('key').encode_hex
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const reads = new Set<string>();
    return {
      node: [
        onNode(LocalVariableReadNode, ({ node, lambda }) => {
          if (lambda?.key === "webhook_notification") reads.add(`${lambda.path}:${node.name}`);
        }),
      ],
      end() {
        for (const trigger of context.connector.triggers.entries) {
          const property = trigger.get("webhook_notification");
          const lambda = trigger.lambda("webhook_notification");
          // A hybrid trigger only polls when an event comes.
          if (!property || !lambda || trigger.deprecated || trigger.has("poll")) continue;
          const { required, optional, rest } = lambda.parameters;
          const headers = required[headersIndex];
          if (rest || optional.length > 0 || headers === null) continue;
          if (headers !== undefined && reads.has(`${lambda.path}:${headers}`)) continue;
          context.report("unverified", property, [trigger.name]);
        }
      },
    };
  },
});
