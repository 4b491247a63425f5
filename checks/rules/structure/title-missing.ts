import { firstKey } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const titleMissing = defineRule({
  id: "structure/title-missing",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a title.",
    why: "The title is the name under which users find the connector; without it somebody has to name each copy by hand.",
    remedy: "Add `title:` with the name of the application.",
    sources: [pages.reference],
  },
  messages: {
    missing: () => "The connector has no `title`.",
    empty: () => "The connector's `title` is empty.",
  },
  examples: {
    bad: [
      {
        name: "no title",
        source: ruby`
          { connection: {} }
            ^^^^^^^^^^^ missing
        `,
      },
      {
        name: "an empty title",
        source: ruby`
          { title: ' ', connection: {} }
            ^^^^^^ empty
        `,
      },
    ],
    good: [{ name: "a title", source: ruby`{ title: 'Acme', connection: {} }` }],
  },
  create: (context) => ({
    connector({ root, title }) {
      if (!title) {
        if (root.closed) context.report("missing", firstKey(root), [], { path: "title" });
      } else if (title.value.kind === "string" && title.value.text.trim() === "") {
        context.report("empty", title, []);
      }
    },
  }),
});
