import { requestBuilders } from "../../connector/sdk-requests.ts";
import { chainedNames } from "../../connector/read-connector.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

/** Methods that throw away what their block returns. */
const droppers = new Set(["each", "each_with_index", "each_pair", "each_slice", "each_with_object", "times"]);

export const discardedRequest = defineRule({
  id: "structure/discarded-request",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses the result of every request.",
    why: "A request is only sent when its result is asked for, so one whose result is dropped is never sent.",
    remedy: "Return the result, or ask it for something, as in `post('/audit', input).presence`.",
    sources: [pages.gem, pages.waitForResume],
  },
  messages: {
    dropped: (verb: string) => `The result of this \`${verb}\` is not used, so the request is never sent.`,
  },
  examples: {
    bad: [
      {
        name: "a request before the last expression",
        source: ruby`
          { actions: { a: { execute: ->(_c, i) { post('/audit', i).headers(a: 'b'); { ok: true } } } } }
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dropped
        `,
      },
      {
        name: "a request in a loop that drops it",
        source: ruby`
          { actions: { a: { execute: ->(_c, i) { i['ids'].each { |id| delete("/x/#{id}") }; {} } } } }
                                                                      ^^^^^^^^^^^^^^^^^^ dropped
        `,
      },
    ],
    good: [
      {
        name: "a result that is asked for, returned or kept",
        source: ruby`
          {
            actions: {
              a: {
                execute: ->(_c, i) {
                  post('/audit', i).presence
                  items = i['ids'].map { |id| get("/x/#{id}") }
                  i['x'] ? get('/a') : { items: items }
                }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    request({ verb, fact, lambda }) {
      if (!lambda || fact.node.block !== null) return;
      const isDropped =
        fact.chainUsage === "void" ||
        (fact.chainUsage === "block" && fact.blocks !== null && droppers.has(fact.blocks.call.name));
      if (!isDropped || !chainedNames(fact).every((name) => requestBuilders.has(name))) return;
      const top = fact.chain.at(-1) ?? fact.node;
      context.report("dropped", { span: spanOf(top), path: lambda.path }, [verb]);
    },
  }),
});
