import { isClosed } from "../../connector/dsl-hash.ts";
import { alternatives, textWithHoles, type Value } from "../../connector/value.ts";
import type { NodeFact } from "../../connector/walk.ts";
import type { Lambda } from "../../connector/connector.ts";
import { defineRule, onCall, onNode, onPair, ruby } from "../../engine/rule.ts";
import {
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  isVariable,
  type Node,
} from "../../ruby/nodes.ts";
import { addTo } from "../../groups.ts";

/** In addresses that hand out a message, or say that it has arrived. */
const takes = /(?<![a-z])(?:ack|acknowledge|dequeue|receive(?:[_-]?messages?)?)(?![a-z])/iu;

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
      `The \`poll\` of \`${name}\` returns nothing new as \`next_poll\`, so there is never a closure to go on from.`,
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
        name: "a closure that stays nothing",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                ^^^^^ notStored
                  { events: get('/leads', since: closure || input['since']), next_poll: closure }
                end
              },
              new_contact: {
                poll: lambda do |_connection, input, closure|
                ^^^^^ notStored
                  { events: get('/contacts', since: closure || input['since']), next_poll: nil, can_poll_more: false }
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
        name: "a poll that triggers share",
        source: ruby`
          poll = lambda do |_connection, _input, closure|
            page = (closure ||= 1)
            { events: get('/leads', page: page), next_poll: page + 1 }
          end
          { triggers: { new_lead: { poll: poll }, new_contact: { poll: poll } } }
        `,
      },
      {
        name: "a closure that is made at the first poll, and one that is added to",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda do |_connection, input, closure|
                  closure ||= { 'since' => input['since'] }
                  { events: get('/leads', closure), next_poll: closure }
                end
              },
              new_contact: {
                poll: lambda do |_connection, input, closure|
                  closure = call('start', input) if closure.blank?
                  contacts = get('/contacts', closure)
                  { events: contacts, next_poll: closure }
                end
              }
            }
          }
        `,
      },
      {
        name: "a page that the API is asked for, and a result that a method makes",
        source: ruby`
          {
            triggers: {
              new_lead: {
                poll: lambda { |_connection, _input, closure| call('leads', get('/leads', next_page: closure)) }
              }
            },
            methods: { leads: lambda { |found| { events: found['leads'], next_poll: found['next_page'] } } }
          }
        `,
      },
      {
        name: "queues, which keep what is new themselves",
        source: ruby`
          {
            triggers: {
              new_message: {
                poll: lambda do |_connection, input, _closure|
                  messages = get("/queues/#{input['queue']}")['messages']
                  delete("/queues/#{input['queue']}/messages", ids: messages.pluck('id'))
                  { events: messages, can_poll_more: messages.present? }
                end
              },
              new_job: {
                poll: lambda do |_connection, input|
                  { events: post("/queues/#{input['queue']}/receive")['jobs'] }
                end
              }
            }
          }
        `,
      },
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
    // By the lambda itself, since triggers may share one.
    const reads = new Map<Node, Set<string>>();
    const read = ({ node, lambda }: NodeFact<Node & { readonly name: string }>): void => {
      if (lambda?.key !== "poll") return;
      const names = reads.get(lambda.value.node);
      if (names) names.add(node.name);
      else reads.set(lambda.value.node, new Set([node.name]));
    };
    /** What polls store; nothing is known of a closure that is set meanwhile. */
    const storing = new Map<Node, (Node | null)[]>();
    const store = (lambda: Lambda | null, value: Node | null): void => {
      if (lambda?.key === "poll") addTo(storing, lambda.value.node, value);
    };
    /** Polls that take messages from a queue, which hands out each of them once. */
    const taking = new Set<Node>();
    const write = (fact: NodeFact<Node & { readonly name: string }>): void => {
      if (fact.lambda?.parameters.required[2] === fact.node.name) store(fact.lambda, null);
    };
    return {
      node: [
        // The other name is that of a parameter in many APIs.
        onPair(["next_poll"], ({ node, lambda }) => store(lambda, node.value)),
        onCall(["[]=", "merge!", "store"], ({ node, lambda }) => store(lambda, node)),
        onNode(LocalVariableWriteNode, write),
        onNode(LocalVariableTargetNode, write),
        onNode(LocalVariableOrWriteNode, write),
        onNode(LocalVariableReadNode, read),
        onNode(LocalVariableOrWriteNode, read),
        onNode(LocalVariableAndWriteNode, read),
        onNode(LocalVariableOperatorWriteNode, read),
      ],
      request({ verb, url, lambda }) {
        if (lambda?.key !== "poll") return;
        if (verb === "delete" || takes.test(textWithHoles(url, " ") ?? "")) taking.add(lambda.value.node);
      },
      end() {
        for (const trigger of context.connector.triggers.entries) {
          const poll = trigger.get("poll");
          const lambda = trigger.lambda("poll");
          if (!poll || !lambda || trigger.deprecated || trigger.has("webhook_subscribe")) continue;
          if (taking.has(lambda.value.node)) continue;
          const { required, optional, rest } = lambda.parameters;
          if (rest || optional.length > 0) continue;
          const closure = required[2];
          // Some APIs cannot be asked for what is new: the less is said where that is plainly meant.
          if (required.length < 3)
            context.report("noParameter", poll, [trigger.name], { severity: "notice" });
          else if (closure && !reads.get(lambda.value.node)?.has(closure))
            context.report(
              "unread",
              poll,
              [trigger.name, closure],
              closure.startsWith("_") ? { severity: "notice" } : {},
            );
          else if (
            alternatives(lambda.result()).every(storesNothing) ||
            (closure && storing.get(lambda.value.node)?.every((value) => isVariable(value, closure)))
          )
            context.report("notStored", poll, [trigger.name]);
        }
      },
    };
  },
});

function storesNothing(value: Value): boolean {
  if (value.kind !== "hash" || !isClosed(value)) return false;
  // Nothing in `next_page` is the end of the pages, as the older SDK has it.
  return !value.entries.has("next_page") && (value.entries.get("next_poll")?.value.kind ?? "nil") === "nil";
}
