import { positionalNames } from "../../connector/lambda.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { LocalVariableReadNode, spanOf } from "../../ruby/nodes.ts";

const writers = new Set(["[]=", "merge!", "store", "update", "delete"]);

export const connectionMutation = defineRule({
  id: "guidelines/connection-mutation",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes nothing into `connection`.",
    why: "Every lambda gets a fresh copy of the connection, so what is written there is lost.",
    remedy: "Return the value from `acquire` or `refresh` to keep it, or use a local variable.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
      "https://github.com/workato/workato-connector-sdk",
    ],
  },
  messages: { write: (name: string) => `What is written into \`${name}\` here is lost after the lambda.` },
  examples: {
    bad: [
      {
        name: "a token stored in the connection",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda do |connection, _input|
                  connection['token'] = post('/token')['token']
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write
                  get('/leads')
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a value read",
        source: ruby`{ test: lambda { |connection| get('/me', key: connection['key']) } }`,
      },
      {
        name: "a copy in acquire",
        source: ruby`
          { connection: { authorization: { acquire: lambda { |connection| connection['token'] = 1; connection } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    node: [
      onCall(writers, ({ node, lambda }) => {
        if (!(node.receiver instanceof LocalVariableReadNode) || !lambda) return;
        const { name } = node.receiver;
        if (lambda.key === "acquire" || !/^_?connection$/u.test(name)) return;
        if (!positionalNames(lambda.parameters).includes(name)) return;
        context.report("write", { span: spanOf(node), path: lambda.path }, [name]);
      }),
    ],
  }),
});
