import { defineRule, ruby, type WrittenField } from "../../engine/rule.ts";
import { badWordIn, derivedLabel } from "../../text/labels.ts";
import { listed } from "../../text/prose.ts";
import { placeOf } from "../../text/seen-fields.ts";
import { addTo } from "../../groups.ts";

export const outputLabels = defineRule({
  id: "usability/output-labels",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Labels datapills in words that users know.",
    why: "Users search the data tree for a datapill by its label; abbreviations of the API are not what they search for.",
    remedy: "Give the output fields a `label`, from the API's metadata where it has one.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions",
    ],
  },
  messages: {
    one: (name: string, label: string, word: string) =>
      `The output field \`${name}\` has no \`label\`, so users see “${label}” with “${word}” in it.`,
    several: (names: string, label: string) =>
      `The output fields ${names} have no \`label\`, so users see labels such as “${label}”.`,
  },
  examples: {
    bad: [
      {
        name: "a shortened word",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty' }] } } } }
                                                                                  ^^^^^ one
        `,
      },
      {
        name: "several in one list",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'cust_no' }, { name: 'acct_no' }] } } } }
                                                                                  ^^^^^^^^^ several
        `,
      },
    ],
    good: [
      {
        name: "a step that is deprecated",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { deprecated: true, output_fields: ->(_) { [{ name: 'qty' }] } } } }
        `,
      },
      {
        name: "names of which Workato makes good labels",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'id' }, { name: 'createdAt' }] } } } }
        `,
      },
      {
        name: "a label",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'qty', label: 'Quantity' }] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const byOwner = new Map<string, WrittenField[]>();
    return {
      field(field) {
        const { name } = field;
        if (name === null || !field.isOutput || field.isInput || field.isConfig || field.has("label")) return;
        // Acronyms in small letters are still found by who searches for them.
        if (badWordIn(derivedLabel(name))?.kind !== "short") return;
        if (!field.closed || !field.isPristine || !field.isCurrent) return;
        addTo(byOwner, field.path.split(".").slice(0, 2).join("."), field);
      },
      end() {
        for (const fields of byOwner.values()) {
          const [first] = fields;
          if (!first) continue;
          const label = derivedLabel(first.name!);
          if (new Set(fields.map((field) => field.name)).size === 1)
            context.report("one", placeOf(first), [first.name!, label, badWordIn(label)!.word]);
          else
            context.report("several", placeOf(first), [
              listed([...new Set(fields.map((field) => field.name!))]),
              label,
            ]);
        }
      },
    };
  },
});
