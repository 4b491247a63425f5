import type { Field } from "../../connector/fields.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import type { Node } from "../../ruby/nodes.ts";

export const duplicateFieldName = defineRule({
  id: "structure/duplicate-field-name",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives the fields of a list names of their own.",
    why: "Of two fields of one name, one overwrites the other's value.",
    remedy: "Rename one of the fields, or remove it.",
    sources: [pages.schema],
  },
  messages: { repeated: (name: string) => `The list has a field \`${name}\` before this one.` },
  examples: {
    bad: [
      {
        name: "two fields of one name",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id' }, { name: 'id', label: 'ID' }] } } } }
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated
        `,
      },
    ],
    good: [
      {
        name: "fields that are never shown together",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od, _c, config) {
                  [
                    config['x'] ? { name: 'id' } : { name: 'id', optional: false },
                    { name: 'kind', ngIf: 'input.a' },
                    { name: 'kind', ngIf: 'input.b' }
                  ]
                }
              }
            }
          }
        `,
      },
      {
        name: "a toggle of the field's name",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', toggle_field: { name: 'id' } }] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    // One literal may be in many lists; it is reported once.
    const reported = new Set<Node>();
    return {
      fieldList(list) {
        const first = new Map<string, Field>();
        for (const field of list.fields) {
          if (field.conditional || field.name === null || field.has("ngIf")) continue;
          const before = first.get(field.name);
          if (!before) {
            first.set(field.name, field);
          } else if (field.node && field.node !== before.node && !reported.has(field.node)) {
            reported.add(field.node);
            const related = [{ span: before.span, message: `The field \`${field.name}\` before it.` }];
            context.report("repeated", field, [field.name], { related });
          }
        }
      },
    };
  },
});
