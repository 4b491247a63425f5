import { textOf } from "../../connector/value.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { addedAttributes } from "../../text/edits.ts";
import { controlOf, placeOf } from "../../text/seen-fields.ts";
import { checkboxToggle } from "../../text/toggles.ts";

export const booleanCheckbox = defineRule({
  id: "usability/boolean-checkbox",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Shows an input that is true or false as a choice of yes and no.",
    why: "In a text field users have to guess whether true, yes or 1 is meant.",
    remedy: "Set `control_type: 'checkbox'` and add a `toggle_field` of text for datapills.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions",
    ],
  },
  messages: {
    text: (name: string) =>
      `The field \`${name}\` is of type \`boolean\`, and users get a text field for it.`,
  },
  examples: {
    bad: [
      {
        name: "no control",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
                                                                                    ^^^^^^^^ text
        `,
        fixed: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) { [{ name: 'active', control_type: 'checkbox', toggle_hint: 'Select from list', toggle_field: { name: 'active', label: 'Active', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "a checkbox",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox' }]
          } } } }
        `,
      },
      {
        name: "a choice of the connection",
        source: ruby`
          { title: 'Acme', connection: { fields: [{ name: 'sandbox', type: 'boolean', options: [['Yes', 'true'], ['No', 'false']] }] } }
        `,
      },
      {
        name: "the text side of a toggle",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'active', type: 'boolean', control_type: 'checkbox',
               toggle_field: { name: 'active', type: 'boolean', control_type: 'text' } }]
          } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) { [{ name: 'active', type: 'boolean' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["type"], (field, { value }) => {
      const { name } = field;
      if (textOf(value) !== "boolean" || name === null || !field.isSeen) return;
      if (!field.closed || !field.isPristine || controlOf(field) !== "text" || field.has("toggle_field"))
        return;
      if (field.has("pick_list") || field.has("options")) return;
      const toggle = field.has("control_type") || field.isConnection ? null : checkboxToggle(field);
      const edit =
        toggle === null
          ? null
          : addedAttributes(context.source, field, "control_type: 'checkbox'", ...toggle);
      context.report(
        "text",
        placeOf(field),
        [name],
        edit ? { fix: { title: "Show a checkbox", edits: [edit] } } : {},
      );
    }),
  }),
});
