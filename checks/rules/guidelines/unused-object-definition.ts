import { createNameUses } from "../../connector/name-uses.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { argumentsOf, LocalVariableReadNode, SplatNode } from "../../ruby/nodes.ts";

const readers = new Set(["[]", "dig", "fetch", "values_at", "slice"]);

export const unusedObjectDefinition = defineRule({
  id: "guidelines/unused-object-definition",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses every object definition.",
    why: "A schema that no operation shows is reviewed and maintained for nothing, and soon is out of date.",
    remedy: "Remove the definition, or use it in the fields of an operation.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { unused: (name: string) => `Nothing uses the object definition \`${name}\`.` },
  examples: {
    bad: [
      {
        name: "a definition that nothing reads",
        source: ruby`
          {
            actions: { find: { output_fields: lambda { |object_definitions| object_definitions['lead'] } } },
            object_definitions: {
              lead: { fields: lambda { |_connection| [{ name: 'id' }] } },
              lead_v1: { fields: lambda { |_connection| [{ name: 'id' }] } }
              ^^^^^^^^ unused
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a definition chosen by the user",
        source: ruby`
          {
            actions: { find: { output_fields: lambda { |definitions, _c, config| definitions[config['object']] } } },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const uses = createNameUses();
    return {
      node: [
        onCall(readers, ({ node }) => {
          if (!(node.receiver instanceof LocalVariableReadNode)) return;
          for (const argument of argumentsOf(node)) {
            if (argument instanceof SplatNode) continue;
            const value = context.connector.evaluate(argument);
            const known = value.kind === "string" || value.kind === "symbol";
            // What is read from other variables matters only where it could be a definition.
            if (known || /def|schema|^od$/iu.test(node.receiver.name)) uses.add(value);
          }
        }),
      ],
      end() {
        const { objectDefinitions, facts } = context.connector;
        if (!objectDefinitions.closed) return;
        for (const definition of objectDefinitions.entries) {
          const { name } = definition;
          if (uses.mayUse(name) || (facts.textCounts.get(name) ?? 0) > 0) continue;
          context.report("unused", definition, [name]);
        }
      },
    };
  },
});
