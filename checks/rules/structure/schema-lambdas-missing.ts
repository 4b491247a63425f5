import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const schemaLambdasMissing = defineRule({
  id: "structure/schema-lambdas-missing",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every action and trigger `input_fields` and `output_fields`.",
    why: "Without output fields a step offers no datapills, and without input fields nothing can be entered.",
    remedy: "Add the lambda; one for an operation without inputs returns an empty array.",
    sources: [pages.actions, pages.triggers],
  },
  messages: {
    missing: (kind: string, name: string, key: string) => `The ${kind} \`${name}\` has no \`${key}\`.`,
  },
  examples: {
    bad: [
      {
        name: "an action with nothing but an execute",
        source: ruby`
          { actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }
                       ^^^^^ missing
                       ^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "both",
        source: ruby`
          {
            actions: {
              ping: { input_fields: ->(_od) { [] }, output_fields: ->(_od) { [] }, execute: ->(_c, _i) { {} } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      if (!operation.closed) return;
      for (const key of ["input_fields", "output_fields"]) {
        if (operation.has(key) || (key === "input_fields" && operation.has("config_fields"))) continue;
        context.report("missing", operation, [operation.kind, operation.name, key]);
      }
    },
  }),
});
