import { exactItems } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const propertiesOnScalar = defineRule({
  id: "structure/properties-on-scalar",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives properties only to objects, and to arrays of objects.",
    why: "On a field of any other type they are ignored.",
    remedy: "Make the field an object, or an array of objects, or remove the properties.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    type: (type: string) => `The field has \`properties\`, but its type is \`${type}\`.`,
    of: (of: string) => `The field has \`properties\`, but is an array of \`${of}\`.`,
    untyped: () => "The field has `properties`, but no `type`.",
  },
  examples: {
    bad: [
      {
        name: "no type",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }] }] } } } }
                                                                       ^^^^^^^^^^^ untyped
        `,
        fixed: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', properties: [{ name: 'id' }], type: 'object' }] } } } }
        `,
      },
      {
        name: "a string, and an array of strings",
        source: ruby`
          {
            actions: {
              a: {
                output_fields: ->(_od) {
                  [
                    { name: 'owner', type: 'string', properties: [{ name: 'id' }] },
                                                     ^^^^^^^^^^^ type
                    { name: 'tags', type: 'array', of: 'string', properties: [{ name: 'id' }] }
                                                                 ^^^^^^^^^^^ of
                  ]
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an object",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'o', type: :object, properties: [{ name: 'id' }] }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      const property = field.get("properties");
      if (!property || property.value.kind === "nil" || !field.uses.every((use) => use.closed)) return;
      if (exactItems(property.value)?.length === 0) return;
      const type = field.text("type");
      if (type === null) {
        if (field.uses.some((use) => use.has("type"))) return;
        const edits = addEntry(
          field.node,
          field.has("of") ? "type: 'array'" : "type: 'object'",
          context.source,
        );
        const fix = { title: "Make the field an object", edits };
        context.report("untyped", property, [], edits.length > 0 ? { fix } : {});
      } else if (type === "array") {
        const of = field.text("of");
        if (of !== null && of !== "object") context.report("of", property, [of]);
      } else if (type !== "object") {
        context.report("type", property, [type]);
      }
    },
  }),
});
