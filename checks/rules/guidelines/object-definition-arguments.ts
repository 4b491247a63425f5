import type { Edit } from "../../engine/finding.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { BlockParametersNode, callableOf, type CallNode, LambdaNode, spanOf } from "../../ruby/nodes.ts";

export const objectDefinitionArguments = defineRule({
  id: "guidelines/object-definition-arguments",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
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
        fixed: ruby`
          {
            object_definitions: {
              lead: {
                fields: lambda do |_connection, _config_fields, _object_definitions|
                  [{ name: 'id' }]
                end
              }
            }
          }
        `,
      },
      {
        name: "no arguments of arrow lambdas",
        source: ruby`
          {
            'object_definitions' => {
              'lead' => { 'fields' => -> { [{ name: 'id' }] } },
                          ^^^^^^^^ none
              'owner' => { 'fields' => ->() { [{ name: 'id' }] } },
                           ^^^^^^^^ none
              'tag' => { 'fields' => lambda { [{ name: 'id' }] } }
                         ^^^^^^^^ none
            }
          }
        `,
        fixed: ruby`
          {
            'object_definitions' => {
              'lead' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'owner' => { 'fields' => ->(_connection, _config_fields, _object_definitions) { [{ name: 'id' }] } },
              'tag' => { 'fields' => lambda { |_connection, _config_fields, _object_definitions| [{ name: 'id' }] } }
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
      if (required.length + optional.length > 0 || rest) return;
      const edits = declared(lambda.value.node);
      const fix = { title: "Declare the arguments", edits };
      context.report("none", fields, [definition.name], edits.length > 0 ? { fix } : {});
    },
  }),
});

const names = "_connection, _config_fields, _object_definitions";

/** Puts parameters into a lambda that has none: after `->`, or after the `do` or brace of its block. */
function declared(node: LambdaNode | CallNode): Edit[] {
  const callable = callableOf(node);
  if (!callable) return [];
  if (callable.parameters) {
    const isEmpty = callable.parameters instanceof BlockParametersNode && !callable.parameters.parameters;
    return isEmpty
      ? [
          {
            span: spanOf(callable.parameters),
            text: callable instanceof LambdaNode ? `(${names})` : `|${names}|`,
          },
        ]
      : [];
  }
  if (callable instanceof LambdaNode) {
    const { end } = callable.operatorLoc;
    return [{ span: { start: end, end }, text: `(${names})` }];
  }
  const { end } = callable.openingLoc;
  return [{ span: { start: end, end }, text: ` |${names}|` }];
}
