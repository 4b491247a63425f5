import { createDslHash, type DslHash, type Property } from "../../connector/dsl-hash.ts";
import {
  actionKeys,
  authorizationOptionKeys,
  connectionKeys,
  type Holding,
  type KeyFacts,
  objectDefinitionKeys,
  rootKeys,
  triggerKeys,
} from "../../connector/sdk.ts";
import type { Value } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const wrongValueKind = defineRule({
  id: "structure/wrong-value-kind",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Puts lambdas where lambdas belong, and hashes where sections are.",
    why: "The platform runs some values and enumerates others; a value of another kind raises an exception.",
    remedy: "Wrap the value in a lambda, or make the section a hash.",
    sources: [pages.actions, pages.triggers, pages.gem],
  },
  messages: {
    lambda: (key: string, kind: string) => `\`${key}\` holds ${kind} where the platform needs a lambda.`,
    hash: (key: string, kind: string) => `\`${key}\` holds ${kind} where the platform needs a hash.`,
  },
  examples: {
    bad: [
      {
        name: "fields without a lambda",
        source: ruby`
          { actions: { ping: { input_fields: [{ name: 'id' }] } } }
                               ^^^^^^^^^^^^^ lambda
        `,
      },
      {
        name: "a section that is an array, and a method that is a string",
        source: ruby`
          { triggers: [], methods: { host: 'acme.com' } }
            ^^^^^^^^^ hash
                                     ^^^^^ lambda
        `,
      },
    ],
    good: [
      {
        name: "lambdas and procs",
        source: ruby`
          {
            connection: { fields: [{ name: 'key' }], authorization: { client_id: 'x', type: 'oauth2' } },
            actions: { ping: { title: 'Ping', help: { body: 'Pings.' }, execute: proc { {} } } },
            methods: { host: shared, page: method(:page) }
          }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      connector({ root, methods, streams, pickLists }) {
        check(root, rootKeys);
        for (const section of [methods, streams]) checkEntries(section.property, ["lambda"]);
        // Lists that need no lambda are arrays in many connectors.
        checkEntries(pickLists.property, ["lambda", "array"]);
        for (const key of ["actions", "triggers", "object_definitions"])
          checkEntries(root.get(key), ["hash"]);
      },
      connection(connection) {
        check(connection, connectionKeys);
      },
      authorization(authorization) {
        check(authorization, authorizationOptionKeys);
      },
      action(action) {
        check(action, actionKeys);
      },
      trigger(trigger) {
        check(trigger, triggerKeys);
      },
      objectDefinition(definition) {
        check(definition, objectDefinitionKeys);
      },
    };

    function check(hash: DslHash, facts: KeyFacts): void {
      for (const key of hash.keys) {
        const property = hash.get(key)!;
        if (!Object.hasOwn(facts, key)) continue;
        const { holds } = facts[key]!;
        if (holds.length === 1 && (holds[0] === "lambda" || holds[0] === "hash")) report(property, holds);
      }
    }

    function checkEntries(section: Property | undefined, holds: readonly Holding[]): void {
      if (!section) return;
      const hash = createDslHash(section.value, section.path, section.span);
      for (const key of hash.keys) {
        // A definition of another shape is reported by a rule of its own.
        if (section.key !== "object_definitions") report(hash.get(key)!, holds);
      }
    }

    function report(property: Property, holds: readonly Holding[]): void {
      const kind = holdingOf(property.value);
      if (!kind || holds.includes(kind)) return;
      context.report(holds.includes("lambda") ? "lambda" : "hash", property, [property.key, names[kind]]);
    }
  },
});

const names: Readonly<Record<Holding, string>> = {
  lambda: "a lambda",
  hash: "a hash",
  array: "an array",
  text: "a string",
  number: "a number",
  boolean: "`true` or `false`",
};

/** What a value surely is; null where that is not known. */
function holdingOf(value: Value): Holding | null {
  switch (value.kind) {
    case "string":
    case "template":
    case "symbol":
      return "text";
    case "number":
    case "boolean":
    case "array":
    case "hash":
    case "lambda":
      return value.kind;
    default:
      return null;
  }
}
