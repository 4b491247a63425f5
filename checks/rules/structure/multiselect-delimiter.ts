import { plainControl } from "../../connector/sdk-fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const multiselectDelimiter = defineRule({
  id: "structure/multiselect-delimiter",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives a multiselect field a `delimiter`.",
    why: "The selected values arrive as one text, and cannot be told apart without it.",
    remedy: "Add `delimiter: ','`, and split the value at it in `execute`.",
    sources: [pages.schema],
  },
  messages: { missing: () => "The field is a multiselect, but has no `delimiter`." },
  examples: {
    bad: [
      {
        name: "no delimiter",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't' }] } } } }
                                                                  ^^^^^^^^^^^^^ missing
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', pick_list: 't', delimiter: ',' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "a delimiter",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 't', control_type: 'multiselect', delimiter: ',' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["control_type"], (field, property) => {
      if (!(field.isInput || field.isConfig || field.isConnection)) return;
      const control = field.text("control_type");
      if (control === null || plainControl(control) !== "multiselect") return;
      if (!field.uses.every((use) => use.closed && !use.has("delimiter"))) return;
      const edits = addEntry(field.node, "delimiter: ','", context.source);
      const fix = { title: "Separate the values with commas", edits };
      context.report("missing", property, [], edits.length > 0 ? { fix } : {});
    }),
  }),
});
