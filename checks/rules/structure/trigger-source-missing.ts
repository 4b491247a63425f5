import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const triggerSourceMissing = defineRule({
  id: "structure/trigger-source-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every trigger a `poll` or a `webhook_notification`.",
    why: "Without one of them no event ever becomes a job.",
    remedy: "Add `poll:`, or the webhook lambdas with `webhook_notification:`.",
    sources: [pages.triggers, pages.hybridTriggers],
  },
  messages: {
    missing: (trigger: string) =>
      `The trigger \`${trigger}\` has neither \`poll\` nor \`webhook_notification\`.`,
  },
  examples: {
    bad: [
      {
        name: "only a dedup",
        source: ruby`
          { triggers: { new_lead: { dedup: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "a polling trigger",
        source: ruby`{ triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }`,
      },
      {
        name: "a webhook trigger",
        source: ruby`{ triggers: { new_lead: { webhook_notification: ->(_i, payload) { payload } } } }`,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      if (!trigger.closed || trigger.has("poll") || trigger.has("webhook_notification")) return;
      context.report("missing", trigger, [trigger.name]);
    },
  }),
});
