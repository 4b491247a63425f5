import type { Lambda } from "../../connector/connector.ts";
import type { CallFact } from "../../connector/walk.ts";
import { defineRule, onCall, ruby } from "../../engine/rule.ts";
import { isConnection } from "./connection-variable.ts";
import { isSecretName } from "../../secrets/secret-names.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  literalText,
  LocalVariableReadNode,
  type Node,
  spanOf,
} from "../../ruby/nodes.ts";

export const credentialOutput = defineRule({
  id: "security/credential-output",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Keeps credentials out of messages.",
    why: "Job reports, the console and mails about errors show them to people without access to the connection.",
    remedy: "Name what failed, without the credentials.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/debugging.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    credential: (call: string) => `\`${call}\` shows credentials of the connection.`,
    output: () => "The output of the step has the whole connection in it.",
  },
  examples: {
    bad: [
      {
        name: "the whole connection",
        source: ruby`
          { test: lambda { |connection| error("Failed with #{connection}") } }
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
        `,
      },
      {
        name: "a key",
        source: ruby`
          { test: lambda { |conn| puts conn['api_key'] } }
                                  ^^^^^^^^^^^^^^^^^^^^ credential
        `,
      },
      {
        name: "a message that is joined, and an output with all of the connection",
        source: ruby`
          {
            'actions' => {
              'who_am_i' => {
                'execute' => ->(connection, _input) do
                  error('No account for ' + connection['apiToken']) if get('/me').blank?
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credential
                  get('/me').merge(connection)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ output
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a subdomain",
        source: ruby`{ test: lambda { |connection| error("Failed for #{connection['subdomain']}") } }`,
      },
      {
        name: "an answer that is called a connection",
        source: ruby`
          {
            actions: {
              link: {
                execute: lambda do |_connection, input|
                  connection = post('/connections', input)
                  error("Not linked: #{connection}") if connection['id'].blank?
                  input.merge(connection)
                end
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const listen = ({ node, lambda, blocks }: CallFact): void => {
      if (!lambda || blocks || !argumentsOf(node).some((argument) => showsCredential(argument, lambda)))
        return;
      context.report("credential", { span: spanOf(node), path: lambda.path }, [node.name]);
    };
    return {
      node: [
        onCall(["merge", "reverse_merge"], ({ node, lambda, usage }) => {
          if (usage !== "tail" || lambda?.key !== "execute") return;
          if (argumentsOf(node).some((argument) => isWhole(argument, lambda)))
            context.report("output", { span: spanOf(node), path: lambda.path }, []);
        }),
      ],
      bareCall: { error: listen, raise: listen, puts: listen, p: listen, pp: listen, print: listen },
    };
  },
});

/** Whether an expression is the connection that the lambda was given. */
function isWhole(node: Node | null, lambda: Lambda): boolean {
  return node instanceof LocalVariableReadNode && isConnection(node.name, lambda);
}

function showsCredential(node: Node, lambda: Lambda): boolean {
  const shows = (inner: Node): boolean => showsCredential(inner, lambda);
  if (node instanceof LocalVariableReadNode) return isWhole(node, lambda);
  if (node instanceof InterpolatedStringNode) return node.parts.some(shows);
  if (node instanceof EmbeddedStatementsNode) return node.statements?.body.some(shows) ?? false;
  if (!(node instanceof CallNode)) return false;
  const { receiver, name } = node;
  if (name === "+" && receiver) return [receiver, ...argumentsOf(node)].some(shows);
  if (!isWhole(receiver, lambda)) return false;
  if (["to_s", "inspect", "to_json"].includes(name)) return true;
  const isRead = name === "[]" || name === "dig";
  return isRead && isSecretName(literalText(argumentsOf(node)[0]) ?? "");
}
