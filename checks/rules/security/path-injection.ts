import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { argumentsOf, CallNode, InterpolatedStringNode, spanOf, StringNode } from "../../ruby/nodes.ts";
import { inputKey, inputKeyIn, inputParameter, isFreeText } from "./input-values.ts";

const tests = /^(?:=~|!~|match\?|match|include\?|in\?|exclude\?|scan)$/u;

export const pathInjection = defineRule({
  id: "security/path-injection",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Encodes what users enter before it becomes part of a path.",
    why: "A mapped value with `../` or `?` in it makes the request go to another endpoint.",
    remedy: "Write `#{input['id'].to_s.encode_url}`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/building-actions/custom-action.html",
    ],
  },
  messages: {
    path: (key: string) => `The input \`${key}\` becomes part of the path without being encoded.`,
  },
  examples: {
    bad: [
      {
        name: "an identifier as it was entered",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id']}") }
                                                                   ^^^^^^^^^^^^^^ path
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "an encoded identifier",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda { |_connection, input| get("/leads/#{input['id'].to_s.encode_url}") }
              }
            }
          }
        `,
      },
      {
        name: "a choice from a list",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'kind', control_type: 'select', pick_list: 'kinds' }] },
                execute: lambda { |_connection, input| get("/objects/#{input['kind']}") }
              }
            }
          }
        `,
      },
      {
        name: "a value that is checked",
        source: ruby`
          {
            actions: {
              find: {
                input_fields: lambda { [{ name: 'id' }] },
                execute: lambda do |_connection, input|
                  error('The ID is a number.') unless input['id'].match?(/\A\d+\z/)
                  get("/leads/#{input['id']}")
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const checked = new Set<string>();
    return {
      node: [
        onNode(CallNode, ({ node, lambda }) => {
          const input = inputParameter(lambda);
          if (!lambda || input === null || !tests.test(node.name)) return;
          for (const side of [node.receiver, ...argumentsOf(node)]) {
            const key = side && inputKey(side, input);
            if (key) checked.add(`${lambda.path}:${key}`);
          }
        }),
      ],
      request({ node, lambda }) {
        const input = inputParameter(lambda);
        const [address] = argumentsOf(node);
        if (!lambda || !(address instanceof InterpolatedStringNode)) return;
        for (const [index, part] of address.parts.entries()) {
          if (part instanceof StringNode && /[?#]/u.test(part.unescaped.value)) return;
          const key = inputKeyIn(part, input);
          // At the start it is an address of its own, not a part of a path.
          if (key === null || index === 0 || checked.has(`${lambda.path}:${key}`)) continue;
          if (isFreeText(context, lambda, key)) {
            context.report("path", { span: spanOf(part), path: lambda.path }, [key]);
            return;
          }
        }
      },
    };
  },
});
