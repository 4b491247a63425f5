import { converters } from "../../connector/sdk-fields.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

const forInput = ["convert_input", "render_input"];
const forOutput = ["convert_output", "parse_output"];

export const unknownConverter = defineRule({
  id: "structure/unknown-converter",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names only converters that there are.",
    why: "The SDK raises an exception for a converter that is neither its own nor a method of the connector.",
    remedy: "Use one of the built-in converters, or add the method to `methods`.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    unknown: (attribute: string, name: string) =>
      `\`${name}\` of \`${attribute}\` is neither a built-in converter nor an entry of \`methods\`.`,
  },
  examples: {
    bad: [
      {
        name: "a converter of another name",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'n', convert_input: 'int_conversion' }] } } } }
                                                                                 ^^^^^^^^^^^^^^^^ unknown
        `,
      },
    ],
    good: [
      {
        name: "a built-in converter, and a method",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'n', convert_input: 'integer_conversion', convert_output: :as_text }]
                }
              }
            },
            methods: { as_text: ->(value) { value.to_s } }
          }
        `,
      },
      {
        name: "a converter that the action replaces",
        source: ruby`
          {
            actions: {
              a: { input_fields: ->(od) { od['x'].map { |f| f.merge('convert_input' => 'integer_conversion') } } }
            },
            object_definitions: { x: { fields: ->(_c, _f) { [{ name: 'n', convert_input: 'int' }] } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute([...forInput, ...forOutput], (field, property) => {
      const { methods } = context.connector;
      if (!methods.closed) return;
      const attribute = property.key;
      for (const value of alternatives(property.value)) {
        const name = textOf(value);
        if (!name || converters.has(name) || methods.has(name)) continue;
        const isEverywhere = field.uses.every((use) =>
          alternatives(use.value(attribute)).some((one) => textOf(one) === name),
        );
        if (!isEverywhere) continue;
        const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
        // An output is not converted as an input, and the SDK converts nothing by way of a toggle.
        const isConverted = forInput.includes(attribute) ? field.isInput || field.isConfig : field.isOutput;
        const isRun = isConverted && !field.isToggle;
        context.report("unknown", place, [attribute, name], isRun ? {} : { severity: "warning" });
      }
    }),
  }),
});
