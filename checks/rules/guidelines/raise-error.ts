import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  ConstantPathNode,
  ConstantReadNode,
  InterpolatedStringNode,
  spanOf,
  StringNode,
} from "../../ruby/nodes.ts";

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
  create: (context) => ({
    bareCall: {
      raise({ node, lambda }) {
        const given = argumentsOf(node);
        const [first, second, more] = given;
        if (!lambda || more || !first) return;
        const isText = (at: unknown) => at instanceof StringNode || at instanceof InterpolatedStringNode;
        const isClass = first instanceof ConstantReadNode || first instanceof ConstantPathNode;
        if (!(isText(first) && !second) && !(isClass && isText(second))) return;
        const text = context.source.slice(spanOf(first));
        const canFix = isText(first) && !text.startsWith("<<");
        const fix = { title: "Call `error`", edits: [{ span: spanOf(node), text: `error(${text})` }] };
        context.report("raise", { span: spanOf(node), path: lambda.path }, [], canFix ? { fix } : {});
      },
    },
  }),
});
