import { plainControl } from "../../connector/sdk.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

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
    ],
  },
  create: (context) => ({
    field(field) {
      if (!(field.isInput || field.isConfig || field.isConnection)) return;
      const control = field.text("control_type");
      if (control === null || !controls.has(plainControl(control))) return;
      if (!field.uses.every((use) => use.closed && !use.has("pick_list") && !use.has("options"))) return;
      context.report("missing", field.get("control_type")!, [control]);
    },
  }),
});
