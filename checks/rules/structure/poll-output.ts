import { isClosed } from "../../connector/dsl-hash.ts";
import { alternatives, type HashEntry, type Value } from "../../connector/value.ts";
import type { Severity } from "../../engine/finding.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";
import { makesList } from "./returned-nodes.ts";

const known = ["events", "next_poll", "can_poll_more"];

export const pollOutput = defineRule({
  id: "structure/poll-output",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Returns a hash with `events` from `poll`.",
    why: "Anything but a hash is rejected, and without events there are never jobs.",
    remedy: "End `poll` with `{ events: records, next_poll: closure, can_poll_more: more }`.",
    sources: [pages.triggers, pages.gem],
  },
  messages: {
    kind: (kind: string) => `\`poll\` returns ${kind}, not a hash with \`events\`.`,
    slip: (key: string, near: string) =>
      `\`poll\` returns \`${key}\`, which nobody reads; the nearest is \`${near}\`.`,
    events: () => "The hash that `poll` returns has no `events`.",
  },
  examples: {
    bad: [
      {
        name: "an array",
        source: ruby`
          { triggers: { a: { poll: ->(_c, _i, _last) { [get('/leads')] } } } }
                                                       ^^^^^^^^^^^^^^^ kind
        `,
      },
      {
        name: "a list made of what the API gave",
        source: ruby`
          {
            triggers: {
              a: { poll: ->(_c, _i, last) { get('/leads', after: last)['leads'].map { |lead| lead.compact } } }
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ kind
            }
          }
        `,
      },
      {
        name: "a hash without events on one of the ways",
        source: ruby`
          {
            triggers: {
              a: {
                poll: ->(_c, input, _last) {
                  if input['since']
                    { events: get('/leads'), next_poll: 1 }
                  else
                    { records: get('/leads') }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ events
                  end
                }
              }
            }
          }
        `,
      },
      {
        name: "events under another name",
        source: ruby`
          { triggers: { a: { poll: ->(_c, _i, _last) { { event: get('/leads'), next_poll: 1 } } } } }
                                                         ^^^^^^ slip
        `,
      },
      {
        name: "a key that is misspelt",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => lambda do |_connection, _input, closure|
                  leads = get('/leads', after: closure)['leads']
                  {
                    events: leads,
                    next_pol: leads.last['id'],
                    ^^^^^^^^^ slip
                    can_poll_more: leads.size == 100
                  }
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a hash with events, also by way of a method",
        source: ruby`
          {
            triggers: {
              a: { poll: ->(_c, _i, _last) { { 'events' => get('/leads'), next_poll: 1 } } },
              b: { poll: ->(_c, _i, _last) { call('page') } },
              c: { poll: ->(_c, _i, _last) { get('/leads') } }
            },
            methods: { page: -> { { events: [] } } }
          }
        `,
      },
      {
        name: "no events on one of the ways",
        source: ruby`
          {
            triggers: {
              a: {
                poll: lambda do |_connection, _input, closure|
                  next { can_poll_more: false } if closure == 'done'
                  leads = get('/leads', after: closure)
                  leads.present? ? { events: leads, next_poll: leads.last['id'] } : { next_poll: closure }
                end
              },
              b: { poll: ->(_c, i, _last) { i['since'] ? { events: get('/leads') } : {} } }
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
      const values = alternatives(poll.result());
      // On one way of several it may be right to have none.
      const severity: Severity = values.some(mayHaveEvents) ? "warning" : "error";
      for (const value of values) {
        const place = { span: value.node ? spanOf(value.node) : poll.span, path: poll.path };
        if (value.kind === "hash") {
          const entries = [...value.entries.values()];
          const hasNone = !mayHaveEvents(value) && (severity === "error" || entries.some(isForeign));
          let isTold = false;
          for (const { key, keyNode } of entries.filter(isForeign)) {
            const near = slipOf(key, known);
            if (!near || !keyNode || value.entries.has(near)) continue;
            isTold ||= near === "events";
            context.report("slip", { span: spanOf(keyNode), path: poll.path }, [key, near], {
              severity: near === "events" && hasNone ? severity : "warning",
            });
          }
          if (hasNone && !isTold) context.report("events", place, [], { severity });
        } else if (value.kind === "array") {
          context.report("kind", place, ["an array"]);
        } else if (value.kind === "unknown" && values.length === 1 && makesList(value.node)) {
          context.report("kind", place, ["an array"], { severity: "warning" });
        } else if (value.kind === "string" || value.kind === "number") {
          context.report("kind", place, [`a ${value.kind}`]);
        }
      }
    },
  }),
});

function isForeign({ key }: HashEntry): boolean {
  return !known.includes(key);
}

function mayHaveEvents(value: Value): boolean {
  return value.kind === "hash" ? value.entries.has("events") || !isClosed(value) : value.kind === "unknown";
}
