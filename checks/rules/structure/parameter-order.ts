import { argumentsFor } from "../../connector/sdk.ts";
import { positionalNames } from "../../connector/lambda.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const parameterOrder = defineRule({
  id: "structure/parameter-order",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Takes the arguments of the platform in their order.",
    why: "The platform passes arguments by position, so a parameter in another place gets another value than its name says.",
    remedy:
      "Put the parameters into the documented order; one that is not needed can start with an underscore.",
    sources: [pages.actions, pages.triggers, pages.connection],
  },
  messages: {
    order: (key: string, name: string, actual: string) =>
      `Parameter \`${name}\` of \`${key}\` gets the argument \`${actual}\`.`,
  },
  examples: {
    bad: [
      {
        name: "an execute with its parameters swapped",
        source: ruby`
          { actions: { ping: { execute: lambda { |input, connection| get('/ping') } } } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `,
      },
    ],
    good: [
      {
        name: "the documented order, with names of its own",
        source: ruby`
          { actions: { ping: { execute: lambda { |_connection, data| get('/ping') } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    lambda(lambda) {
      const passed = argumentsFor(lambda);
      if (!passed) return;
      const names = positionalNames(lambda.parameters);
      for (const [index, name] of names.entries()) {
        const actual = passed[index];
        if (!actual || !name || name.startsWith("_")) continue;
        const meant = passed.indexOf(name);
        if (meant === -1 || meant === index) continue;
        context.report("order", lambda, [lambda.key, name, actual]);
        return;
      }
    },
  }),
});
