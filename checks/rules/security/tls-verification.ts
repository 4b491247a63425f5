import { defineRule, onCall, onNode, onPair, ruby } from "../../engine/rule.ts";
import { argumentsOf, ConstantPathNode, FalseNode, type Node, spanOf, SymbolNode } from "../../ruby/nodes.ts";

/** Clients that take the setting. */
const clients = /RestClient|Net::HTTP|Faraday|HTTParty|Excon/u;

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
      {
        name: "a client that is told not to verify",
        source: ruby`
          {
            methods: {
              fetch: ->(url) { RestClient::Request.execute(method: :get, url: url, verify_ssl: false) }
                                                                                   ^^^^^^^^^^^^^^^^^ off
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a setting of the application",
        source: ruby`{ methods: { add: lambda { |url| post('/hooks', url: url, verify_ssl: false) } } }`,
      },
      {
        name: "a private authority",
        source: ruby`{ test: lambda { |c| get('/me').tls_server_certs(certificates: [c['ca']]) } }`,
      },
    ],
  },
  create: (context) => {
    /** The arguments of calls that set what certificates are accepted. */
    const certs = new Set<Node | null>();
    return {
      node: [
        onNode(ConstantPathNode, ({ node, lambda }) => {
          if (node.name === "VERIFY_NONE")
            context.report("off", { span: spanOf(node), path: lambda?.path ?? null }, ["VERIFY_NONE"]);
        }),
        onPair(["verify_ssl", "ssl_verify", "strict"], ({ node, lambda, parent }) => {
          if (!(node.key instanceof SymbolNode && node.value instanceof FalseNode)) return;
          const name = node.key.unescaped;
          if (name === "strict" && !certs.has(parent)) return;
          // In the body of a request of the SDK, it is a setting of the application.
          if (name !== "strict" && (!lambda || !clients.test(context.source.slice(lambda.span)))) return;
          context.report("off", { span: spanOf(node), path: lambda?.path ?? null }, [`${name}: false`]);
        }),
        onCall(["tls_server_certs"], ({ node }) => {
          for (const argument of argumentsOf(node)) certs.add(argument);
        }),
      ],
    };
  },
});
