import { controlTypes, plainControl } from "../../connector/sdk-fields.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { replaceText } from "../../engine/hash-edits.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, onAttribute, ruby, type WrittenField } from "../../engine/rule.ts";
import { type Node, spanOf } from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";
import { addedAttributes } from "../../text/edits.ts";
import { checkboxToggle } from "../../text/toggles.ts";
import { slipOf } from "../../yaml/nearest.ts";
import { usesWith } from "./real-uses.ts";

const documented: ReadonlyMap<string, string> = new Map([
  ["multi-select", "multiselect"],
  ["multi_select", "multiselect"],
  ["textarea", "text-area"],
  ["text_area", "text-area"],
  ["plain_text", "plain-text"],
  ["boolean", "checkbox"],
  ["datetime", "date_time"],
  ["date-time", "date_time"],
  ["timestamp", "date_time"],
  ["dropdown", "select"],
  ["string", "text"],
]);

/** What the documentation calls the default, and samples use: it is shown as a text. */
const fallback = "string";

export const unknownControlType = defineRule({
  id: "structure/unknown-control-type",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives fields documented controls only.",
    why: "The recipe editor shows plain text, or nothing, for a control that it does not know.",
    remedy: "Use one of the documented values of `control_type`.",
    sources: [pages.schema],
  },
  options: {
    allow: {
      kind: "strings",
      default: ["form-schema-builder", "static-list", "nested_fields", "csv-designer"],
      summary: "Controls that the recipe editor knows although they are not documented.",
    },
  },
  messages: {
    unknown: (control: string, hint: string) =>
      `\`${control}\` is not in the documented list of control types${hint}.`,
  },
  examples: {
    bad: [
      {
        name: "another spelling",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'textarea' }] } } } }
                                                                                    ^^^^^^^^^^ unknown
        `,
        fixed: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'text-area' }] } } } }
        `,
      },
      {
        name: "a slip of the keyboard",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'phonee' }] } } } }
                                                                                    ^^^^^^^^ unknown
        `,
        fixed: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', control_type: 'phone' }] } } } }
        `,
      },
      {
        name: "a type instead of a control",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', type: 'boolean', control_type: 'boolean' }] } } } }
                                                                                                   ^^^^^^^^^ unknown
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'vip', toggle_hint: 'Select from list', toggle_field: { name: 'vip', label: 'Vip', type: 'boolean', control_type: 'text', toggle_hint: 'Use custom value' }, type: 'boolean', control_type: 'checkbox' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "a control that is replaced wherever the field is used",
        source: ruby`
          {
            actions: { a: { input_fields: ->(od) { od['lead'].map { |field| field.merge('control_type' => 'text') } } } },
            object_definitions: { lead: { fields: -> { [{ name: 't', control_type: 'money' }] } } }
          }
        `,
      },
      {
        name: "documented controls, also with a size",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'x', control_type: 'small-text' }, { name: 'y', control_type: :'text-area' }]
                }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["control_type"], (field, property) => {
      for (const value of alternatives(property.value)) {
        const control = textOf(value);
        if (control === null || control === "") continue;
        const plain = plainControl(control);
        if (controlTypes.has(plain) || context.options.allow.includes(plain)) continue;
        if (usesWith(field, "control_type", control).length === 0) continue;
        const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
        const better = documented.get(control.toLowerCase()) ?? slipOf(plain, controlTypes.keys());
        const edits = better ? editsFor(field, value.node, better, context.source) : [];
        const fix = { title: `Use \`${better}\``, edits };
        // Nothing is entered into outputs and groups, so that their control hardly matters.
        const isEntered =
          (field.isInput || field.isConfig || field.isConnection) && field.text("type") !== "object";
        context.report("unknown", place, [control, better ? `; \`${better}\` is` : ""], {
          ...(isEntered && control !== fallback ? {} : { severity: "notice" }),
          ...(edits.length > 0 ? { fix } : {}),
        });
      }
    }),
  }),
});

/**
 * A list or a checkbox that users see needs a toggle, too: checkboxes get one, and of lists too much is missing for a
 * fix.
 */
function editsFor(
  field: WrittenField,
  node: Node | null,
  control: string,
  source: SourceText,
): readonly Edit[] {
  const edits = replaceText(node, control, source);
  const isChoice = /^(?:select|multiselect|checkbox)$/u.test(control);
  const isEntered = field.isInput || field.isConfig || field.isConnection;
  if (edits.length === 0 || !isChoice || !isEntered || field.has("toggle_field") || field.isToggle)
    return edits;
  if (control !== "checkbox" || field.isConfig || field.isConnection) return [];
  const toggle = checkboxToggle(field);
  const added = toggle === null ? null : addedAttributes(source, field, ...toggle);
  return added ? [...edits, added] : [];
}
