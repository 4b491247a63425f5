import { controlTypes, plainControl } from "../../connector/sdk.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { replaceText } from "../../engine/hash-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

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
    unknown: (control: string) => `\`${control}\` is not a documented value of \`control_type\`.`,
  },
  examples: {
    bad: [
      {
        name: "another spelling",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'tags', control_type: 'multi-select' }] } } } }
                                                                                   ^^^^^^^^^^^^^^ unknown
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'tags', control_type: 'multiselect' }] } } } }
        `,
      },
    ],
    good: [
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
    field(field) {
      const property = field.get("control_type");
      for (const value of alternatives(property?.value)) {
        const control = textOf(value);
        if (!property || control === null || control === "") continue;
        const plain = plainControl(control);
        if (controlTypes.has(plain) || context.options.allow.includes(plain)) continue;
        const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
        const better = documented.get(control.toLowerCase());
        const edits = better ? replaceText(value.node, better) : [];
        const fix = { title: `Use \`${better}\``, edits };
        // Nothing is entered into outputs, so that their control hardly matters.
        const isEntered = field.isInput || field.isConfig || field.isConnection;
        context.report("unknown", place, [control], {
          ...(isEntered ? {} : { severity: "notice" }),
          ...(edits.length > 0 ? { fix } : {}),
        });
      }
    },
  }),
});
