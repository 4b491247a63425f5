import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { relatedEntry } from "../../engine/related-entry.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";

export const undefinedMethodCall = defineRule({
  id: "structure/undefined-method-call",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Calls only methods that `methods` defines.",
    why: "A call of any other name raises an exception when it runs.",
    remedy: "Correct the name, or add the method to `methods`.",
    sources: [pages.methods, pages.gem],
  },
  messages: {
    typo: (name: string, near: string) =>
      `\`methods\` has no entry \`${name}\`; the nearest name is \`${near}\`.`,
    undefined: (name: string) => `\`methods\` has no entry \`${name}\`, so this call raises an exception.`,
  },
  examples: {
    bad: [
      {
        name: "a misspelt name",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call('format_payolad', i) } } },
                                                     ^^^^^^^^^^^^^^^^ typo
            methods: { format_payload: ->(input) { input } }
          }
        `,
      },
      {
        name: "a name, of two, that is not there",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call(i['x'] ? :create : 'overwrite', i) } } },
                                                                        ^^^^^^^^^^^ undefined
            methods: { create: ->(input) { input } }
          }
        `,
      },
    ],
    good: [
      {
        name: "a defined name",
        source: ruby`
          {
            actions: { a: { execute: ->(c, i) { call(:format_payload, i) } } },
            methods: { 'format_payload' => ->(input) { input } }
          }
        `,
      },
      {
        name: "a name that is only known when it runs, and a lambda's own call",
        source: ruby`
          { actions: { a: { execute: ->(c, i) { call("create_#{i['object']}", i); c['f'].call('x') } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    methodCall(call) {
      const { methods } = context.connector;
      if (!methods.closed) return;
      for (const value of alternatives(call.name)) {
        const name = textOf(value);
        // An empty one of several is for the case in which there is nothing to call.
        if (name === null || name === "" || methods.has(name)) continue;
        const place = { span: value.node ? spanOf(value.node) : call.span, path: call.path };
        const near = slipOf(
          name,
          methods.entries.map((method) => method.name),
        );
        const related = relatedEntry(methods, near, "method");
        if (near) context.report("typo", place, [name, near], { related });
        else context.report("undefined", place, [name]);
      }
    },
  }),
});
