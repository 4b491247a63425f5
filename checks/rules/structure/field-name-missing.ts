import type { Field } from "../../connector/fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const fieldNameMissing = defineRule({
  id: "structure/field-name-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every field a name.",
    why: "The name is the key of the field's value: nothing can be entered into a field without one, or read from it.",
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
      {
        name: "what an array of strings has no use for",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: 'array', of: 'string', properties: [{ type: 'string' }] }] } } } }
        `,
      },
      {
        name: "other data in an object definition",
        source: ruby`
          {
            object_definitions: { errors: { fields: ->(_c) { [{ key: 'code', text: 'Code' }] } } },
            actions: { a: { output_fields: ->(od) { od['errors'].map { |one| { name: one['key'], label: one['text'] } } } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      if (field.name || field.isToggle || !field.isUsed || !field.uses.every(isSure)) return;
      const property = field.get("name");
      if (!property) {
        if (field.uses.every((use) => !use.has("name"))) context.report("missing", field, []);
      } else if (property.value.kind === "string" && property.value.text === "") {
        context.report("empty", property, []);
      }
    },
  }),
});

/** Whether it is surely a field as it stands there; the fields in a list of scalars are nobody's. */
function isSure({ closed, conditional, isToggle, list: { parent } }: Field): boolean {
  if (!closed || conditional || isToggle) return false;
  if (!parent) return true;
  const type = parent.text("type");
  return type === "object" || (type === "array" && (!parent.has("of") || parent.text("of") === "object"));
}
