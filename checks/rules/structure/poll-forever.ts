import { isClosed } from "../../connector/dsl-hash.ts";
import { alternatives, type Value } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const pollForever = defineRule({
  id: "structure/poll-forever",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Comes to an end with polling.",
    why: "With `can_poll_more: true` on every way the trigger polls without a pause, and is throttled.",
    remedy: "Set `can_poll_more` to whether there is another page, such as `records.size >= limit`.",
    sources: [pages.triggerLimits, pages.bestPractices],
  },
  messages: { always: () => "`poll` always says `can_poll_more: true`." },
  examples: {
    bad: [
      {
        name: "always true",
        source: ruby`
          { triggers: { a: { poll: ->(_c, _i, _last) { { events: get('/leads'), can_poll_more: true } } } } }
                                                                                ^^^^^^^^^^^^^^ always
        `,
      },
    ],
    good: [
      {
        name: "true on one way only, or worked out",
        source: ruby`
          {
            triggers: {
              a: {
                poll: ->(_c, i, _last) {
                  i['x'] ? { events: [], can_poll_more: true } : { events: [], can_poll_more: false }
                }
              },
              b: { poll: ->(_c, _i, _last) { { events: get('/b'), can_poll_more: get('/b').size > 9 } } }
            }
          }
        `,
      },
      {
        name: "stopped by a lambda that a call gets as its block",
        source: ruby`
          {
            triggers: {
              a: {
                poll: lambda do |_c, _i, _last|
                  more = true
                  stop = lambda { |item| more = false if item }
                  get('/x')['a'].each(&stop)
                  { events: [], can_poll_more: more }
                end
              },
              b: {
                poll: lambda do |_c, _i, _last|
                  more = true
                  stop = lambda { |_code, _body, _headers, _message| more = false }
                  events = get('/x').after_error_response(404, &stop)
                  { events: events, can_poll_more: more }
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const poll = trigger.lambda("poll");
      if (!poll) return;
      const results = alternatives(poll.result());
      if (!results.every(isEndless)) return;
      const keyNode = results[0]?.kind === "hash" ? results[0].entries.get("can_poll_more")?.keyNode : null;
      context.report("always", { span: keyNode ? spanOf(keyNode) : poll.span, path: poll.path }, []);
    },
  }),
});

function isEndless(value: Value): boolean {
  if (value.kind !== "hash" || !isClosed(value)) return false;
  const more = value.entries.get("can_poll_more")?.value;
  return more?.kind === "boolean" && more.boolean;
}
