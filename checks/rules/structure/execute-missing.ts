import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const executeMissing = defineRule({
  id: "structure/execute-missing",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives every action an `execute`.",
    why: "An action without it has nothing to run, and every job that reaches it fails.",
    remedy: "Add `execute:` with a lambda that makes the request and returns its result.",
    sources: [pages.actions, pages.gem],
  },
  messages: { missing: (action: string) => `The action \`${action}\` has no \`execute\`.` },
  examples: {
    bad: [
      {
        name: "only a title",
        source: ruby`
          { actions: { ping: { title: 'Ping' } } }
                       ^^^^^ missing
        `,
      },
    ],
    good: [
      { name: "an execute", source: ruby`{ actions: { ping: { execute: ->(_c, _i) { get('/ping') } } } }` },
      { name: "an action from elsewhere", source: ruby`{ actions: { ping: shared_action, **more } }` },
    ],
  },
  create: (context) => ({
    action(action) {
      if (action.closed && !action.has("execute")) context.report("missing", action, [action.name]);
    },
  }),
});
