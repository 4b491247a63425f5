import type { Field, FieldList } from "../../connector/fields.ts";
import { exactItems, type HashValue, type Value } from "../../connector/value.ts";
import { isClosed } from "../../connector/dsl-hash.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { listed } from "../../text/prose.ts";
import { addTo } from "../../groups.ts";

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
      {
        name: "a key that is no field of a nested list, and a word for a number",
        source: ruby`
          { title: 'Acme', actions: {
            list_leads: {
              output_fields: ->(_) { [{ name: 'leads', type: 'array', of: 'object', properties: [{ name: 'id' }] }] },
              sample_output: ->() { { leads: [{ id: 'a1', full_name: 'Ada' }] } }
              ^^^^^^^^^^^^^^ unknown
            },
            count_leads: {
              output_fields: ->(_) { [{ name: 'count', type: 'integer' }] },
              sample_output: ->() { { count: 'many' } }
              ^^^^^^^^^^^^^^ shape
            }
          } }
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
        name: "texts for numbers, truths and times, and a field without properties",
        source: ruby`
          { title: 'Acme', actions: { get_lead: {
            output_fields: ->(_) { [
              { name: 'sum', type: 'number' }, { name: 'active', type: 'boolean' }, { name: 'rate', type: 'number', convert_output: 'float_conversion' },
              { name: 'at', type: 'date_time' }, { name: 'more', type: 'object' }
            ] },
            sample_output: ->() { { sum: '12.50', active: 'on', rate: 'one', at: 1700000000, more: { any: 1 } } }
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
      const strange: string[] = [];
      const misfits: [string, string][] = [];
      compare(outputFields, sample, "", strange, misfits);
      const [first] = misfits;
      if (strange.length > 0) {
        // What is missing beneath a field is less in the way than a field that is missing.
        const severity = strange.every((key) => key.includes(".")) ? "notice" : "warning";
        context.report("unknown", property!, [operation.name, listed(strange)], { severity });
      }
      if (first) context.report("shape", property!, [operation.name, ...first]);
    },
  }),
});

/** Gathers the keys of a sample that are no fields, and the first value that is of another shape than its field. */
function compare(
  list: FieldList,
  sample: HashValue,
  path: string,
  strange: string[],
  misfits: [string, string][],
): void {
  if (!list.closed || list.fields.length === 0 || list.fields.some((field) => field.name === null)) return;
  const fields = new Map<string, Field[]>();
  for (const field of list.fields) {
    for (const { name } of field.toggle ? [field, field.toggle] : [field])
      if (name !== null) addTo(fields, name, field);
  }
  for (const [key, { value }] of sample.entries) {
    const named = fields.get(key);
    // The platform may write such signs in another way.
    if (!named && fields.has(key.replace(/\W/g, "_"))) continue;
    if (!named) {
      strange.push(path + key);
      continue;
    }
    // A field that is written several times may have another type each time.
    const expected = named.map((field) => misfit(field, value));
    if (expected[0] && expected.every(Boolean)) misfits.push([path + key, expected[0]]);
    const properties = named.length === 1 ? named[0]!.properties : undefined;
    if (!properties) continue;
    for (const inner of value.kind === "array" ? (exactItems(value) ?? []) : [value]) {
      if (inner.kind === "hash" && isClosed(inner)) {
        compare(properties, inner, `${path}${key}.`, strange, misfits);
        // The items of a list are alike.
        break;
      }
    }
  }
}

/** What the value is to be, where it is surely something else. */
function misfit(field: Field, value: Value): string | null {
  const { kind } = value;
  const type = field.text("type");
  const isScalar = kind === "string" || kind === "number" || kind === "boolean";
  if (type === "object" && (isScalar || kind === "array")) return "an object";
  if (type === "array" && (isScalar || kind === "hash")) return "an array";
  // What is converted is of another type before.
  if (field.has("convert_output") || field.has("parse_output")) return null;
  const isNested = kind === "hash" || kind === "array";
  const isNumber = type === "integer" || type === "number";
  // A number or a truth may be written as a text.
  const isWord = kind === "string" && /^[A-Za-z][A-Za-z ]+$/.test(value.text);
  if (isNumber && (isNested || isWord || kind === "boolean")) return "a number";
  if (type === "boolean" && isNested) return "true or false";
  return null;
}
