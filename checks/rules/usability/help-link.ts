import type { Operation, Trigger } from "../../connector/connector.ts";
import { textOf, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { shownValue } from "../../text/operation-texts.ts";
import { prosesOf, quoted } from "../../text/prose.ts";

export const helpLink = defineRule({
  id: "usability/help-link",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  options: {
    inputs: {
      kind: "integer",
      default: 12,
      minimum: 1,
      summary: "The number of inputs from which on help needs a link.",
    },
  },
  docs: {
    summary: "Links the documentation from the help of steps that take some setting up.",
    why: "What a step with many inputs, or a webhook to register, needs does not fit into a paragraph.",
    remedy: "Let `help` return a hash with `body`, `learn_more_url` and `learn_more_text`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-help-text",
    ],
  },
  messages: {
    missing: (kind: string, name: string) =>
      `The help of the ${kind} \`${name}\` has no link to its documentation.`,
    noUrl: (name: string) =>
      `The help of \`${name}\` has a \`learn_more_text\` and no \`learn_more_url\` that it leads to.`,
    noText: (name: string) =>
      `The help of \`${name}\` has a \`learn_more_url\` and no \`learn_more_text\` to click on.`,
    address: (name: string, url: string) =>
      `The \`learn_more_url\` of \`${name}\`, \`${url}\`, does not begin with \`https://\`.`,
  },
  examples: {
    bad: [
      {
        name: "a webhook to register",
        source: ruby`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            new_event: {
              help: 'Register the webhook in Acme.',
              ^^^^^ missing
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `,
      },
      {
        name: "a link without a text",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs' }
            ^^^^^ noText
          } } }
        `,
      },
      {
        name: "a text without a link",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_text: 'Learn more' }
            ^^^^^ noUrl
          } } }
        `,
      },
      {
        name: "a link that is not encrypted",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'http://acme.com/docs', learn_more_text: 'Learn more' }
            ^^^^^ address
          } } }
        `,
      },
    ],
    good: [
      {
        name: "addresses of other forms, and help beside the webhook's address",
        source: ruby`
          { title: 'Acme', webhook_keys: ->(params, _, _) { params['id'] }, triggers: {
            a: {
              help: 'Register the webhook as told at www.acme.com/hooks.',
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            },
            b: {
              help: 'Register the webhook in Acme.', webhook_url_help: { body: 'Paste it in Settings.' },
              webhook_key: ->(_, input) { input['id'] }, webhook_notification: ->(_, payload) { payload }
            }
          } }
        `,
      },
      {
        name: "a link",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: 'https://acme.com/docs', learn_more_text: 'Learn more' }
          } } }
        `,
      },
      {
        name: "a link that is left blank",
        source: ruby`
          { title: 'Acme', actions: { create_lead: {
            help: { body: 'Creates a lead.', learn_more_url: '', learn_more_text: '' }
          } } }
        `,
      },
      {
        name: "a step that is plain",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { help: 'Gets a lead.', input_fields: ->(_) { [{ name: 'lead_id' }] } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    operation(operation) {
      const property = operation.get("help");
      if (operation.deprecated || !property) return;
      const value = shownValue(operation, "help");
      const { kind, name } = operation;
      const [url, text] = ["learn_more_url", "learn_more_text"].map((key) => givenAt(value, key));
      const address = textOf(url ?? undefined);
      if (text && !url) context.report("noUrl", property, [name]);
      else if (url && !text) context.report("noText", property, [name]);
      else if (address !== null && !/^\s*https:\/\//i.test(address))
        context.report("address", property, [name, quoted(address, 60)]);
      else if (!url && isInvolved(operation, context.options.inputs) && !mayHaveLink(value))
        context.report("missing", property, [kind, name]);
    },
  }),
});

/** What a hash that is all known has under a key, if that is something. */
function givenAt(value: Value | undefined, key: string): Value | null {
  const given = value?.kind === "hash" && !value.open ? value.entries.get(key)?.value : undefined;
  const isBlank = !given || given.kind === "nil" || (given.kind === "string" && given.text.trim() === "");
  return isBlank ? null : given;
}

function isInvolved(operation: Operation, inputs: number): boolean {
  // How to register a webhook may be told beside its address.
  if (operation.has("webhook_url_help")) return false;
  if (operation.kind === "trigger" && (operation as Trigger).triggerKind === "static_webhook") return true;
  return operation.inputFields.fields.filter((field) => !field.conditional).length >= inputs;
}

/** A link, or an address to copy. */
const link = /<a\s|https?:\/\/|\bwww\.|\b[\w-]{1,63}\.[a-z]{2,24}\/\w/i;

/** Whether there is a link in the text, or may be in the parts of it that are not known. */
function mayHaveLink(value: Value | undefined): boolean {
  const body = value?.kind === "hash" && !value.open ? value.entries.get("body")?.value : value;
  const proses = prosesOf(body);
  return proses.length === 0 || proses.some(({ text, whole }) => !whole || link.test(text));
}
