import { defineRule, ruby } from "../../engine/rule.ts";
import { textOf } from "../../connector/value.ts";
import { shownValue, titleOf } from "../../text/operation-texts.ts";
import { quoted } from "../../text/prose.ts";
import { barely } from "./bare-texts.ts";
import { missingUnderBothNames } from "./former-keys.ts";

export const subtitle = defineRule({
  id: "usability/subtitle",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Adds a subtitle that says more than the title.",
    why: "Users search actions and triggers by title and subtitle; the one that Workato makes of the title adds nothing to find.",
    remedy: "Write a `subtitle` of one phrase that names the objects, the application or the purpose.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#subtitle"],
  },
  messages: {
    missing: (kind: string, name: string) => `The ${kind} \`${name}\` has no \`subtitle\`.`,
    noneOf: (section: string) => `None of the ${section} has a \`subtitle\`.`,
    empty: (kind: string, name: string) => `The subtitle of the ${kind} \`${name}\` is empty.`,
    same: (text: string) => `The subtitle “${text}” only repeats the title.`,
  },
  examples: {
    bad: [
      {
        name: "no subtitle",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "the title once more",
        source: ruby`
          { title: 'Acme', actions: { lead: { title: 'Create lead', subtitle: 'Create lead' } } }
                                                                              ^^^^^^^^^^^^^ same
        `,
      },
      {
        name: "a whole section without subtitles",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `,
      },
      {
        name: "the title with an article, and nothing",
        source: ruby`
          {
            title: 'Acme',
            actions: {
              lead: { title: 'Create lead', subtitle: 'Creates a lead.' },
                                                      ^^^^^^^^^^^^^^^^^ same
              note: { title: 'Create note', subtitle: '' }
                                                      ^^ empty
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "the key of former versions",
        source: ruby`
          { title: 'Acme', triggers: { new_lead: { title: 'New lead', title_hint: 'New lead in Acme' } } }
        `,
      },
      {
        name: "a phrase that says more",
        source: ruby`{ title: 'Acme', actions: { lead: { subtitle: 'Create a lead from a web form in Acme' } } }`,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    connector(connector) {
      for (const missing of missingUnderBothNames(connector, "subtitle", "title_hint")) {
        if (missing.kind === "section") {
          context.report("noneOf", missing.section, [missing.section.key], { severity: "notice" });
        } else {
          const { kind, name } = missing.operation;
          context.report("missing", missing.operation, [kind, name], { severity: "notice" });
        }
      }
    },
    operation(operation) {
      const property = operation.get("subtitle");
      if (operation.deprecated || !property) return;
      const text = textOf(shownValue(operation, "subtitle"));
      const title = titleOf(operation);
      if (text === null) return;
      if (text.trim() === "")
        context.report("empty", property.valuePlace, [operation.kind, operation.name], {
          severity: "notice",
        });
      else if (title && barely(text) === barely(title.text))
        context.report("same", property.valuePlace, [quoted(text)]);
    },
  }),
});
