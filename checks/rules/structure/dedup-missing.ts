import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const dedupMissing = defineRule({
  id: "structure/dedup-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every trigger a `dedup`.",
    why: "Without it the platform cannot tell new events from those it has seen.",
    remedy:
      "Add `dedup:` with a lambda that makes a string of the record's id, and of its time where updates count.",
    sources: [pages.triggers],
  },
  messages: {
    missing: (trigger: string) => `The trigger \`${trigger}\` has no \`dedup\`.`,
    legacy: (trigger: string, key: string) =>
      `The trigger \`${trigger}\` has no \`dedup\`, but \`${key}\` of an older SDK.`,
  },
  examples: {
    bad: [
      {
        name: "no dedup",
        source: ruby`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} } } } }
                        ^^^^^^^^^ missing
        `,
      },
      {
        name: "the key of an older SDK",
        source: ruby`
          { triggers: { new_lead: { poll: ->(c, i, last) { {} }, document_id: ->(lead) { lead['id'] } } } }
                        ^^^^^^^^^ legacy
        `,
      },
    ],
    good: [
      {
        name: "a dedup",
        source: ruby`{ triggers: { new_lead: { poll: ->(c, i, last) { {} }, dedup: ->(r) { r['id'] } } } }`,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      if (!trigger.closed || trigger.has("dedup")) return;
      const legacy = ["document_id", "sort_by", "type"].find((key) => trigger.has(key));
      if (legacy) context.report("legacy", trigger, [trigger.name, legacy], { severity: "warning" });
      else context.report("missing", trigger, [trigger.name]);
    },
  }),
});
