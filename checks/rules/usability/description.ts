import { defineRule, ruby } from "../../engine/rule.ts";
import { missingKeys } from "../../text/missing-keys.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { plainText, prosesOf, quoted } from "../../text/prose.ts";

/** Objects and applications are of this class, which may be one of several. */
const setOff = /class\s*=[^>]{0,200}\bprovider\b/;

export const description = defineRule({
  id: "usability/description",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Describes every action and trigger as “Create lead in Acme”.",
    why: "The description is the line that a step shows in a recipe, so it has to tell what the step does and where.",
    remedy:
      "Add a `description` such as `Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#general",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/actions.html#description",
    ],
  },
  messages: {
    missing: (kind: string, name: string) => `The ${kind} \`${name}\` has no \`description\`.`,
    noneOf: (section: string) => `None of the ${section} has a \`description\`.`,
    empty: (kind: string, name: string) => `The description of the ${kind} \`${name}\` is empty.`,
    plain: (text: string) =>
      `The description “${text}” does not set off its object and application with \`<span class='provider'>\`.`,
  },
  examples: {
    bad: [
      {
        name: "no description",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { title: 'Create lead' } } }
                                      ^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "an empty description",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { description: '' } } }
                                                                  ^^ empty
        `,
      },
      {
        name: "nothing set off",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { description: 'Create lead in Acme' } } }
                                                                  ^^^^^^^^^^^^^^^^^^^^^ plain
        `,
      },
      {
        name: "a whole section without descriptions",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {}, get_lead: {}, list_leads: {}, delete_lead: {} } }
                           ^^^^^^^^ noneOf
        `,
      },
    ],
    good: [
      {
        name: "a class among others, in a text with needless backslashes",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            description: 'Create <span class=\"bold provider\">lead</span>'
          } } }
        `,
      },
      {
        name: "object and application set off",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            description: "Create <span class='provider'>lead</span> in <span class='provider'>Acme</span>"
          } } }
        `,
      },
      {
        name: "a description that depends on the input",
        source: ruby`
          { title: 'Acme', actions: { create_object: {
            description: lambda do |_input, labels|
              "Create <span class='provider'>#{labels['object'] || 'object'}</span>"
            end
          } } }
        `,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { create_lead: { deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    connector(connector) {
      for (const missing of missingKeys(connector, "description")) {
        if (missing.kind === "section") context.report("noneOf", missing.section, [missing.section.key]);
        else context.report("missing", missing.operation, [missing.operation.kind, missing.operation.name]);
      }
    },
    operation(operation) {
      if (operation.deprecated) return;
      const { kind, name } = operation;
      const property = operation.get("description");
      if (!property) return;
      const value = shownValue(operation, "description");
      const proses = prosesOf(value);
      if (value?.kind === "nil" || (proses.length === 1 && proses[0]!.text.trim() === ""))
        context.report("empty", property.valuePlace, [kind, name]);
      else if (proses.length === 1 && proses[0]!.whole && !setOff.test(proses[0]!.text))
        context.report("plain", property.valuePlace, [quoted(plainText(proses[0]!.text))], {
          severity: "notice",
        });
    },
  }),
});
