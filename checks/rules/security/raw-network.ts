import { defineRule, ruby } from "../../engine/rule.ts";
import { constantName, ConstantPathNode, type Node, spanOf } from "../../ruby/nodes.ts";
import { onConstantCall } from "./constant-calls.ts";

const clients = new Set([
  "RestClient",
  "TCPSocket",
  "UDPSocket",
  "Socket",
  "TCPServer",
  "OpenURI",
  "Faraday",
  "HTTParty",
  "Excon",
]);

export const rawNetwork = defineRule({
  id: "security/raw-network",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Sends requests with the SDK's verbs only.",
    why: "Other clients bypass the connection's authorization, the job's trace, timeouts and tunnels.",
    remedy: "Use `get`, `post`, `put`, `patch` or `delete`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/http.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/whitelist-removal.html",
    ],
  },
  messages: { client: (name: string) => `\`${name}\` sends requests past the platform.` },
  examples: {
    bad: [
      {
        name: "another HTTP client",
        source: ruby`
          { test: lambda { |_connection| RestClient.get('https://api.acme.com/me') } }
                                         ^^^^^^^^^^ client
        `,
      },
      {
        name: "another HTTP client by its full name",
        source: ruby`
          { test: lambda { |_connection| ::HTTParty.get('https://api.acme.com/me') } }
                                         ^^^^^^^^^^ client
        `,
      },
      {
        name: "Ruby's own client",
        source: ruby`
          { test: lambda { |_connection| Net::HTTP.get(URI('https://api.acme.com/me')) } }
                                         ^^^^^^^^^ client
        `,
      },
    ],
    good: [
      {
        name: "the name of the machine",
        source: ruby`{ methods: { agent: lambda { "Acme on #{Socket.gethostname}" } } }`,
      },
      {
        name: "the SDK's verb",
        source: ruby`{ test: lambda { |_connection| get('https://api.acme.com/me') } }`,
      },
      {
        name: "an address taken apart",
        source: ruby`{ methods: { host: lambda { |url| URI.parse(url).host } } }`,
      },
      {
        name: "an error of the SDK's own client",
        source: ruby`{ methods: { try: lambda { get('/me').presence rescue RestClient::NotFound } } }`,
      },
    ],
  },
  create: (context) => ({
    node: onConstantCall(({ receiver, name: method }, lambda) => {
      const name = clientName(receiver!, method);
      if (name) context.report("client", { span: spanOf(receiver!), path: lambda?.path ?? null }, [name]);
    }),
  }),
});

function clientName(receiver: Node, method: string): string | null {
  const constant = constantName(receiver);
  if (constant !== null) {
    if (constant === "URI" && method === "open") return "URI.open";
    // `Socket.gethostname` asks nobody else.
    if (constant === "Socket" && !/^(?:new|open|tcp|udp|unix)$/u.test(method)) return null;
    return clients.has(constant) ? constant : null;
  }
  if (!(receiver instanceof ConstantPathNode) || !receiver.parent) return null;
  const name = `${constantName(receiver.parent) ?? ""}::${receiver.name ?? ""}`;
  return ["Net::HTTP", "Net::SMTP", "Net::FTP", "Net::SSH", "Net::SFTP", "RestClient::Request"].includes(name)
    ? name
    : null;
}
