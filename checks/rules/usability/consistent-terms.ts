import { defineRule, onAttribute, ruby, type WrittenField } from "../../engine/rule.ts";
import { quoted, sayingOf } from "../../text/prose.ts";
import { symbolsOf } from "./symbols.ts";
import { addTo } from "../../groups.ts";

export const consistentTerms = defineRule({
  id: "usability/consistent-terms",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes the label of a field the same way everywhere.",
    why: "One thing under two spellings makes users look for the difference.",
    remedy: "Choose one spelling for all fields of that name.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    differ: (name: string, label: string, usual: string) =>
      `The field \`${name}\` is labelled “${label}” here, and “${usual}” elsewhere.`,
  },
  examples: {
    bad: [
      {
        name: "two spellings",
        source: ruby`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            new_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead owner' }] } },
            set_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Lead Owner' }] } }
                                                                       ^^^^^^^^^^^^ differ
          } }
        `,
      },
    ],
    good: [
      {
        name: "what a label ends with",
        source: ruby`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'owner', label: 'Owner:' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'owner', label: 'Owner' }] } }
          } }
        `,
      },
      {
        name: "signs that make a difference",
        source: ruby`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'discount', label: 'Discount ($)' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'discount', label: 'Discount (%)' }] } }
          } }
        `,
      },
      {
        name: "two things of one name",
        source: ruby`
          { title: 'Acme', actions: {
            get_lead: { input_fields: ->(_) { [{ name: 'id', label: 'Lead ID' }] } },
            get_user: { input_fields: ->(_) { [{ name: 'id', label: 'User ID' }] } }
          } }
        `,
      },
    ],
  },
  create: (context) => {
    const byName = new Map<string, Map<string, WrittenField[]>>();
    return {
      attribute: onAttribute(["label"], (field) => {
        const label = field.text("label")?.trim();
        if (!field.isSeen || field.name === null || !label) return;
        const labels = byName.get(field.name) ?? new Map<string, WrittenField[]>();
        byName.set(field.name, labels);
        addTo(labels, label, field);
      }),
      end() {
        for (const spellings of [...byName.values()].flatMap(sameSayings)) {
          const [usual, ...others] = [...spellings].sort(([, a], [, b]) => b.length - a.length);
          for (const [label, fields] of others) {
            const [first] = fields;
            const place = first?.get("label")?.valuePlace;
            if (!first || !place) continue;
            const other = usual![1][0]?.get("label")?.valuePlace;
            context.report(
              "differ",
              place,
              [first.name!, quoted(label), quoted(usual![0])],
              other ? { related: [{ span: other.span, message: "The usual label of the field." }] } : {},
            );
          }
        }
      },
    };
  },
});

/** The fields by how their label is spelled, for each thing that labels say in several spellings. */
function sameSayings(
  labels: ReadonlyMap<string, readonly WrittenField[]>,
): ReadonlyMap<string, WrittenField[]>[] {
  if (labels.size < 2) return [];
  const bySaying = new Map<string, Map<string, WrittenField[]>>();
  for (const [label, fields] of labels) {
    const key = `${sayingOf(label)}\n${symbolsOf(label)}`;
    const spellings = bySaying.get(key) ?? new Map<string, WrittenField[]>();
    bySaying.set(key, spellings);
    for (const field of fields) addTo(spellings, withCapitals(label), field);
  }
  return [...bySaying.values()].filter((spellings) => spellings.size > 1);
}

/** How acronyms are written, and what a label ends with, is another rule's matter. */
function withCapitals(label: string): string {
  return label
    .replace(/[.:]{1,3}$/, "")
    .replace(
      /\b(id|url)(s?)\b/gi,
      (_, word: string, plural: string) => word.toUpperCase() + plural.toLowerCase(),
    );
}
