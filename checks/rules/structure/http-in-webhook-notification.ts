import { commonVerbs } from "../../connector/sdk-requests.ts";
import type { CallFact } from "../../connector/walk.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

export const httpInWebhookNotification = defineRule({
  id: "structure/http-in-webhook-notification",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Makes no request and calls no method in `webhook_notification`.",
    why: "Neither is available in that lambda, so the event is lost.",
    remedy: "Return what the payload has, and let the recipe fetch the rest with an action.",
    sources: [pages.triggers, pages.gem],
  },
  messages: {
    request: (verb: string) => `\`webhook_notification\` cannot make a request, but calls \`${verb}\`.`,
    method: () => "`webhook_notification` cannot use the connector's methods, but calls one with `call`.",
  },
  examples: {
    bad: [
      {
        name: "a request",
        source: ruby`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { get("/leads/#{payload['id']}") } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ request
        `,
      },
      {
        name: "a method",
        source: ruby`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { call('format', payload) } } } }
                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ method
        `,
      },
    ],
    good: [
      {
        name: "the payload, and methods of hashes",
        source: ruby`
          { triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload.delete('meta'); payload } } } }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      bareCall: Object.fromEntries([...commonVerbs, "call"].map((name) => [name, check])),
    };

    function check({ node, lambda }: CallFact): void {
      if (lambda?.owner !== "trigger" || lambda.key !== "webhook_notification") return;
      if (argumentsOf(node).length === 0) return;
      const place = { span: spanOf(node), path: lambda.path };
      if (node.name === "call") context.report("method", place, []);
      else context.report("request", place, [node.name]);
    }
  },
});
