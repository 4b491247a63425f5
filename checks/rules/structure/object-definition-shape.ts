import { createDslHash } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const objectDefinitionShape = defineRule({
  id: "structure/object-definition-shape",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Makes each object definition a hash with a `fields` lambda.",
    why: "A definition is looked up through `fields`; without it the lookup raises an exception.",
    remedy:
      "Write the definition as `{ fields: lambda { |connection, config_fields, object_definitions| [...] } }`.",
    sources: [pages.objectDefinitions, pages.gem],
  },
  messages: {
    fields: (name: string) => `Object definition \`${name}\` has no \`fields\`.`,
    bare: (name: string) => `Object definition \`${name}\` is not a hash with \`fields\`.`,
  },
  examples: {
    bad: [
      {
        name: "a bare lambda",
        source: ruby`
          { object_definitions: { invoice: ->(c, f, od) { [] } } }
                                  ^^^^^^^^ bare
        `,
      },
      {
        name: "a hash without fields",
        source: ruby`
          { object_definitions: { invoice: { field: ->(c, f, od) { [] } } } }
                                  ^^^^^^^^ fields
        `,
      },
    ],
    good: [
      { name: "fields", source: ruby`{ object_definitions: { invoice: { fields: ->(c, f, od) { [] } } } }` },
      { name: "a definition from elsewhere", source: ruby`{ object_definitions: { invoice: shared } }` },
    ],
  },
  create: (context) => ({
    end() {
      const { objectDefinitions, facts } = context.connector;
      const { property } = objectDefinitions;
      if (!property) return;
      const section = createDslHash(property.value, property.path, property.span);
      for (const key of section.keys) {
        const entry = section.get(key)!;
        const { kind } = entry.value;
        const definition = createDslHash(entry.value, entry.path, entry.span);
        // Nothing is lost with one that nobody asks for; and the documentation has samples with a bare lambda.
        const isSure = facts.textCounts.has(key) && kind !== "lambda";
        const options = isSure ? {} : ({ severity: "warning" } as const);
        if (definition.hash) {
          if (definition.closed && !definition.has("fields")) context.report("fields", entry, [key], options);
        } else if (isLiteral(kind)) {
          context.report("bare", entry, [key], options);
        }
      }
    },
  }),
});

function isLiteral(kind: string): boolean {
  return ["lambda", "array", "string", "symbol", "number", "boolean"].includes(kind);
}
