import { defineRule, ruby } from "../../engine/rule.ts";
import { derivedLabel } from "../../text/labels.ts";
import { stumblingWordIn } from "./plain-names.ts";

export const titleMissing = defineRule({
  id: "usability/title-missing",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes a title where the one made of the key would read badly.",
    why: "Without a `title`, Workato makes one of the key, and shows its abbreviations and lower-case acronyms to users.",
    remedy: "Add a `title` in plain words to the action or trigger.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#title"],
  },
  messages: {
    badWord: (kind: string, name: string, title: string, word: string) =>
      `The ${kind} \`${name}\` has no \`title\`, so users see “${title}” with “${word}” in it.`,
    newUpdated: (name: string, title: string) =>
      `The trigger \`${name}\` has no \`title\`, so users see “${title}”, which does not say whether new or updated.`,
  },
  examples: {
    bad: [
      {
        name: "an acronym in the key",
        source: ruby`
          { title: 'Acme', actions: { send_sms: { execute: ->(c, i) { post('/sms', i) } } } }
                                      ^^^^^^^^^ badWord
        `,
      },
      {
        name: "a shortened word in the key",
        source: ruby`
          { title: 'Acme', actions: { get_cust: { execute: ->(c, i) { get('/customers') } } } }
                                      ^^^^^^^^^ badWord
        `,
      },
      {
        name: "a trigger for new and updated objects",
        source: ruby`
          { title: 'Acme', triggers: { new_updated_lead: { poll: ->(c, i, l) { get('/leads') } } } }
                                       ^^^^^^^^^^^^^^^^^ newUpdated
        `,
      },
      {
        name: "a version in the key",
        source: ruby`
          { title: 'Acme', actions: { create_lead_v2: {} } }
                                      ^^^^^^^^^^^^^^^ badWord
        `,
      },
    ],
    good: [
      {
        name: "words that may stand for something else",
        source: ruby`
          { title: 'Acme', actions: { list_hr_entries: { execute: ->(c, i) { get('/entries') } } } }
        `,
      },
      { name: "a key that reads well", source: ruby`{ title: 'Acme', actions: { create_lead: {} } }` },
      {
        name: "a written title",
        source: ruby`{ title: 'Acme', actions: { send_sms: { title: 'Send SMS' } } }`,
      },
      {
        name: "an operation that is deprecated",
        source: ruby`{ title: 'Acme', actions: { send_sms: { deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      if (operation.deprecated || !operation.closed || operation.has("title")) return;
      const { kind, name } = operation;
      const title = derivedLabel(name);
      const bad = stumblingWordIn(title);
      const version = /\s(v ?\d+)$/i.exec(title)?.[1];
      if (bad) context.report("badWord", operation, [kind, name, title, bad.word]);
      else if (version) context.report("badWord", operation, [kind, name, title, version]);
      else if (kind === "trigger" && /^(?:new|created?) updated? /i.test(title))
        context.report("newUpdated", operation, [name, title]);
    },
  }),
});
