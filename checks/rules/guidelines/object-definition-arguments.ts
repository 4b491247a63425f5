import { defineRule, ruby } from "../../engine/rule.ts";

export const objectDefinitionArguments = defineRule({
  id: "guidelines/object-definition-arguments",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Declares the arguments of an object definition's `fields`, used or not.",
    why: "The arguments decide whether the schema is dynamic; adding them later changes it for recipes that run.",
    remedy: "Declare them from the start: `fields: lambda do |_connection, _config_fields|`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/object_definitions.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    none: (name: string) => `The \`fields\` of the object definition \`${name}\` declare no arguments.`,
  },
  examples: {
    bad: [
      {
        name: "no arguments",
        source: ruby`
          {
            object_definitions: {
              lead: {
                fields: lambda do
                ^^^^^^^ none
                  [{ name: 'id' }]
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "arguments that are not used",
        source: ruby`{ object_definitions: { lead: { fields: lambda { |_connection, _config_fields| [] } } } }`,
      },
    ],
  },
  create: (context) => ({
    objectDefinition(definition) {
      const fields = definition.get("fields");
      const lambda = definition.lambda("fields");
      if (!fields || !lambda) return;
      const { required, optional, rest } = lambda.parameters;
      if (required.length + optional.length === 0 && !rest) context.report("none", fields, [definition.name]);
    },
  }),
});
