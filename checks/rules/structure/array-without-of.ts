import { exactItems } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { addEntry } from "../../engine/hash-edits.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const arrayWithoutOf = defineRule({
  id: "structure/array-without-of",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Says what the items of an array are.",
    why: "The SDK assumes objects, which shows arrays of texts or numbers wrongly.",
    remedy: "Add `of:` with the type of the items.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    missing: () => "The field is an array, but does not say of what.",
    object: () => "The field is an array with properties, but does not say `of: 'object'`.",
  },
  examples: {
    bad: [
      {
        name: "an array of anything",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: 'array' }] } } } }
                                                                      ^^^^^ missing
        `,
      },
      {
        name: "an array with properties",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }] }] } } } }
                                                                   ^^^^^ object
        `,
        fixed: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'x', type: 'array', properties: [{ name: 'id' }], of: 'object' }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "an array of strings",
        source: ruby`
          { actions: { a: { output_fields: ->(_od) { [{ name: 'tags', type: :array, of: :string }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["type"], (field, property) => {
      if (field.text("type") !== "array") return;
      if (!field.uses.every((use) => use.closed && !use.has("of"))) return;
      const properties = field.get("properties");
      if (!properties || exactItems(properties.value)?.length === 0) {
        context.report("missing", property, []);
        return;
      }
      const edits = addEntry(field.node, "of: 'object'", context.source);
      // Works as it is, since objects are what the SDK assumes.
      const fix = { title: "Add `of: 'object'`", edits };
      context.report("object", property, [], { severity: "notice", ...(edits.length > 0 ? { fix } : {}) });
    }),
  }),
});
