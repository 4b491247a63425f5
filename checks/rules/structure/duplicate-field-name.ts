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
        name: "fields of a definition of which each use takes one",
        source: ruby`
          {
            object_definitions: { lead: { fields: -> { [{ name: 'id', for: 'new' }, { name: 'id', for: 'old' }] } } },
            actions: {
              a: {
                input_fields: ->(od) { od['lead'].select { |field| field['for'] == 'new' } },
                output_fields: ->(od) { od['lead'].uniq { |field| field['name'] } }
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
    /** The fields that operations and the connection show: their lists count, not the definitions that they are from. */
    const used = new Set<Node>();
    const inDefinitions = new Map<Node, readonly [Field, Field]>();
    return {
      fieldList(list) {
        const isDefinition = list.role === "definition";
        if (list.fields.length < 2 && (isDefinition || inDefinitions.size === 0)) return;
        const first = new Map<string, Field>();
        for (const field of list.fields) {
          const { node } = field;
          // Definitions come first.
          if (inDefinitions.size > 0 && !isDefinition && node) used.add(node);
          if (field.conditional || !field.name || field.has("ngIf")) continue;
          const before = first.get(field.name);
          if (!before) first.set(field.name, field);
          else if (!node || node === before.node) continue;
          else if (isDefinition) inDefinitions.set(node, [field, before]);
          else report(node, inDefinitions.get(node)?.[0] ?? field, before);
        }
      },
      end() {
        for (const [node, [field, before]] of inDefinitions) {
          const isUsed = used.has(node) || (before.node !== null && used.has(before.node));
          if (!isUsed) report(node, field, before);
        }
      },
    };

    function report(node: Node, field: Field, before: Field): void {
      if (reported.has(node)) return;
      reported.add(node);
      const related = [{ span: before.span, message: `The field \`${before.name}\` before it.` }];
      context.report("repeated", field, [before.name ?? ""], { related });
    }
  },
});
