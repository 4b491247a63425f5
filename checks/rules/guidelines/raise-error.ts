import type { CallFact } from "../../connector/walk.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  ConstantPathNode,
  ConstantReadNode,
  InterpolatedStringNode,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";
import { createRescuedCode } from "./rescued.ts";

/** Lambdas that the SDK runs outside of an operation: https://github.com/workato/workato-connector-sdk */
const withoutError =
  /^(?:dedup|selected|webhook_notification|webhook_keys|base_uri|client_id|client_secret|authorization_url|token_url|convert_(?:in|out)put|render_input|parse_output)$/u;

export const raiseError = defineRule({
  id: "guidelines/raise-error",
  severity: "notice",
  confidence: "medium",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Fails with `error`, not with `raise`.",
    why: "`error` is the SDK's own way to fail a job with a message for its user, and the one that the documentation describes.",
    remedy: "Write `error('What went wrong, and what to do')`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/error-handling.html"],
  },
  messages: { raise: () => "A message for users is raised as an exception of Ruby." },
  examples: {
    bad: [
      {
        name: "a check of an input",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda do |_connection, input|
                  raise 'Enter an ID or an email address.' if input.blank?
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
                  get('/leads', input)
                end
              }
            }
          }
        `,
        fixed: ruby`
          {
            actions: {
              find: {
                execute: lambda do |_connection, input|
                  error('Enter an ID or an email address.') if input.blank?
                  get('/leads', input)
                end
              }
            }
          }
        `,
      },
      {
        name: "an exception of another kind than the one that is rescued",
        source: ruby`
          {
            methods: {
              read: lambda do |text|
                raise 'The answer is empty.' if text.blank?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
                parse_json(text)
              rescue JSON::ParserError
                {}
              end
            }
          }
        `,
      },
      {
        name: "an exception with a class, in a method",
        source: ruby`
          {
            "methods" => {
              "check" => ->(response) { raise(StandardError, "Failed: #{response['message']}") unless response['ok'] }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ raise
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an error of the SDK",
        source: ruby`{ methods: { check: lambda { |input| error('Enter an ID.') if input.blank? } } }`,
      },
      {
        name: "an exception where there is no `error`",
        source: ruby`
          {
            triggers: {
              new_lead: { dedup: lambda { |lead| lead['id'] || raise('The lead has no ID.') } }
            }
          }
        `,
      },
      {
        name: "an exception that the lambda rescues",
        source: ruby`
          {
            methods: {
              first: lambda do |rows|
                raise 'No rows' if rows.blank?
                rows.first
              rescue StandardError
                {}
              end
            }
          }
        `,
      },
      {
        name: "an exception whose class the lambda rescues",
        source: ruby`
          {
            methods: {
              first: lambda do |rows|
                raise ArgumentError, 'No rows' if rows.blank?
                rows.first
              rescue ArgumentError
                {}
              end
            }
          }
        `,
      },
      {
        name: "an exception whose class the caller of a method rescues",
        source: ruby`
          {
            methods: {
              check: lambda { |rows| raise ArgumentError, 'No rows' if rows.blank? },
              first: lambda do |rows|
                call('check', rows)
                rows.first
              rescue ArgumentError
                {}
              end
            }
          }
        `,
      },
      {
        name: "an exception that is passed on",
        source: ruby`
          {
            test: lambda do |_connection|
              get('/me').presence
            rescue StandardError => e
              raise e
            end
          }
        `,
      },
    ],
  },
  create: (context) => {
    const raised: CallFact[] = [];
    const rescued = context.shared(createRescuedCode);
    return {
      bareCall: { raise: (call) => void raised.push(call) },
      node: rescued.listeners,
      end() {
        for (const call of raised) check(call);
      },
    };

    function check({ node, lambda }: CallFact): void {
      const given = argumentsOf(node);
      const [first, second, more] = given;
      if (!lambda || more || !first || withoutError.test(lambda.key)) return;
      const isText = (at: unknown) => at instanceof StringNode || at instanceof InterpolatedStringNode;
      const isClass = first instanceof ConstantReadNode || first instanceof ConstantPathNode;
      if (!(isText(first) && !second) && !(isClass && isText(second))) return;
      // An exception of a class of its own may be just what a `rescue` of that class waits for.
      if (isClass ? rescued.isAwaited(node, first.name ?? "") : rescued.isRescued(node)) return;
      const text = context.source.slice(spanOf(first));
      const canFix = isText(first) && !text.startsWith("<<");
      const fix = { title: "Call `error`", edits: [{ span: spanOf(node), text: `error(${text})` }] };
      context.report("raise", { span: spanOf(node), path: lambda.path }, [], canFix ? { fix } : {});
    }
  },
});
