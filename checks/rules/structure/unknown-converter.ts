import { converters } from "../../connector/sdk.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

/** The attributes, and whether they are for inputs. */
const attributes = [
  ["convert_input", true],
  ["convert_output", false],
  ["render_input", true],
  ["parse_output", false],
] as const;

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
    field(field) {
      const { methods } = context.connector;
      if (!methods.closed) return;
      for (const [attribute, isForInput] of attributes) {
        const property = field.get(attribute);
        if (!property) continue;
        for (const value of alternatives(property.value)) {
          const name = textOf(value);
          if (!name || converters.has(name) || methods.has(name)) continue;
          if (
            !field.uses.every((use) =>
              alternatives(use.get(attribute)?.value).some((one) => textOf(one) === name),
            )
          )
            continue;
          const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
          // An output is not converted as an input, and the SDK converts nothing by way of a toggle.
          const isRun = (isForInput ? field.isInput || field.isConfig : field.isOutput) && !field.isToggle;
          context.report("unknown", place, [attribute, name], isRun ? {} : { severity: "warning" });
        }
      }
    },
  }),
});
