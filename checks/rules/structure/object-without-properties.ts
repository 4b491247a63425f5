import { exactItems, textOf } from "../../connector/value.ts";
import type { Field } from "../../connector/fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

/** Attributes with which the platform, or the user, adds the properties. */
const dynamic = ["extends_schema", "schema_neutral", "pick_list", "sample_data_type"];

export const objectWithoutProperties = defineRule({
  id: "structure/object-without-properties",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Lists the properties of objects, and of the items of arrays of objects.",
    why: "Without them the group shows no inputs, and offers no datapills.",
    remedy: "Add `properties:` with the nested fields.",
    sources: [pages.schema],
  },
  messages: {
    missing: () => "The field is an object, but has no `properties`.",
    items: () => "The field is an array of objects, but has no `properties`.",
    empty: () => "The field's `properties` are empty.",
  },
  examples: {
    bad: [
      {
        name: "an object and an array without properties",
        source: ruby`
          {
            actions: {
              a: {
                output_fields: ->(_od) {
                  [{ name: 'owner', type: 'object' }, { name: 'rows', type: 'array', of: 'object' }]
                                    ^^^^^ missing
                                                                      ^^^^^ items
                }
              }
            }
          }
        `,
      },
      {
        name: "no properties",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'owner', type: 'object', properties: [] }] } } } }
                                                                                       ^^^^^^^^^^^ empty
        `,
      },
    ],
    good: [
      {
        name: "properties from a definition",
        source: ruby`
          {
            actions: {
              a: { output_fields: ->(od) { [{ name: 'owner', type: 'object', properties: od['user'] }] } }
            },
            object_definitions: { user: { fields: ->(_c, _f) { [{ name: 'id' }] } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["type"], (field, type) => {
      // Most fields are texts, which takes less time to see.
      const kind = textOf(type.value);
      if ((kind !== "object" && kind !== "array") || !isObject(field)) return;
      if (!field.uses.every((use) => use.closed && isObject(use))) return;
      if (field.text("control_type") !== null || dynamic.some((key) => field.has(key))) return;
      const properties = field.get("properties");
      if (!properties) {
        if (field.uses.some((use) => use.has("properties"))) return;
        context.report(field.text("type") === "array" ? "items" : "missing", type, []);
      } else if (field.uses.every((use) => exactItems(use.value("properties"))?.length === 0)) {
        context.report("empty", properties, []);
      }
    }),
  }),
});

function isObject(field: Field): boolean {
  const type = field.text("type");
  return type === "object" || (type === "array" && field.text("of") === "object");
}
