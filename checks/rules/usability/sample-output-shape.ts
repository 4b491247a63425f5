import { type Field, nestedLists } from "../../connector/fields.ts";
import type { Value } from "../../connector/value.ts";
import { isClosed } from "../../connector/dsl-hash.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { listed } from "../../text/prose.ts";

export const sampleOutputShape = defineRule({
  id: "usability/sample-output-shape",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Gives sample output that fits the output fields.",
    why: "A sample under another name, or of another shape, shows up beside no datapill.",
    remedy:
      "Use the names and nesting of `output_fields` in `sample_output`, or add the fields that are missing.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#trigger-sample-output",
    ],
  },
  messages: {
    unknown: (name: string, keys: string) =>
      `The sample output of \`${name}\` has ${keys}, for which there are no output fields.`,
    shape: (name: string, key: string, expected: string) =>
      `The sample output of \`${name}\` has a value for \`${key}\` that is not ${expected}, as its field is.`,
  },
  examples: {
    bad: [
      {
        name: "a key that is no field",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'full_name' }] },
            sample_output: ->() { { id: 'a1', name: 'Ada' } }
            ^^^^^^^^^^^^^^ unknown
          } } }
        `,
      },
      {
        name: "an array for an object",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { owner: [{ id: 'a1' }] } }
            ^^^^^^^^^^^^^^ shape
          } } }
        `,
      },
    ],
    good: [
      {
        name: "a sample that fits",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [{ name: 'id' }, { name: 'owner', type: 'object', properties: [{ name: 'id' }] }] },
            sample_output: ->() { { id: 'a1', owner: { id: 'b2' } } }
          } } }
        `,
      },
      {
        name: "a field of another type in each case",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_, connection) {
              connection['many'] ? [{ name: 'rows', type: 'array' }] : [{ name: 'rows', type: 'object' }]
            },
            sample_output: ->() { { rows: [{ id: 1 }] } }
          } } }
        `,
      },
      {
        name: "output fields that are not all known",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_, connection) { get('/fields') },
            sample_output: ->() { { name: 'Ada' } }
          } } }
        `,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      const property = operation.get("sample_output");
      const sample = property && shownValue(operation, "sample_output");
      const { outputFields } = operation;
      if (operation.deprecated || sample?.kind !== "hash" || !isClosed(sample) || !outputFields.exists)
        return;
      if (
        !outputFields.closed ||
        [...nestedLists(outputFields)][0]!.fields.some((field) => field.name === null)
      )
        return;
      const fields = new Map<string, Field[]>();
      for (const field of outputFields.fields) {
        for (const { name } of field.toggle ? [field, field.toggle] : [field])
          if (name !== null) fields.set(name, [...(fields.get(name) ?? []), field]);
      }
      const strange = [...sample.entries.keys()].filter((key) => !fields.has(key));
      if (strange.length > 0 && fields.size > 0)
        context.report("unknown", property!, [operation.name, listed(strange)]);
      for (const [key, entry] of sample.entries) {
        // A field that is written several times may have another type each time.
        const misfits = (fields.get(key) ?? []).map((field) => misfit(field.text("type"), entry.value));
        const [expected] = misfits;
        if (expected && misfits.every(Boolean)) {
          context.report("shape", property!, [operation.name, key, expected]);
          return;
        }
      }
    },
  }),
});

/** What the value is to be, where it is surely something else. */
function misfit(type: string | null, { kind }: Value): string | null {
  const isScalar = kind === "string" || kind === "number" || kind === "boolean";
  if (type === "object" && (isScalar || kind === "array")) return "an object";
  if (type === "array" && (isScalar || kind === "hash")) return "an array";
  return null;
}
