import { isClosed } from "../../connector/dsl-hash.ts";
import { alternatives, type Value } from "../../connector/value.ts";
import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { LocalVariableReadNode } from "../../ruby/nodes.ts";

/** Where triggers keep what the next poll begins with; the second is that of an older SDK. */
const cursors = ["next_poll", "next_page"];

export const pollCursor = defineRule({
  id: "guidelines/poll-cursor",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Goes on polling from where the last poll stopped.",
    why: "A poll that does not read its closure fetches the same records again each time.",
    remedy: "Return `next_poll`, and read it as the third argument of `poll` at the next run.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    noParameter: (name: string) =>
      `The \`poll\` of \`${name}\` takes no closure, so it starts over every time.`,
    notStored: (name: string) =>
      `The \`poll\` of \`${name}\` returns no \`next_poll\`, so there is never a closure to go on from.`,
    unread: (name: string, parameter: string) =>
      `The \`poll\` of \`${name}\` never reads \`${parameter}\`, so it starts over every time.`,
  },
  examples: {
    bad: [
      {
        name: "no closure",
        source: ruby`
          { triggers: { new_lead: { poll: lambda { |_connection, _input| { events: get('/leads') } } } } }
                                    ^^^^^ noParameter
        `,
      },
      {
        name: "a closure that is not read",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, _input, closure|
                ^^^^^ unread
                  { events: get('/leads'), next_poll: 1, can_poll_more: false }
                end
              }
            }
          }
        `,
      },
      {
        name: "a closure that is never stored",
        source: ruby`
          {
            'triggers' => {
              'new_lead' => {
                'poll' => ->(_connection, input, closure) {
                ^^^^^^ notStored
                  since = closure&.[]('since') || input['since']
                  leads = get('/leads', since: since)['leads'] || []
                  {
                    events: leads,
                    can_poll_more: leads.size >= 100
                  }
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a closure that is read",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  since = closure || input['since']
                  { events: get('/leads', since: since), next_poll: now, can_poll_more: false }
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const reads = new Set<string>();
    return {
      node: [
        onNode(LocalVariableReadNode, ({ node, lambda }) => {
          if (lambda?.key === "poll") reads.add(`${lambda.path}:${node.name}`);
        }),
      ],
      end() {
        for (const trigger of context.connector.triggers.entries) {
          const poll = trigger.get("poll");
          const lambda = trigger.lambda("poll");
          if (!poll || !lambda || trigger.deprecated || trigger.has("webhook_subscribe")) continue;
          const { required, optional, rest } = lambda.parameters;
          if (rest || optional.length > 0) continue;
          const closure = required[2];
          if (required.length < 3) context.report("noParameter", poll, [trigger.name]);
          else if (closure && !reads.has(`${lambda.path}:${closure}`))
            context.report("unread", poll, [trigger.name, closure]);
          else if (alternatives(lambda.result()).every(storesNothing))
            context.report("notStored", poll, [trigger.name]);
        }
      },
    };
  },
});

function storesNothing(value: Value): boolean {
  return value.kind === "hash" && isClosed(value) && !cursors.some((key) => value.entries.has(key));
}
