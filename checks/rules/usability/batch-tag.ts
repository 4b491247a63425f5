import { entryBefore } from "../../engine/line-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { titleOf } from "../../text/operation-texts.ts";
import { quoted } from "../../text/prose.ts";

/** Says how the work is done; a batch, or a bulk job, may also be a thing of the application. */
const tagged =
  /\bin (bulk|batch(?=es\b))|^(?:add|create|update|upsert|delete|insert|import|export|send|upload)\b.* in (batch)$|^(bulk|batch) (?:add|create|update|upsert|delete|remove|insert|import|export|send|get|search|upload|load)\b|^(?!.*\bbatch\b.*\bbatch\b).*\((batch|bulk)\)$/i;

export const batchTag = defineRule({
  id: "usability/batch-tag",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Marks actions and triggers that work on many records at once.",
    why: "The tags “Batch” and “Bulk” in the editor tell users at a glance that a step takes or gives a list or a file.",
    remedy: "Set `batch: true` for lists of records, or `bulk: true` for files of them.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#batch"],
  },
  messages: {
    missing: (title: string, tag: string) =>
      `The title “${title}” says ${tag}, and neither \`batch\` nor \`bulk\` is set.`,
  },
  examples: {
    bad: [
      {
        name: "a batch without its tag",
        source: ruby`
          { title: 'Acme', actions: { create_leads: { title: 'Create leads in batch' } } }
                                      ^^^^^^^^^^^^^ missing
        `,
        fixed: ruby`
          { title: 'Acme', actions: { create_leads: { batch: true, title: 'Create leads in batch' } } }
        `,
      },
    ],
    good: [
      {
        name: "a batch with its tag",
        source: ruby`{ title: 'Acme', actions: { create_leads: { title: 'Create leads in batch', batch: true } } }`,
      },
      {
        name: "an object of that name",
        source: ruby`
          {
            title: 'Acme',
            actions: { create_batch: { title: 'Create batch' }, get_payments: { title: 'Get payments in batch' } },
            triggers: { payment_created: { title: 'Batch payment created' }, job_done: { title: 'Bulk job done' } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      if (operation.deprecated || !operation.closed || operation.has("batch") || operation.has("bulk"))
        return;
      const title = titleOf(operation);
      const tag = title && tagged.exec(title.text);
      if (!title || !tag) return;
      const word = (tag[1] ?? tag[2] ?? tag[3] ?? tag[4])!.toLowerCase();
      const first = operation.get(operation.keys[0] ?? "");
      const literal = first && context.source.slice(first.span);
      const fix =
        first && literal && /^\w+:$/.test(literal)
          ? {
              fix: {
                title: `Set \`${word}: true\``,
                edits: [entryBefore(context.source, first.span, `${word}: true`)],
              },
            }
          : {};
      context.report("missing", operation, [quoted(title.text), word], fix);
    },
  }),
});
