import type { CallFact } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";
import { prosesOf, quoted, sayingOf } from "../../text/prose.ts";

/** Messages that say that something is wrong, and not what. */
const empty =
  /^(?:an? |the |some )?(?:error|unknown error|unexpected error|internal error|fail(?:ed|ure)?|exception|invalid|oops|bad request|wrong|not ok|something (?:went|is) wrong|(?:error|failure) occurred|(?:request|action|operation) failed|invalid (?:input|request|data|value)s?)$/;

export const errorMessage = defineRule({
  id: "usability/error-message",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says in each error what went wrong and what to do.",
    why: "The message is all that users see of a failed job; one that only says “Error” sends them to support.",
    remedy: "Name the input or the answer of the application in the message, and what would set it right.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html#descriptive-error-messages",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html",
    ],
  },
  messages: {
    generic: (message: string) => `The error message “${message}” does not say what went wrong.`,
    blank: (call: string) => `The call of \`${call}\` has an empty message.`,
  },
  examples: {
    bad: [
      {
        name: "a word",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { error('Invalid input') if i['id'].blank? } } } }
                                                                            ^^^^^^^^^^^^^^^ generic
        `,
      },
      {
        name: "nothing",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) { raise '' if i['id'].blank? } } } }
                                                                            ^^ blank
        `,
      },
    ],
    good: [
      {
        name: "what to do",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            error('Provide at least one search criteria.') if i.blank?
          } } } }
        `,
      },
      {
        name: "the application's own message",
        source: ruby`
          { title: 'Acme', actions: { get_lead: { execute: ->(c, i) {
            get('/lead').after_error_response(/4../) { |code, body, headers, message| error("#{message}: #{body}") }
          } } } }
        `,
      },
    ],
  },
  create: (context) => {
    return { bareCall: { error: judge, raise: judge } };

    function judge({ node, lambda }: CallFact): void {
      const arguments_ = argumentsOf(node);
      const message = arguments_[0];
      if (!message || arguments_.length !== 1) return;
      const [prose] = prosesOf(context.connector.evaluate(message));
      if (!prose?.whole) return;
      const place = { span: spanOf(message), path: lambda?.path ?? null };
      if (prose.text.trim() === "") context.report("blank", place, [node.name]);
      else if (empty.test(sayingOf(prose.text))) context.report("generic", place, [quoted(prose.text)]);
    }
  },
});
