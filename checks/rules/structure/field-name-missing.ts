import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const fieldNameMissing = defineRule({
  id: "structure/field-name-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every field a name.",
    why: "The name is the key of the field's value, and the SDK fails on a field without one.",
    remedy: "Add `name:` with the key that the API uses.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    missing: () => "The field has no `name`.",
    empty: () => "The field's `name` is empty.",
  },
  examples: {
    bad: [
      {
        name: "only a label",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ label: 'ID', type: 'string' }] } } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing
        `,
      },
      {
        name: "an empty name in nested fields",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: 'object', properties: [{ name: '' }] }] } } } }
                                                                                                  ^^^^^ empty
        `,
      },
    ],
    good: [
      { name: "a name", source: ruby`{ actions: { a: { input_fields: ->(_od) { [{ name: 'id' }] } } } }` },
      {
        name: "a name that is added later",
        source: ruby`{ actions: { a: { input_fields: ->(_od) { [{ label: 'ID' }.merge(name: 'id'), { **field }] } } } }`,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      if (field.isToggle || !field.uses.every((use) => use.closed && !use.conditional && !use.isToggle))
        return;
      const property = field.get("name");
      if (!property) {
        if (field.uses.every((use) => !use.has("name"))) context.report("missing", field, []);
      } else if (property.value.kind === "string" && property.value.text === "") {
        context.report("empty", property, []);
      }
    },
  }),
});
