import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import {
  argumentsOf,
  AssocNode,
  CallNode,
  ConstantPathNode,
  FalseNode,
  KeywordHashNode,
  spanOf,
  SymbolNode,
} from "../../ruby/nodes.ts";

export const tlsVerification = defineRule({
  id: "security/tls-verification",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Verifies the certificates of servers.",
    why: "Without it, anybody on the way can pose as the API and read the credentials.",
    remedy: "Leave verification on, and pass a private authority's certificate to `tls_server_certs`.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html"],
  },
  messages: {
    off: (what: string) => `\`${what}\` switches the verification of the server's certificate off.`,
  },
  examples: {
    bad: [
      {
        name: "a check that is not strict",
        source: ruby`
          { test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']], strict: false) } }
                                                                                    ^^^^^^^^^^^^^ off
        `,
      },
      {
        name: "OpenSSL's constant",
        source: ruby`
          { methods: { mode: lambda { OpenSSL::SSL::VERIFY_NONE } } }
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ off
        `,
      },
    ],
    good: [
      {
        name: "a private authority",
        source: ruby`{ test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']]) } }`,
      },
    ],
  },
  create: (context) => ({
    node: [
      onNode(ConstantPathNode, ({ node, lambda }) => {
        if (node.name === "VERIFY_NONE")
          context.report("off", { span: spanOf(node), path: lambda?.path ?? null }, ["VERIFY_NONE"]);
      }),
      onNode(CallNode, ({ node, lambda }) => {
        if (node.name !== "tls_server_certs") return;
        for (const argument of argumentsOf(node)) {
          if (!(argument instanceof KeywordHashNode)) continue;
          for (const pair of argument.elements) {
            if (
              !(
                pair instanceof AssocNode &&
                pair.key instanceof SymbolNode &&
                pair.value instanceof FalseNode
              )
            )
              continue;
            if (pair.key.unescaped.value !== "strict") continue;
            context.report("off", { span: spanOf(pair), path: lambda?.path ?? null }, ["strict: false"]);
          }
        }
      }),
    ],
  }),
});
