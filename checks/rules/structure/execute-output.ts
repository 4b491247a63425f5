import { alternatives } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { ArrayNode, spanOf, StringNode } from "../../ruby/nodes.ts";

export const executeOutput = defineRule({
  id: "structure/execute-output",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Returns a hash from `execute`.",
    why: "The output is matched with the output fields by key, which an array or a string does not have.",
    remedy: "Wrap the result, such as `{ items: get('/items') }`, and name the key in `output_fields`.",
    sources: [pages.actions],
  },
  messages: {
    literal: (kind: string) => `\`execute\` returns ${kind}, not a hash.`,
    computed: (kind: string) => `The result of \`execute\` is ${kind} that it works out, not a hash.`,
  },
  examples: {
    bad: [
      {
        name: "an array",
        source: ruby`
          { actions: { a: { execute: ->(_c, _i) { [get('/items')] } } } }
                                                  ^^^^^^^^^^^^^^^ literal
        `,
      },
      {
        name: "an array that a method of arrays gives",
        source: ruby`
          { actions: { a: { execute: ->(_c, i) { %w[a b].map { |key| i[key] } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ computed
        `,
      },
    ],
    good: [
      {
        name: "a hash, a response, and a list that is wrapped",
        source: ruby`
          {
            actions: {
              a: { execute: ->(_c, _i) { { items: [get('/a')] } } },
              b: { execute: ->(_c, _i) { get('/b') } },
              c: { execute: ->(_c, _i) { nil } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    action(action) {
      const execute = action.lambda("execute");
      if (!execute) return;
      for (const value of alternatives(execute.result())) {
        if (value.kind !== "array" && value.kind !== "string") continue;
        const kind = value.kind === "array" ? "an array" : "a string";
        const place = { span: value.node ? spanOf(value.node) : execute.span, path: execute.path };
        const isLiteral = value.node instanceof ArrayNode || value.node instanceof StringNode;
        if (isLiteral) context.report("literal", place, [kind]);
        else context.report("computed", place, [kind], { severity: "warning" });
      }
    },
  }),
});
