import type { Lambda } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  callableOf,
  CallNode,
  childrenOf,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  literalText,
  LocalVariableReadNode,
  type Node,
  StatementsNode,
  StringNode,
} from "../../ruby/nodes.ts";
import { titleOf } from "../../text/operation-texts.ts";

const update = /\b(?:updated|modified|changed)\b|(?:\b(?:or|and)\b|\/) ?(?:update|change)s?\b/iu;
/** What is an ID of its own at each update. */
const ofUpdate =
  /event|uu?id|message|delivery|request|update|change|version|revision|history|log|audit|activity|transaction|notification|job|seq/iu;

export const dedup = defineRule({
  id: "guidelines/dedup",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Tells with `dedup` every event from all others.",
    why: "An event with a signature that was there before is dropped without a word.",
    remedy:
      "Return what is unique for the event: the ID of the record, and for updates the time of the update as well.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/triggers.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    constant: (trigger: string) =>
      `The \`dedup\` of \`${trigger}\` is the same for all events, so only the first one starts a job.`,
    updates: (trigger: string, key: string) =>
      `The \`dedup\` of \`${trigger}\` is the record's \`${key}\` alone, so its second update starts no job.`,
  },
  examples: {
    bad: [
      {
        name: "one text for all events",
        source: ruby`
          { triggers: { new_lead: { dedup: lambda { |_record| 'lead' } } } }
                                    ^^^^^^ constant
        `,
      },
      {
        name: "updates that are told apart by the record only",
        source: ruby`
          {
            triggers: {
              new_updated_lead: {
                title: 'New/updated lead',
                dedup: lambda do |lead|
                ^^^^^^ updates
                  lead['id']
                end
              }
            }
          }
        `,
      },
      {
        name: "a record's key, read in another way",
        source: ruby`
          { "triggers" => { "invoice_changed" => { "dedup" => ->(event) { event.dig(:data, :invoice_id).to_s } } } }
                                                   ^^^^^^^ updates
        `,
      },
      {
        name: "a key in camel case, and one in a text",
        source: ruby`
          {
            triggers: {
              updated_lead: { dedup: lambda { |lead| lead['leadId'] } },
                              ^^^^^^ updates
              updated_deal: { dedup: lambda { |deal| "deal-#{deal['id']}" } }
                              ^^^^^^ updates
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an ID of the event itself, in camel case",
        source: ruby`{ triggers: { updated_lead: { dedup: lambda { |event| "#{event['eventId']}" } } } }`,
      },
      {
        name: "new records",
        source: ruby`{ triggers: { new_lead: { dedup: lambda { |lead| lead['id'] } } } }`,
      },
      {
        name: "an update with its time",
        source: ruby`
          { triggers: { updated_lead: { dedup: lambda { |lead| "#{lead['id']}@#{lead['updated_at']}" } } } }
        `,
      },
      {
        name: "an ID of the event itself",
        source: ruby`{ triggers: { updated_lead: { dedup: lambda { |event| event['event_id'] } } } }`,
      },
      {
        name: "an event that the application sends",
        source: ruby`
          {
            triggers: {
              customer_updated: { webhook_notification: ->(_input, payload) { payload }, dedup: ->(event) { event['id'] } }
            }
          }
        `,
      },
      {
        name: "an ID of the change",
        source: ruby`{ triggers: { user_changed: { dedup: lambda { |user| user['change_id'] } } } }`,
      },
      {
        name: "an entry of a list of changes",
        source: ruby`{ triggers: { price_changed: { dedup: lambda { |change| change['id'] } } } }`,
      },
      {
        name: "an ID that the poll makes",
        source: ruby`
          {
            triggers: {
              updated_lead: {
                poll: lambda do |_connection, _input, closure|
                  leads = get('/leads', since: closure).map { |lead| lead.merge('id' => "#{lead['id']}@#{lead['time']}") }
                  { events: leads, next_poll: now }
                end,
                dedup: lambda { |lead| lead['id'] }
              }
            }
          }
        `,
      },
      {
        name: "records whose names have to do with changes",
        source: ruby`
          {
            triggers: {
              new_exchange_rate: { dedup: ->(rate) { rate['id'] } },
              new_change_request: { dedup: ->(request) { request['id'] } },
              new_status_update: { dedup: ->(update) { update['id'] } }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    trigger(trigger) {
      const property = trigger.get("dedup");
      const lambda = trigger.lambda("dedup");
      if (!property || !lambda || trigger.deprecated) return;
      const kind = lambda.result().kind;
      if (
        kind === "string" ||
        kind === "symbol" ||
        kind === "number" ||
        kind === "boolean" ||
        kind === "nil"
      ) {
        context.report("constant", property, [trigger.name]);
        return;
      }
      const key = onlyKey(lambda);
      if (key === null || !/^(?:\w+_)?id$/iu.test(key.replace(/(?<=[a-z])I[dD]$/u, "_id"))) return;
      // The events of an application often have an ID of their own, where a poll gets the record's.
      const isSent = trigger.has("webhook_notification") || trigger.has("webhook_subscribe");
      const isChange = /^_?(?:change|revision|version|history|audit|log)/u.test(
        lambda.parameters.required[0] ?? "",
      );
      if ((isSent || isChange) && key.toLowerCase() === "id") return;
      const name = `${trigger.name.replaceAll("_", " ")} ${titleOf(trigger)?.text ?? ""}`;
      if (!update.test(name) || /\bdelet/iu.test(name)) return;
      // A poll may make the key itself, of the ID and the time.
      const poll = trigger.lambda("poll");
      if (poll && makes(poll.value.node, key)) return;
      // Whole words, since the ID of a change is not that of a record that changed.
      const isRecord = wordsOf(name).includes(wordsOf(key).replace(/id $/u, ""));
      if (isRecord || !ofUpdate.test(key)) context.report("updates", property, [trigger.name, key]);
    },
  }),
});

/** The words in small letters, each between spaces. */
function wordsOf(text: string): string {
  return ` ${text.replaceAll(/(?<=[a-z])(?=[A-Z])|\W|_/gu, " ").toLowerCase()} `;
}

/** Whether code sets an entry of that key. */
function makes(node: Node, key: string): boolean {
  const [set] =
    node instanceof AssocNode
      ? [node.key]
      : node instanceof CallNode && node.name === "[]="
        ? argumentsOf(node)
        : [];
  if (literalText(set) === key) return true;
  return childrenOf(node).some((child) => makes(child, key));
}

/** The key of the event's entry that the lambda returns as it is; null where it returns anything else. */
function onlyKey(lambda: Lambda): string | null {
  const body = callableOf(lambda.value.node)?.body;
  const [only, more] = body instanceof StatementsNode ? body.body : [];
  let node: Node | undefined = more ? undefined : only;
  if (node instanceof InterpolatedStringNode) {
    const [hole, another] = node.parts.filter((part) => !(part instanceof StringNode));
    const inner = hole instanceof EmbeddedStatementsNode ? hole.statements?.body : undefined;
    node = another || inner?.length !== 1 ? undefined : inner[0];
  }
  while (node instanceof CallNode && /^to_(?:s|i)$/u.test(node.name) && node.receiver) node = node.receiver;
  if (!(node instanceof CallNode) || !/^(?:\[\]|dig)$/u.test(node.name)) return null;
  const key = argumentsOf(node).at(-1);
  let root: Node | null = node.receiver;
  while (root instanceof CallNode && root.name === "[]") root = root.receiver;
  if (!(root instanceof LocalVariableReadNode) || root.name !== lambda.parameters.required[0]) return null;
  return literalText(key);
}
