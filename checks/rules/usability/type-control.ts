import { defineRule, ruby } from "../../engine/rule.ts";
import { isSeen } from "../../text/seen-fields.ts";
import { replacedText } from "../../text/edits.ts";

/** Controls in which values of a type are surely entered wrongly, by type. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  date_time: ["text", "text-area", "integer", "number", "checkbox", "date"],
  timestamp: ["text", "text-area", "integer", "number", "checkbox", "date"],
  date: ["text", "text-area", "integer", "number", "checkbox", "date-time"],
  integer: ["date", "date-time", "checkbox", "email", "url", "phone"],
  number: ["checkbox", "email", "url", "phone"],
  boolean: ["integer", "number", "date", "date-time", "email", "url", "phone", "text-area"],
};

const right: Readonly<Record<string, string>> = {
  date_time: "date_time",
  timestamp: "date_time",
  date: "date",
  integer: "integer",
  number: "number",
  boolean: "checkbox",
};

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
    field(field) {
      if (!isSeen(field, context.connector)) return;
      const { name } = field;
      const type = field.text("type");
      const property = field.get("control_type");
      const control = field.text("control_type");
      if (name === null || type === null || control === null || !property) return;
      if (!wrong[type]?.includes(control.replaceAll("_", "-"))) return;
      const edit = replacedText(context.source, property, right[type]!);
      context.report(
        "differ",
        property.valuePlace,
        [name, type, control],
        edit ? { fix: { title: `Use the control \`${right[type]!}\``, edits: [edit] } } : {},
      );
    },
  }),
});
