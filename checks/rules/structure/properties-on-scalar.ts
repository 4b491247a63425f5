import type { Field } from "../../connector/fields.ts";
import { controlTypes, fieldTypes, plainControl } from "../../connector/sdk-fields.ts";
import { exactItems } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

const scalars = new Set([...fieldTypes].filter((type) => type !== "object" && type !== "array"));
/** What these controls make of properties is their own. */
const designers = new Set(["key_value", "schema-designer"]);

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
      {
        name: "a control that has properties by itself",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'headers', control_type: 'key_value', properties: [{ name: 'key' }, { name: 'value' }] }]
                }
              }
            }
          }
        `,
      },
      {
        name: "a field that the action makes an object",
        source: ruby`
          {
            actions: { a: { output_fields: ->(od) { od['x'].map { |f| f.merge('type' => 'object') } } } },
            object_definitions: {
              x: { fields: ->(_c, _f) { [{ name: 'o', type: 'string', properties: [{ name: 'id' }] }] } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["properties"], (field, property) => {
      if (!field.uses.every(hasIdleProperties)) return;
      const type = field.text("type");
      if (type === null) {
        // That a toggle has no type is told by a rule of its own.
        if (field.isToggle) return;
        const edits = addEntry(
          field.node,
          field.has("of") ? "type: 'array'" : "type: 'object'",
          context.source,
        );
        const fix = { title: "Make the field an object", edits };
        context.report("untyped", property, [], edits.length > 0 ? { fix } : {});
      } else if (type === "array") {
        context.report("of", property, [field.text("of")!]);
      } else {
        context.report("type", property, [type]);
      }
    }),
  }),
});

/** Whether the field has properties, which its type surely does not use. */
function hasIdleProperties(field: Field): boolean {
  const properties = field.value("properties");
  if (!field.closed || !properties || properties.kind === "nil" || exactItems(properties)?.length === 0)
    return false;
  const control = plainControl(field.text("control_type") ?? "");
  if (field.has("control_type") && (!controlTypes.has(control) || designers.has(control))) return false;
  const type = field.text(field.text("type") === "array" ? "of" : "type");
  return type === null ? !field.has("type") : scalars.has(type);
}
