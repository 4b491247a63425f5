import type { DslHash, Property } from "../../connector/dsl-hash.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import type { Edit } from "../../engine/finding.ts";
import { replaceText } from "../../engine/hash-edits.ts";

const fieldKeys: Readonly<Record<string, string>> = {
  render_input: "convert_input",
  parse_output: "convert_output",
};

export const legacyKey = defineRule({
  id: "guidelines/legacy-key",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Uses the current names of keys.",
    why: "Keys of former versions of the SDK are no longer documented, and may stop working.",
    remedy: "Rename the key, or move its code to the key that took its place.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/schema.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html",
    ],
  },
  messages: {
    replaced: (key: string, current: string) =>
      `The key \`${key}\` of former versions is now \`${current}\`.`,
  },
  examples: {
    bad: [
      {
        name: "a converter of a field",
        source: ruby`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', render_input: 'integer_conversion' }] } }
                                                              ^^^^^^^^^^^^^ replaced
            }
          }
        `,
        fixed: ruby`
          {
            actions: {
              add: { input_fields: lambda { [{ name: 'count', convert_input: 'integer_conversion' }] } }
            }
          }
        `,
      },
      {
        name: "the credentials of an authorization",
        source: ruby`
          { connection: { authorization: { type: 'api_key', credentials: lambda { |c| headers(key: c['key']) } } } }
                                                            ^^^^^^^^^^^^ replaced
        `,
      },
    ],
    good: [
      {
        name: "current keys",
        source: ruby`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers(key: c['key']) } } },
            triggers: { new: { poll: lambda { { events: [] } }, dedup: lambda { |event| event['id'] } } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const inFields = new Map<string, { readonly first: Property; readonly edits: Edit[] }>();
    const check = (hash: DslHash, keys: Readonly<Record<string, string>>): void => {
      for (const [key, current] of Object.entries(keys)) {
        const property = hash.get(key);
        if (!property || hash.has(current)) continue;
        context.report("replaced", property, [key, current]);
      }
    };
    return {
      authorization(authorization) {
        check(authorization, { credentials: "apply" });
      },
      trigger(trigger) {
        check(trigger, { document_id: "dedup" });
      },
      attribute: onAttribute(Object.keys(fieldKeys), (field, property) => {
        const { key } = property;
        const current = fieldKeys[key]!;
        if (field.has(current)) return;
        const found = inFields.get(key) ?? { first: property, edits: [] };
        inFields.set(key, found);
        found.edits.push(
          ...replaceText(field.hash.entries.get(key)?.keyNode ?? null, current, context.source),
        );
      }),
      end() {
        // A connector has such a key in all of its fields or in none.
        for (const [key, { first, edits }] of inFields) {
          const current = fieldKeys[key] ?? key;
          const fix = { title: `Rename it to ${current} in all fields`, edits };
          context.report("replaced", first, [key, current], edits.length > 0 ? { fix } : {});
        }
      },
    };
  },
});
