import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { betterControl } from "../../text/controls.ts";
import { replacedText } from "../../text/edits.ts";

export const typeControl = defineRule({
  id: "usability/type-control",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Enters each value with the control for its type.",
    why: "The control checks and helps: a date picker writes the date as the connector expects it, a text field does not.",
    remedy: "Set the `control_type` that fits the `type`, or correct the `type`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html#control-types",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    differ: (name: string, type: string, control: string) =>
      `The field \`${name}\` is of type \`${type}\` and has the control \`${control}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a time as text",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'text' }] } } } }
                                                                                                                       ^^^^^^ differ
        `,
        fixed: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) { [{ name: 'since', type: 'date_time', control_type: 'date_time' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "values that are converted",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'since', type: 'integer', control_type: 'date_time', convert_input: 'render_epoch_time' }]
          } } } }
        `,
      },
      {
        name: "a control that fits",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'date_time' }, { name: 'size', type: 'integer', control_type: 'number' }]
          } } } }
        `,
      },
      {
        name: "a choice",
        source: ruby`
          { title: 'Acme', actions: { list: { input_fields: ->(_) {
            [{ name: 'size', type: 'integer', control_type: 'select', pick_list: 'sizes' }]
          } } } }
        `,
      },
      {
        name: "outputs",
        source: ruby`
          { title: 'Acme', actions: { list: { output_fields: ->(_) {
            [{ name: 'since', type: 'date_time', control_type: 'text' }]
          } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["control_type"], (field, property) => {
      if (!field.isSeen) return;
      const { name } = field;
      const type = field.text("type");
      const control = field.text("control_type");
      if (name === null || type === null || control === null) return;
      // What is converted is of another type than what is entered.
      if (field.has("convert_input") || field.has("render_input")) return;
      const better = betterControl(type, control);
      if (better === null) return;
      const edit = replacedText(context.source, property, better);
      context.report("differ", property.valuePlace, [name, type, control], {
        // A date may be all that is wanted of a time.
        ...(/^date.*\bdate|^timestamp.*\bdate/.test(`${type} ${control}`) ? { severity: "notice" } : {}),
        ...(edit ? { fix: { title: `Use the control \`${better}\``, edits: [edit] } } : {}),
      });
    }),
  }),
});
