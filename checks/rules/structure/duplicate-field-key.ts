import { pathOfEntry, placeOfLast, repeatedEntries } from "../../connector/repeated-entries.ts";
import { scalarEquals } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { removeEntry } from "../../engine/hash-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const duplicateFieldKey = defineRule({
  id: "structure/duplicate-field-key",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Writes each attribute of a field once.",
    why: "Only the last value of an attribute counts; the other is mostly a leftover.",
    remedy: "Keep the value that is meant, and remove the other.",
    sources: [pages.schema, pages.gem],
  },
  messages: {
    repeated: (key: string) =>
      `\`${key}\` occurs again further down in the same field, so this value is lost.`,
  },
  examples: {
    bad: [
      {
        name: "two labels",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'A', label: 'B' }] } } } }
                                                                   ^^^^^^ repeated
        `,
      },
      {
        name: "the same value twice",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true, sticky: true }] } } } }
                                                                   ^^^^^^^ repeated
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', sticky: true }] } } } }
        `,
      },
    ],
    good: [
      {
        name: "each attribute once",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'id', label: 'B' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    field(field) {
      for (const { key, entry, keyNode, last } of repeatedEntries(field.hash)) {
        const place = { span: spanOf(keyNode), path: pathOfEntry(field.path, key) };
        const isSame = last !== undefined && scalarEquals(entry.value, last.value) === true;
        const edits = isSame ? removeEntry(field.node, keyNode, context.source) : [];
        const fix = { title: `Remove the first \`${key}\``, edits };
        const related = placeOfLast(last?.keyNode);
        context.report("repeated", place, [key], {
          ...(related ? { related } : {}),
          ...(edits.length > 0 ? { fix } : {}),
        });
      }
    },
  }),
});
