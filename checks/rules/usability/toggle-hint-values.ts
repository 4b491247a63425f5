import type { Field } from "../../connector/fields.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { valuesToTell } from "../../text/allowed-values.ts";
import { listed } from "../../text/prose.ts";
import { controlOf, placeOf } from "../../text/seen-fields.ts";

export const toggleHintValues = defineRule({
  id: "usability/toggle-hint-values",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Lists the allowed values where a toggle takes them as text.",
    why: "Who maps a datapill instead of choosing from the list has to know which values the application takes.",
    remedy:
      "Add a `hint` to the `toggle_field` such as “Allowed values are: open, closed.”, or a link to the values.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions",
    ],
  },
  messages: {
    missing: (name: string, values: string) =>
      `The toggle of \`${name}\` has no \`hint\`, and the values that it takes, ${values}, are seen only in the list.`,
  },
  examples: {
    bad: [
      {
        name: "values that differ from their labels",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
                                    ^^^^^^^^ missing
          ] } } } }
        `,
      },
    ],
    good: [
      {
        name: "a toggle that is a list as well, and one whose label has the values",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'a', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'a', type: 'string', control_type: 'select', pick_list: 'states' } },
            { name: 'b', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'b', type: 'string', control_type: 'text', label: 'State (st_1 or st_2)' } }
          ] } } } }
        `,
      },
      {
        name: "a hint with the values",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: [['Open', 'st_1'], ['Closed', 'st_2']],
              toggle_field: { name: 'status', type: 'string', control_type: 'text', hint: 'Either st_1 or st_2.' } }
          ] } } } }
        `,
      },
      {
        name: "a list that comes from the application",
        source: ruby`
          { title: 'Acme', actions: { create: { input_fields: ->(_) { [
            { name: 'board', control_type: 'select', pick_list: 'boards', toggle_field: { name: 'board', type: 'string' } }
          ] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["toggle_field"], (field) => {
      const { toggle, name } = field;
      if (!field.isSeen || !toggle || name === null || !(field.isInput || field.isConfig)) return;
      if (!toggle.closed || toggle.has("hint") || toggle.has("help") || field.has("hint")) return;
      if (!/^(?:text|plain-text|text-area|string)$/.test(controlOf(toggle) ?? "")) return;
      const values = valuesToTell(context.connector, field);
      if (!values || tells(toggle, values)) return;
      context.report("missing", placeOf(toggle), [name, listed(values)]);
    }),
  }),
});

/** Whether the other texts of a toggle have the values. */
function tells(toggle: Field, values: readonly string[]): boolean {
  const text = `${toggle.text("label") ?? ""} ${toggle.text("toggle_hint") ?? ""}`;
  return values.every((value) => text.includes(value));
}
