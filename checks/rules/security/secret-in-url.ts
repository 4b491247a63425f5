import type { Lambda } from "../../connector/connector.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  CallNode,
  EmbeddedStatementsNode,
  InterpolatedStringNode,
  LocalVariableReadNode,
  type Node,
  spanOf,
  StringNode,
  SymbolNode,
} from "../../ruby/nodes.ts";
import { isConnection } from "./connection-variable.ts";
import { isSecretName } from "../../secrets/secret-names.ts";

export const secretInUrl = defineRule({
  id: "security/secret-in-url",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Sends secrets in headers or bodies, not in addresses.",
    why: "Addresses are written into the logs of every server on the way, and into the history of the job.",
    remedy: "Add the secret in `apply` with `headers`, or with `params` where the API has no header for it.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
    ],
  },
  messages: {
    secret: (key: string) => `The connection's \`${key}\` becomes part of the request's address.`,
  },
  examples: {
    bad: [
      {
        name: "a key in the query",
        source: ruby`
          { test: lambda { |c| get("/me?api_key=#{c['api_key']}") } }
                                                  ^^^^^^^^^^^^ secret
        `,
      },
      {
        name: "a token in the path, in a method",
        source: ruby`
          {
            "methods" => {
              "send_message" => ->(connection, text) do
                post("https://api.acme.com/bot" + connection[:bot_token] + '/messages', text: text)
                                                  ^^^^^^^^^^^^^^^^^^^^^^ secret
              end
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a header",
        source: ruby`
          {
            connection: { authorization: { apply: lambda { |connection| headers('X-Key': connection['api_key']) } } },
            test: lambda { |_connection| get('/me') }
          }
        `,
      },
      {
        name: "an account in the path",
        source: ruby`{ test: lambda { |connection| get("/accounts/#{connection['account_id']}") } }`,
      },
      {
        name: "the address of a token",
        source: ruby`{ test: lambda { |connection| get("#{connection['token_url']}/info") } }`,
      },
    ],
  },
  create: (context) => ({
    request({ node, lambda }) {
      const [address] = argumentsOf(node);
      if (!lambda || !address) return;
      for (const part of partsOf(address)) {
        const key = connectionKey(part, lambda);
        if (key === null || !isSecretName(key)) continue;
        context.report("secret", { span: spanOf(part), path: lambda.path }, [key]);
        return;
      }
    },
  }),
});

/** The expressions that a text is put together of. */
function partsOf(node: Node): readonly Node[] {
  if (node instanceof InterpolatedStringNode) return node.parts.flatMap(partsOf);
  if (node instanceof EmbeddedStatementsNode) {
    const [only, more] = node.statements?.body ?? [];
    return only && !more ? [only] : [];
  }
  if (!(node instanceof CallNode)) return [];
  if (node.name !== "+" || !node.receiver) return [node];
  return [node.receiver, ...argumentsOf(node)].flatMap(partsOf);
}

/** The key in `connection['key']`. */
function connectionKey(node: Node, lambda: Lambda): string | null {
  if (!(node instanceof CallNode) || !/^(?:\[\]|dig|fetch)$/u.test(node.name)) return null;
  const { receiver } = node;
  if (!(receiver instanceof LocalVariableReadNode) || !isConnection(receiver.name, lambda)) return null;
  const [key, more] = argumentsOf(node);
  return !more && (key instanceof StringNode || key instanceof SymbolNode) ? key.unescaped : null;
}
