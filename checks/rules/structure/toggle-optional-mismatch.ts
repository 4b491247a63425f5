import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const toggleOptionalMismatch = defineRule({
  id: "structure/toggle-optional-mismatch",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  docs: {
    summary: "Makes a toggle as optional as its field.",
    why: "The SDK rejects a schema in which the toggle of a required field is optional.",
    remedy: "Give both the same `optional`.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    optional: () => "The toggle is optional, but its field is required.",
    required: () => "The toggle is required, but its field is optional.",
  },
  examples: {
    bad: [
      {
        name: "an optional toggle of a required field",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: true } }]
                                                                              ^^^^^^^^^ optional
                }
              }
            }
          }
        `,
        fixed: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `,
      },
      {
        name: "a required toggle of an optional field",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: true, toggle_field: { name: 'id', optional: false } }]
                                                                             ^^^^^^^^^ required
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "both the same",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', optional: false, toggle_field: { name: 'id', optional: false } }]
                }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["toggle_field"], (field) => {
      const property = field.toggle?.get("optional");
      const toggle = field.toggle?.flag("optional");
      if (!property || typeof toggle !== "boolean") return;
      if (!field.uses.every((use) => use.pristine && use.flag("optional") === !toggle)) return;
      const fix = {
        title: "Make the toggle as optional as its field",
        edits: [{ span: property.valuePlace.span, text: String(!toggle) }],
      };
      const parent = field.get("optional") ?? field;
      const related = [{ span: parent.span, message: "The field that the toggle is of." }];
      // The SDK lets a required toggle of an optional field pass.
      if (!toggle) context.report("required", property, [], { fix, related, severity: "warning" });
      else if (field.isUsed && !field.isConnection)
        context.report("optional", property, [], { fix, related });
      else context.report("optional", property, [], { fix, related, severity: "warning" });
    }),
  }),
});
