import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { LocalVariableReadNode } from "../../ruby/nodes.ts";

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
        }
      },
    };
  },
});
