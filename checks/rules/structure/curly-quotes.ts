import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

export const curlyQuotes = defineRule({
  id: "structure/curly-quotes",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Quotes strings with straight quotes.",
    why: "Ruby takes a typographic quote for part of a name, so the text becomes the call of a method that is not there.",
    remedy: "Replace the quotes with `'` or `\"`.",
    sources: [pages.codePatterns],
  },
  messages: { curly: (name: string) => `\`${name}\` is not a string, since its quotes are typographic.` },
  examples: {
    bad: [
      {
        name: "a name in typographic quotes",
        source: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: “currency” }] } } } }
                                                             ^^^^^^^^^^ curly
        `,
        fixed: ruby`
          { actions: { a: { input_fields: ->(_od) { [{ name: 'currency' }] } } } }
        `,
      },
    ],
    good: [
      { name: "typographic quotes in a string", source: ruby`{ title: 'Acme “Cloud”', connection: {} }` },
    ],
  },
  create: (context) => ({
    connector({ facts }) {
      for (const [name, calls] of facts.bareCalls) {
        if (!/^[\u2018\u2019\u201C\u201D]/.test(name)) continue;
        const text = /^[\u2018\u201C](?<text>\w+)[\u2019\u201D]$/.exec(name)?.groups?.["text"];
        for (const { node, lambda } of calls) {
          const span = spanOf(node);
          const isWhole = text !== undefined && argumentsOf(node).length === 0 && node.block === null;
          const fix = { title: "Use straight quotes", edits: [{ span, text: `'${text}'` }] };
          context.report("curly", { span, path: lambda?.path ?? null }, [name], isWhole ? { fix } : {});
        }
      }
    },
  }),
});
