import { truthiness } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { addedAttributes } from "../../text/edits.ts";
import { controlOf, isSeen, labelOf, placeOf, typeOf } from "../../text/seen-fields.ts";

export const toggleForSelect = defineRule({
  id: "usability/toggle-for-select",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Lets users map a datapill where an input is a list or a checkbox.",
    why: "A drop-down takes only a fixed choice, so without a toggle the value cannot come from an earlier step.",
    remedy:
      "Add `toggle_hint` and a `toggle_field` of `control_type: 'text'` with the same name and `optional`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#using-toggle-fields",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#root-key-object-definitions",
    ],
  },
  messages: {
    missing: (name: string, control: string) =>
      `The \`${control}\` field \`${name}\` has no \`toggle_field\`, so users cannot map a datapill to it.`,
  },
  examples: {
    bad: [
      {
        name: "a drop-down",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', optional: false }]
                     ^^^^^^^^ missing
          } } } }
        `,
        fixed: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', toggle_hint: 'Select from list', toggle_field: { name: 'status', label: 'Status', type: 'string', control_type: 'text', optional: false, toggle_hint: 'Use custom value' }, control_type: 'select', pick_list: 'statuses', optional: false }]
          } } } }
        `,
      },
    ],
    good: [
      {
        name: "a drop-down with a toggle",
        source: ruby`
          { title: 'Acme', actions: { create_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses', toggle_hint: 'Select from list',
               toggle_field: { name: 'status', type: 'string', control_type: 'text', toggle_hint: 'Use status' } }]
          } } } }
        `,
      },
      {
        name: "fields that take no datapills",
        source: ruby`
          { title: 'Acme',
            connection: { fields: [{ name: 'region', control_type: 'select', options: [['EU', 'eu']] }] },
            actions: { create_lead: {
              config_fields: [{ name: 'object', control_type: 'select', pick_list: 'objects' }],
              input_fields: ->(_) { [{ name: 'kind', control_type: 'select', pick_list: 'kinds', support_pills: false }] }
            } } }
        `,
      },
      {
        name: "inputs of a trigger",
        source: ruby`
          { title: 'Acme', triggers: { new_lead: { input_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(_) {
            [{ name: 'status', control_type: 'select', pick_list: 'statuses' }]
          } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const { name } = field;
      if (
        name === null ||
        !isSeen(field) ||
        field.isConnection ||
        field.isConfig ||
        !field.closed ||
        !field.isPristine
      )
        return;
      // A trigger is the first step: there are no datapills to map yet.
      if (field.uses.every((use) => use.list.path.startsWith("triggers."))) return;
      const control = controlOf(field);
      if (control !== "select" && control !== "multiselect" && control !== "checkbox") return;
      if (
        field.has("toggle_field") ||
        field.flag("support_pills") === false ||
        field.flag("extends_schema") === true
      )
        return;
      const optional = field.get("optional");
      const required = optional && truthiness(optional.value) === false;
      const label = labelOf(field);
      const type =
        control === "select" || control === "multiselect" ? "string" : (typeOf(field) ?? "boolean");
      const plain = /^[\w .-]+$/;
      const edit =
        label !== null && plain.test(label) && plain.test(name) && !field.has("toggle_hint")
          ? addedAttributes(
              context.source,
              field,
              `toggle_hint: 'Select from list', toggle_field: { name: '${name}', label: '${label}', type: '${type}', ` +
                `control_type: 'text', ${required ? "optional: false, " : ""}toggle_hint: 'Use custom value' }`,
            )
          : null;
      context.report(
        "missing",
        placeOf(field),
        [name, control],
        edit ? { fix: { title: "Add a toggle to text", edits: [edit] } } : {},
      );
    },
  }),
});
