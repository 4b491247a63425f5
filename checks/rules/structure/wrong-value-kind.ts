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
} from "../../connector/sdk-keys.ts";
import { exactItems, textOf, type Value } from "../../connector/value.ts";
import type { Severity } from "../../engine/finding.ts";
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
          { triggers: ['new_lead'], methods: { host: 'acme.com' } }
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
      {
        name: "nothing at all",
        source: ruby`
          {
            actions: { ping: { input_fields: {}, output_fields: nil, execute: ->(_c, _i) { {} } } },
            triggers: [],
            object_definitions: false
          }
        `,
      },
    ],
  },
  create: (context) => {
    let called: ReadonlySet<string | null> | undefined;
    return {
      connector({ root, methods, streams, pickLists }) {
        check(root, rootKeys);
        checkEntries(streams.property, ["lambda"]);
        // A method that nobody calls does no harm.
        checkEntries(methods.property, ["lambda"], ({ key }) => (isCalled(key) ? "error" : "warning"));
        // Lists that need no lambda are arrays in many connectors, and options may be a hash elsewhere.
        checkEntries(pickLists.property, ["lambda", "array"], ({ value }) =>
          value.kind === "hash" ? "warning" : "error",
        );
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
        const holds = Object.hasOwn(facts, key) ? facts[key]!.holds : [];
        if (holds.length === 1 && (holds[0] === "lambda" || holds[0] === "hash"))
          report(hash.get(key)!, holds);
      }
    }

    function checkEntries(
      section: Property | undefined,
      holds: readonly Holding[],
      severityOf?: (property: Property) => Severity,
    ): void {
      if (!section) return;
      const hash = createDslHash(section.value, section.path, section.span);
      for (const key of hash.keys) {
        // A definition of another shape is reported by a rule of its own.
        if (section.key !== "object_definitions") report(hash.get(key)!, holds, severityOf);
      }
    }

    function isCalled(method: string): boolean {
      called ??= new Set(context.connector.methodCalls.map(({ name }) => textOf(name)));
      return called.has(method);
    }

    function report(
      property: Property,
      holds: readonly Holding[],
      severityOf: (property: Property) => Severity = () => "error",
    ): void {
      const kind = holdingOf(property.value);
      if (!kind || holds.includes(kind)) return;
      const expected = holds.includes("lambda") ? "lambda" : "hash";
      if (isNothing(property.value, expected)) return;
      context.report(expected, property, [property.key, names[kind]], { severity: severityOf(property) });
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

/** Whether the SDK takes the value for none: Ruby makes an empty hash a block that gives nothing. */
function isNothing(value: Value, expected: "lambda" | "hash"): boolean {
  if (value.kind === "boolean") return !value.boolean;
  if (expected === "hash") return exactItems(value)?.length === 0;
  return value.kind === "hash" && value.entries.size === 0 && !value.open;
}

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
