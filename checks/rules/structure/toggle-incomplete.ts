import type { Field } from "../../connector/fields.ts";
import type { Value } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import { defineRule, onAttribute, type ReportOptions, ruby, type WrittenField } from "../../engine/rule.ts";

export const toggleIncomplete = defineRule({
  id: "structure/toggle-incomplete",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives a field with `toggle_field` a `toggle_hint`, and the toggle a `name` and a `type`.",
    why: "The SDK rejects the whole schema when one of the three is missing.",
    remedy: "Add what is missing; the toggle mostly has the name of its field.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    hint: () => "The field has a `toggle_field`, but no `toggle_hint`.",
    name: () => "The `toggle_field` has no `name`.",
    type: () => "The `toggle_field` has no `type`.",
  },
  examples: {
    bad: [
      {
        name: "a toggle without a type, and no hint",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_field: { name: 'id', control_type: 'text' } }]
                                 ^^^^^^^^^^^^^ hint
                                 ^^^^^^^^^^^^^ type
                }
              }
            }
          }
        `,
      },
      {
        name: "a toggle without a name",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { type: 'string' } }]
                                                        ^^^^^^^^^^^^^ name
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
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { type: 'string', name: 'id' } }]
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "all three",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'id', toggle_hint: 'Select', toggle_field: { name: 'id', type: 'string' } }]
                }
              }
            }
          }
        `,
      },
      {
        name: "an empty toggle, and one that the action completes",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(od) {
                  od['x'].map { |f| f.merge('toggle_field' => f['toggle_field'].merge('type' => 'string')) } +
                    [{ name: 'plain', toggle_field: {} }]
                }
              }
            },
            object_definitions: {
              x: { fields: ->(_c, _f) { [{ name: 'id', toggle_hint: 'Select', toggle_field: { name: 'id' } }] } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      attribute: onAttribute(["toggle_field"], (field, property) => {
        const { toggle } = field;
        if (!toggle) return;
        const isChecked = (field.isInput || field.isOutput || field.isConfig) && !field.isToggle;
        // Connection fields, what no operation uses, and toggles of toggles never pass the check that rejects them.
        const options: ReportOptions = isChecked ? {} : { severity: "warning" };
        if (field.uses.every((use) => toggleOf(use) && isMissing(use, "toggle_hint"))) {
          context.report("hint", property, [], options);
        }
        if (toggleLacks(field, "name")) {
          const canAdd = field.name !== null && !toggle.has("name");
          const edits = canAdd ? addEntry(toggle.node, `name: '${field.name}'`, context.source) : [];
          context.report("name", property, [], withFix(options, "Give the toggle the field's name", edits));
        }
        if (toggleLacks(field, "type")) {
          const edits = toggle.has("type") ? [] : addEntry(toggle.node, "type: 'string'", context.source);
          context.report("type", property, [], withFix(options, "Make the toggle a string", edits));
        }
      }),
    };

    function withFix(
      options: ReportOptions,
      title: string,
      edits: ReturnType<typeof addEntry>,
    ): ReportOptions {
      return edits.length > 0 ? { ...options, fix: { title, edits } } : options;
    }
  },
});

function toggleLacks(field: WrittenField, key: string): boolean {
  return field.uses.every((use) => {
    const toggle = toggleOf(use);
    return toggle !== undefined && isMissing(toggle, key);
  });
}

/** The toggle of a field; an empty one counts for none. */
function toggleOf({ toggle }: Field): Field | undefined {
  return toggle && toggle.closed && toggle.hash.entries.size === 0 ? undefined : toggle;
}

function isMissing(field: Field, key: string): boolean {
  const property = field.get(key);
  return property ? isBlank(property.value) : field.closed;
}

function isBlank(value: Value): boolean {
  return value.kind === "nil" || (value.kind === "string" && value.text.trim() === "");
}
