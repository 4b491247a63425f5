import { definitionReference } from "../../connector/definition-references.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { relatedEntry } from "../../engine/related-entry.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { LocalVariableReadNode, spanOf } from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";

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
    ],
  },
  create: (context) => ({
    node: [
      onNode(LocalVariableReadNode, (fact) => {
        const reference = definitionReference(fact);
        const { objectDefinitions } = context.connector;
        if (!reference || !objectDefinitions.closed) return;
        for (const node of reference.names) {
          for (const value of alternatives(context.connector.evaluate(node))) {
            const name = textOf(value);
            if (name === null || objectDefinitions.has(name)) continue;
            const place = { span: spanOf(value.node ?? node), path: reference.lambda.path };
            const near = slipOf(
              name,
              objectDefinitions.entries.map((definition) => definition.name),
            );
            const related = relatedEntry(objectDefinitions, near, "object definition");
            if (near) context.report("typo", place, [name, near], { related });
            else context.report("undefined", place, [name]);
          }
        }
      }),
    ],
  }),
});
