import type { Operation } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { missingKeys } from "../../text/missing-keys.ts";
import { isClosed } from "../../connector/dsl-hash.ts";
import { shownValue } from "../../text/operation-texts.ts";

export const sampleOutput = defineRule({
  id: "usability/sample-output",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives a sample of the output of every action and trigger.",
    why: "The recipe editor shows the sample beside each datapill, so users see what they map before they run anything.",
    remedy:
      "Add `sample_output` that returns a literal hash, or one small request for records with many fields.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output",
    ],
  },
  messages: {
    missing: (kind: string, name: string) => `The ${kind} \`${name}\` has no \`sample_output\`.`,
    empty: (name: string) => `The \`sample_output\` of \`${name}\` is empty.`,
    noneOf: (section: string) => `None of the ${section} has a \`sample_output\`.`,
  },
  examples: {
    bad: [
      {
        name: "an action with outputs",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] } } } }
                                      ^^^^^^^^^ missing
        `,
      },
      {
        name: "a whole section",
        source: ruby`
          { title: 'Acme', triggers: { new_a: { output_fields: ->(d) { d['a'] } }, new_b: {}, new_c: {}, new_d: {} } }
                           ^^^^^^^^^ noneOf
        `,
      },
      {
        name: "a sample of nothing",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] }, sample_output: ->() { {} } } } }
                                                                                      ^^^^^^^^^^^^^^ empty
        `,
      },
    ],
    good: [
      {
        name: "a sample",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(d) { d['lead'] }, sample_output: ->() { { id: 1 } }
          } } }
        `,
      },
      {
        name: "actions without outputs",
        source: ruby`
          {
            title: 'Acme',
            actions: { delete_lead: { output_fields: ->(_) { [] } }, ping: { output_fields: ->(_) {} }, pong: { output_fields: nil } }
          }
        `,
      },
      {
        name: "a section without outputs",
        source: ruby`{ title: 'Acme', actions: { add_a: {}, add_b: {}, add_c: { output_fields: ->(_) { [] } }, add_d: {} } }`,
      },
      {
        name: "an action that is deprecated",
        source: ruby`{ title: 'Acme', actions: { get_lead: { output_fields: ->(d) { d['lead'] }, deprecated: true } } }`,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      const property = operation.get("sample_output");
      if (!property || operation.deprecated || !hasOutput(operation)) return;
      const value = shownValue(operation, "sample_output");
      const isEmpty =
        value?.kind === "nil" || (value?.kind === "hash" && isClosed(value) && value.entries.size === 0);
      if (isEmpty) context.report("empty", property, [operation.name]);
    },
    connector(connector) {
      for (const missing of missingKeys(connector, "sample_output")) {
        if (missing.kind === "section") {
          if (missing.operations.some(hasOutput))
            context.report("noneOf", missing.section, [missing.section.key]);
        } else if (hasOutput(missing.operation))
          context.report("missing", missing.operation, [missing.operation.kind, missing.operation.name]);
      }
    },
  }),
});

function hasOutput({ name, outputFields }: Operation): boolean {
  // What a custom action gives, its users describe.
  if (/^(?:custom_action|__adhoc_http_action)$/.test(name)) return false;
  const { exists, closed, fields, value } = outputFields;
  return exists && value.kind !== "nil" && !(closed && fields.length === 0);
}
