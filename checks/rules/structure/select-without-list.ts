import type { Field } from "../../connector/fields.ts";
import { plainControl } from "../../connector/sdk-fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

const controls = new Set(["select", "multiselect", "tree"]);

export const selectWithoutList = defineRule({
  id: "structure/select-without-list",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every select field a list to choose from.",
    why: "Without one the user sees an empty menu, and cannot fill in the field.",
    remedy: "Add `pick_list:`, or `options:` in connection fields.",
    sources: [pages.schema],
  },
  messages: {
    missing: (control: string) =>
      `The field is a \`${control}\`, but has neither \`pick_list\` nor \`options\`.`,
  },
  examples: {
    bad: [
      {
        name: "a select without a list",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "a list",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: :select, pick_list: 'x' }] } } } }
        `,
      },
      {
        name: "an output field, and a field that gets its list later",
        source: ruby`
          {
            actions: {
              a: {
                output_fields: ->(_od) { [{ name: 's', control_type: 'select' }] },
                input_fields: ->(_od) { [{ name: 's', control_type: 'select' }.merge(pick_list: 'x')] }
              }
            }
          }
        `,
      },
      {
        name: "a field that the action shows with another control",
        source: ruby`
          {
            actions: { a: { input_fields: ->(od) { od['x'].map { |f| f.merge('control_type' => 'text') } } } },
            object_definitions: { x: { fields: ->(_c, _f) { [{ name: 's', control_type: 'select' }] } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["control_type"], (field, property) => {
      if (!(field.isInput || field.isConfig || field.isConnection)) return;
      const control = field.text("control_type");
      if (control === null || !field.uses.every(lacksList)) return;
      // Yes and no may be what a field of this type offers by itself.
      const options = field.text("type") === "boolean" ? ({ severity: "warning" } as const) : {};
      context.report("missing", property, [control], options);
    }),
  }),
});

function lacksList(field: Field): boolean {
  const isSelect = controls.has(plainControl(field.text("control_type") ?? ""));
  return isSelect && field.closed && !field.has("pick_list") && !field.has("options");
}
