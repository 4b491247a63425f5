import { caseMatches } from "../../connector/evaluate/operators.ts";
import type { Lambda, MethodCall } from "../../connector/connector.ts";
import { alternatives, string, textOf, type Value } from "../../connector/value.ts";
import type { CallFact } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";
import { addTo } from "../../groups.ts";
import { createRescuedCode } from "../guidelines/rescued.ts";
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
        name: "a text beside a rescue of other errors, and other signals",
        source: ruby`
          {
            'title' => 'Acme',
            'connection' => {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) { post('/login', connection) },
                'refresh_on' => [401, 'Expired', /denied/]
              }
            },
            'methods' => {
              'read' => lambda do |text|
                error('Invalid request') if text.blank?
                      ^^^^^^^^^^^^^^^^^ generic
                parse_json(text)
              rescue JSON::ParserError
                raise 'Error'
                      ^^^^^^^ generic
              end
            }
          }
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
        name: "a text that the lambda rescues",
        source: ruby`
          {
            title: 'Acme',
            methods: {
              first: lambda do |rows|
                begin
                  error('Not OK') if rows.blank?
                  rows.first
                rescue StandardError => e
                  error("No rows: #{e.message}")
                end
              end,
              second: ->(rows) { (rows[1] || raise('Invalid')) rescue {} }
            }
          }
        `,
      },
      {
        name: "a text that each caller of the method rescues",
        source: ruby`
          {
            title: 'Acme',
            test: ->(connection) { get("/#{call('read', connection)}") rescue error('Enter a subdomain.') },
            methods: { read: ->(connection) { connection['subdomain'] || raise('Invalid') } }
          }
        `,
      },
      {
        name: "a text that makes the SDK log in again",
        source: ruby`
          {
            title: 'Acme',
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(connection) { post('/login', connection) },
                refresh_on: [401, 'Invalid', /not ok/i]
              }
            },
            methods: { check: ->(body) { body['ok'] ? error('Invalid') : error('Not OK') } }
          }
        `,
      },
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
            error(i['message'] || 'Unknown error') if i['failed']
          } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const rescued = context.shared(createRescuedCode);
    const calls: CallFact[] = [];
    const callsOfMethods = new Map<string | null, MethodCall[]>();
    const note = (call: CallFact): void => void calls.push(call);
    return {
      bareCall: { error: note, raise: note },
      node: rescued.listeners,
      methodCall: (call) => addTo(callsOfMethods, textOf(call.name), call),
      end() {
        for (const call of calls) judge(call);
      },
    };

    function judge({ node, lambda }: CallFact): void {
      const arguments_ = argumentsOf(node);
      const message = arguments_[0];
      if (!message || arguments_.length !== 1 || rescued.isRescued(node)) return;
      const value = context.connector.evaluate(message);
      // What is said where the application says nothing may be general.
      const [prose] = value.kind === "choice" ? [] : prosesOf(value);
      if (!prose?.whole) return;
      const place = { span: spanOf(message), path: lambda?.path ?? null };
      const isBlank = prose.text.trim() === "";
      if ((!isBlank && !empty.test(sayingOf(prose.text))) || isSignal(prose.text)) return;
      if (isRescuedByAll(lambda)) return;
      if (isBlank) context.report("blank", place, [node.name]);
      else context.report("generic", place, [quoted(prose.text)]);
    }

    /** Whether a lambda is a method, each call of which is rescued. */
    function isRescuedByAll(lambda: Lambda | null): boolean {
      if (lambda?.owner !== "method") return false;
      return callsOfMethods.get(lambda.key)?.every(({ node }) => rescued.isRescued(node)) ?? false;
    }

    /** Whether the text is one that makes the SDK log in again, and is not for users. */
    function isSignal(text: string): boolean {
      const { connection } = context.connector;
      return [connection.authorization, ...connection.options].some((authorization) =>
        ["refresh_on", "detect_on"].some((key) =>
          alternatives(authorization?.get(key)?.value).some((value) => maySay(value, text)),
        ),
      );
    }
  },
});

/** Whether one of the patterns may be there for an error of that text. */
function maySay(pattern: Value, text: string): boolean {
  if (pattern.kind !== "array") return caseMatches(pattern, string(text)) !== false;
  return (
    pattern.open || pattern.items.some(({ value }) => alternatives(value).some((one) => maySay(one, text)))
  );
}
