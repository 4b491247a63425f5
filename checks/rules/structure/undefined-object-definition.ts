import type { Lambda, ObjectDefinition, Section } from "../../connector/connector.ts";
import { type DefinitionReference, lookups } from "../../connector/definition-references.ts";
import { argumentsFor } from "../../connector/sdk-keys.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { relatedEntry } from "../../engine/related-entry.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  callableOf,
  CallNode,
  isVariable,
  nodesIn,
  RescueModifierNode,
  RescueNode,
  spanOf,
} from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";
import { createDefinitionLookups } from "./definition-lookups.ts";

export const undefinedObjectDefinition = defineRule({
  id: "structure/undefined-object-definition",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses only object definitions that there are.",
    why: "Looking up any other name raises an exception, so the step's fields cannot be shown.",
    remedy: "Correct the name, or add the definition to `object_definitions`.",
    sources: [pages.objectDefinitions, pages.gem],
  },
  messages: {
    typo: (name: string, near: string) =>
      `\`object_definitions\` has no entry \`${name}\`; the nearest name is \`${near}\`.`,
    undefined: (name: string) =>
      `\`object_definitions\` has no entry \`${name}\`, so looking it up raises an exception.`,
  },
  examples: {
    bad: [
      {
        name: "a misspelt name, under a parameter of any name",
        source: ruby`
          {
            actions: { a: { input_fields: ->(od) { od['invoce'] } } },
                                                      ^^^^^^^^ typo
            object_definitions: { invoice: { fields: ->(_c, _f) { [] } } }
          }
        `,
      },
      {
        name: "a definition that needs one that is not there",
        source: ruby`
          { object_definitions: { invoice: { fields: ->(_c, _f, od) { od['line_items'] } } } }
                                                                         ^^^^^^^^^^^^ undefined
        `,
      },
    ],
    good: [
      {
        name: "a defined name",
        source: ruby`
          {
            actions: { a: { input_fields: ->(od) { od[:invoice].only('id') } } },
            object_definitions: { 'invoice' => { fields: ->(_c, _f) { [] } } }
          }
        `,
      },
      {
        name: "a block's own variable of that name",
        source: ruby`
          { actions: { a: { input_fields: ->(od) { [{}].map { |od| od['x'] } } } } }
        `,
      },
      {
        name: "definitions that may be missing, or are added on the way",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(od) { od.key?('order') ? od['order'] : od['invoice'] },
                output_fields: lambda do |od|
                  od = od.merge('total' => [{ name: 'amount' }])
                  od['invoice'] + od['total']
                end
              },
              b: {
                input_fields: ->(od) { od['order'] rescue od['invoice'] },
                output_fields: lambda do |od|
                  begin
                    od['order']
                  rescue StandardError
                    od['invoice']
                  end
                end
              }
            },
            object_definitions: { invoice: { fields: ->(_c, _f) { [] } } }
          }
        `,
      },
      {
        name: "another argument under the parameter of the definitions",
        source: ruby`
          { actions: { a: { input_fields: ->(connection) { connection['subdomain'] ? [] : [] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const references = context.shared(createDefinitionLookups);
    return {
      node: references.listeners,
      end() {
        const { objectDefinitions } = context.connector;
        if (objectDefinitions.closed)
          for (const reference of references.all()) check(reference, objectDefinitions);
      },
    };

    function check(
      { lambda, variable, names }: DefinitionReference,
      objectDefinitions: Section<ObjectDefinition>,
    ): void {
      for (const node of names) {
        const values = alternatives(context.connector.evaluate(node));
        for (const value of values) {
          const name = textOf(value);
          if (name === null || objectDefinitions.has(name) || !isPlain(lambda, variable.name)) continue;
          const place = { span: spanOf(value.node ?? node), path: lambda.path };
          const near = slipOf(
            name,
            objectDefinitions.entries.map((definition) => definition.name),
          );
          const related = relatedEntry(objectDefinitions, near, "object definition");
          // Of several names it is not known which are looked up, nor is it documented what configuration fields get.
          const isUnsure = values.length > 1 || lambda.key === "config_fields";
          const options = isUnsure ? ({ related, severity: "warning" } as const) : { related };
          if (near) context.report("typo", place, [name, near], options);
          else context.report("undefined", place, [name], options);
        }
      }
    }
  },
});

/** Whether a lambda does nothing with its definitions but look them up, and without provisions for missing ones. */
function isPlain(lambda: Lambda, variable: string): boolean {
  // A parameter with the name of another argument is told by a rule of its own.
  if (variable !== "object_definitions" && argumentsFor(lambda)?.includes(variable)) return false;
  const body = callableOf(lambda.value.node)?.body;
  for (const node of body ? nodesIn(body) : []) {
    if (node instanceof RescueNode || node instanceof RescueModifierNode) return false;
    const isAsked = "receiver" in node && isVariable(node.receiver, variable);
    if (isAsked && !(node instanceof CallNode && lookups.has(node.name))) return false;
  }
  return true;
}
