import { createNameUses } from "../../connector/name-uses.ts";
import type { Lambda } from "../../connector/connector.ts";
import { defineRule, onCall, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  LocalVariableReadNode,
  type Node,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";

const readers = new Set(["[]", "dig", "fetch", "values_at", "slice"]);
/** What other variables that hold the definitions are called. */
const named = /def|schema|^od$/iu;

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
        name: "a definition with the name of a field",
        source: ruby`
          {
            actions: { find: { output_fields: lambda { |object_definitions| object_definitions['lead'] } } },
            object_definitions: {
              lead: { fields: lambda { |_connection| [{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }] } },
              owner: { fields: lambda { |_connection| [{ name: 'id' }] } }
              ^^^^^^ unused
            }
          }
        `,
      },
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
        name: "definitions by other names, or handed on as a whole",
        source: ruby`
          {
            actions: {
              find: { output_fields: lambda { |all, _c, config| call('pick', all, config['object']) } },
              list: { output_fields: lambda { |all| all.values.flatten } }
            },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } },
            methods: { pick: lambda { |all, name| all[name] } }
          }
        `,
      },
      {
        name: "a definition by a name that is kept, from a parameter of any name",
        source: ruby`
          {
            actions: { find: { output_fields: lambda { |o, _c, config| o[config['object']] } } },
            object_definitions: { lead: { fields: lambda { |_connection| [{ name: 'id' }] } } }
          }
        `,
      },
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
    /** What is read by name from other variables. */
    const elsewhere = new Set<string>();
    let anyComputed = false;
    let handedOn = false;
    let all = false;
    /** The lambda that is looked at, and its parameter; to ask again for each variable would take too long. */
    let within: { readonly lambda: Lambda | null; readonly definitions: string | undefined } | undefined;
    return {
      node: [
        onCall(readers, ({ node, lambda }) => {
          const { receiver } = node;
          const isOwn = receiver instanceof LocalVariableReadNode && receiver.name === definitionsOf(lambda);
          for (const argument of argumentsOf(node)) {
            const isLiteral = argument instanceof StringNode || argument instanceof SymbolNode;
            if (isOwn || isNamed(receiver) || (isLiteral && !lambda)) {
              uses.add(context.connector.evaluate(argument));
            } else if (isLiteral) {
              elsewhere.add(argument.unescaped);
            } else {
              anyComputed = true;
            }
          }
        }),
        onNode(LocalVariableReadNode, ({ node, parent, lambda }) => {
          if (within?.lambda !== lambda) within = { lambda, definitions: definitionsOf(lambda) };
          if (node.name !== within.definitions) return;
          if (!(parent instanceof CallNode && parent.receiver === node)) handedOn = true;
          else if (!readers.has(parent.name)) all = true;
        }),
      ],
      end() {
        const { objectDefinitions, facts, lambdas } = context.connector;
        handedOn ||= lambdas.some(hasOddParameters);
        // Who gets the definitions as a whole may read any of them by a name that is computed.
        if (!objectDefinitions.closed || all || (handedOn && anyComputed)) return;
        for (const definition of objectDefinitions.entries) {
          const { name } = definition;
          if (uses.mayUse(name)) continue;
          // Only who is handed them may read a definition by another variable, or by a name from elsewhere.
          if (handedOn && (elsewhere.has(name) || (facts.textCounts.get(name) ?? 0) > 0)) continue;
          context.report("unused", definition, [name]);
        }
      },
    };
  },
});

/** Whether a variable is called as one that holds the definitions. */
function isNamed(receiver: Node | null): boolean {
  return receiver instanceof LocalVariableReadNode && named.test(receiver.name);
}

/** Whether a lambda may get the definitions in another way than by its parameters in order. */
function hasOddParameters({ key, parameters }: Lambda): boolean {
  return key.endsWith("fields") && (parameters.rest || parameters.optional.length > 0);
}

/** The name of the parameter by which a lambda gets the definitions. */
function definitionsOf(lambda: Lambda | null): string | undefined {
  if (!lambda) return undefined;
  const { owner, key, parameters } = lambda;
  if (owner === "objectDefinition") return parameters.required[2] ?? undefined;
  if (owner !== "action" && owner !== "trigger") return undefined;
  return key.endsWith("_fields") ? (parameters.required[0] ?? undefined) : undefined;
}
