import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { replacedText } from "../../text/edits.ts";
import { placeOf } from "../../text/seen-fields.ts";

export const configFieldToggle = defineRule({
  id: "usability/config-field-toggle",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Keeps datapills out of the fields that decide on other fields.",
    why: "A config field is read while the recipe is edited, when a datapill has no value, so the fields that depend on it vanish.",
    remedy: "Give the `toggle_field` of a config field `control_type: 'plain-text'`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#user-friendly-input-fields",
    ],
  },
  messages: {
    control: (name: string, control: string) =>
      `The toggle of the config field \`${name}\` has the control \`${control}\`, which takes datapills, instead of \`plain-text\`.`,
  },
  examples: {
    bad: [
      {
        name: "a toggle to text",
        source: ruby`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text' } }
                                                                            ^^^^^^ control
          ] } } }
        `,
        fixed: ruby`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `,
      },
    ],
    good: [
      {
        name: "a toggle to plain text",
        source: ruby`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'plain-text' } }
          ] } } }
        `,
      },
      {
        name: "inputs that nothing depends on",
        source: ruby`
          { title: 'Acme', actions: { create_object: { input_fields: ->(_) { [
            { name: 'status', control_type: 'select', pick_list: 'statuses',
              toggle_field: { name: 'status', type: 'string', control_type: 'text' } }
          ] } } } }
        `,
      },
      {
        name: "a field without datapills",
        source: ruby`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects', support_pills: false,
              toggle_field: { name: 'object', type: 'string', control_type: 'text' } }
          ] } } }
        `,
      },
      {
        name: "a toggle without datapills",
        source: ruby`
          { title: 'Acme', actions: { create_object: { config_fields: [
            { name: 'object', control_type: 'select', pick_list: 'objects',
              toggle_field: { name: 'object', type: 'string', control_type: 'text', support_pills: false } }
          ] } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["toggle_field"], (field) => {
      const { toggle, name } = field;
      if (field.isToggle || !toggle || name === null) return;
      // A trigger has no datapills to take.
      const inAction = field.uses.filter((use) => !use.list.path.startsWith("triggers."));
      const isConfig = inAction.some((use) => use.list.role === "config");
      const extendsSchema =
        field.flag("extends_schema") === true && inAction.some((use) => use.list.role === "input");
      if (!isConfig && !extendsSchema) return;
      if (toggle.flag("support_pills") === false || field.flag("support_pills") === false) return;
      const property = toggle.get("control_type");
      const control = property ? toggle.text("control_type") : toggle.closed ? "text" : null;
      if (
        control === null ||
        !/^(?:text|text-area|string|integer|number)$/.test(control.replaceAll("_", "-"))
      )
        return;
      const edit = property && replacedText(context.source, property, "plain-text");
      context.report(
        "control",
        property?.valuePlace ?? placeOf(toggle),
        [name, control],
        edit ? { fix: { title: "Use the control `plain-text`", edits: [edit] } } : {},
      );
    }),
  }),
});
