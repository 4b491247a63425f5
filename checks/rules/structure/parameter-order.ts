import type { OwnerKind } from "../../connector/connector.ts";
import { argumentsFor } from "../../connector/sdk-keys.ts";
import { positionalNames } from "../../connector/lambda.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  type BlockNode,
  callableOf,
  isVariable,
  type LambdaNode,
  nodesIn,
  parametersOf,
} from "../../ruby/nodes.ts";

/** What the platform passes to these is not told, or not the same everywhere. */
const unsure = new Set([
  "config_fields",
  "description",
  "help",
  "sample_output",
  "subtitle",
  "title",
  "webhook_url_help",
]);

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
          { actions: { ping: { execute: lambda { |input, connection| get('/ping', input) } } } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ order
        `,
      },
    ],
    good: [
      {
        name: "the documented order, with names of its own",
        source: ruby`
          { actions: { ping: { execute: lambda { |_connection, data| get('/ping', data) } } } }
        `,
      },
      {
        name: "a parameter that nothing reads, and one after a splat",
        source: ruby`
          {
            actions: { ping: { output_fields: lambda { |object_definitions, config_fields| object_definitions['ping'] } } },
            triggers: { pings: { poll: lambda { |connection, *_rest, closure| get('/pings', after: closure) } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    lambda(lambda) {
      const { owner, key, parameters, value } = lambda;
      const passed = isOperation(owner) && unsure.has(key) ? null : argumentsFor(lambda);
      if (!passed) return;
      for (const [index, name] of positionalNames(parameters).entries()) {
        const actual = passed[index];
        if (!actual || !name || name.startsWith("_")) continue;
        const meant = passed.indexOf(name);
        if (meant === -1 || meant === index) continue;
        const callable = callableOf(value.node)!;
        // Parameters after a splat or a default may get any of the arguments.
        if (parametersOf(callable)?.posts.length !== 0 || !reads(callable, name)) continue;
        context.report("order", lambda, [key, name, actual]);
        return;
      }
    },
  }),
});

function isOperation(owner: OwnerKind): boolean {
  return owner === "action" || owner === "trigger";
}

/** Whether a variable's value is asked for anywhere in a lambda. */
function reads(callable: LambdaNode | BlockNode, name: string): boolean {
  return callable.body !== null && nodesIn(callable.body).some((node) => isVariable(node, name));
}
