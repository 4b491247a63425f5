import { fieldTypes } from "../../connector/sdk-fields.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { replaceText } from "../../engine/hash-edits.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";
import { usesWith } from "./real-uses.ts";

const documented: ReadonlyMap<string, string> = new Map([
  ["int", "integer"],
  ["long", "integer"],
  ["float", "number"],
  ["double", "number"],
  ["decimal", "number"],
  ["numeric", "number"],
  ["datetime", "date_time"],
  ["date-time", "date_time"],
  ["bool", "boolean"],
  ["text", "string"],
  ["str", "string"],
  ["hash", "object"],
  ["list", "array"],
]);

/** The type of a field that takes a file in parts, from the guides to uploads. */
const streamType = "stream";

export const unknownFieldType = defineRule({
  id: "structure/unknown-field-type",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives fields documented types only.",
    why: "The SDK takes any other type for a string.",
    remedy:
      "Use one of string, integer, number, date_time, date, timestamp, boolean, object, array and, for files, stream.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    unknown: (key: string, type: string, hint: string) =>
      `\`${type}\` is not a documented value of \`${key}\`${hint}.`,
  },
  examples: {
    bad: [
      {
        name: "a short form",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'int' }] } } } }
                                                                            ^^^^^ unknown
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'integer' }] } } } }
        `,
      },
      {
        name: "a slip of the keyboard",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'count', type: 'intger' }] } } } }
                                                                            ^^^^^^^^ unknown
        `,
      },
      {
        name: "an array of arrays",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'rows', type: 'array', of: :array }] } } } }
                                                                                         ^^^^^^ unknown
        `,
      },
    ],
    good: [
      {
        name: "a type that is replaced wherever the field is used, and an empty one",
        source: ruby`
          {
            actions: { a: { input_fields: ->(od) { od['lead'].map { |field| field.merge('type' => 'number') } } } },
            object_definitions: { lead: { fields: -> { [{ name: 'price', type: 'money' }] } } },
            triggers: { t: { output_fields: -> { [{ name: 'x', type: '' }] } } }
          }
        `,
      },
      {
        name: "a file that is uploaded in parts",
        source: ruby`{ actions: { a: { input_fields: ->(_od) { [{ name: 'file', type: 'stream' }] } } } }`,
      },
      {
        name: "documented types, also as symbols",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'x', type: :array, of: 'string' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["type", "of"], (field, property) => {
      const { key } = property;
      for (const value of alternatives(property.value)) {
        const type = textOf(value);
        if (type === null || (fieldTypes.has(type) && !(key === "of" && type === "array"))) continue;
        if (type === "" || (key === "type" && type === streamType) || usesWith(field, key, type).length === 0)
          continue;
        const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
        const better =
          documented.get(type.toLowerCase()) ??
          (fieldTypes.has(type.toLowerCase()) ? type.toLowerCase() : null);
        const edits = better && better !== type ? replaceText(value.node, better, context.source) : [];
        const near = better ?? slipOf(type, fieldTypes);
        const hint = near === null || near === type ? "" : `; \`${near}\` is`;
        const fix = { title: `Use \`${better}\``, edits };
        context.report("unknown", place, [key, type, hint], edits.length > 0 ? { fix } : {});
      }
    }),
  }),
});
