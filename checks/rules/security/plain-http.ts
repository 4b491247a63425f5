import { alternatives, leadingText, type Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import type { Edit } from "../../engine/finding.ts";
import { argumentsOf, InterpolatedStringNode, type Node, spanOf, StringNode } from "../../ruby/nodes.ts";
import type { SourceText } from "../../ruby/source.ts";
import type { Lambda } from "../../connector/connector.ts";

const addressLambdas = new Set(["base_uri", "authorization_url", "token_url"]);
/** Hosts that are not reached over the internet. */
const localHost =
  /^http:\/\/(?:localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[^./]+(?:[:/]|$)|[^/:]+\.(?:local|localhost|internal|lan)(?:[:/]|$))/u;

export const plainHttp = defineRule({
  id: "security/plain-http",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Sends requests over https.",
    why: "Over plain http, credentials and customers' data can be read and changed on the way.",
    remedy: "Use the https address of the API.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    http: (address: string) => `Requests to \`${address}\` travel unencrypted.`,
    host: () => "Requests to the server that the user names travel unencrypted.",
  },
  examples: {
    bad: [
      {
        name: "a request",
        source: ruby`
          { test: lambda { |_connection| get('http://api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,
        fixed: ruby`
          { test: lambda { |_connection| get('https://api.acme.com/me') } }
        `,
      },
      {
        name: "a server that the user names, perhaps in the same network",
        source: ruby`
          { connection: { base_uri: lambda { |connection| "http://#{connection['host']}:8080/api" } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ host
        `,
        fixed: ruby`
          { connection: { base_uri: lambda { |connection| "https://#{connection['host']}:8080/api" } } }
        `,
      },
      {
        name: "a base address",
        source: ruby`
          { connection: { base_uri: lambda { |connection| "http://#{connection['shop']}.acme.com" } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ http
        `,
        fixed: ruby`
          { connection: { base_uri: lambda { |connection| "https://#{connection['shop']}.acme.com" } } }
        `,
      },
    ],
    good: [
      { name: "https", source: ruby`{ test: lambda { |_connection| get('https://api.acme.com/me') } }` },
      {
        name: "a server on premises",
        source: ruby`{ test: lambda { |_connection| get('http://localhost:8080/me') } }`,
      },
      {
        name: "servers of the user's network, and a protocol that the user picks",
        source: ruby`
          {
            connection: {
              base_uri: lambda do |connection|
                connection['tls'] ? "https://#{connection['host']}" : "http://#{connection['host']}"
              end
            },
            test: lambda { |_c| [get('http://erp.local/me'), get('http://host.docker.internal:8080/me')] }
          }
        `,
      },
      {
        name: "a tunnel",
        source: ruby`{ secure_tunnel: true, test: lambda { |_c| get('http://erp.acme.com/me') } }`,
      },
    ],
  },
  create: (context) => {
    const report = (value: Value, path: string | null): void => {
      const text = leadingText(value);
      if (!text.startsWith("http://") || localHost.test(text) || !value.node) return;
      if (context.connector.root.has("secure_tunnel")) return;
      const address = addressOf(value);
      if (address === "http://") return;
      const place = { span: spanOf(value.node), path };
      const edits = encrypted(value.node, context.source);
      const options = edits.length > 0 ? { fix: { title: "Use https", edits } } : {};
      if (address === null) context.report("host", place, [], { severity: "notice", ...options });
      else context.report("http", place, [address], options);
    };
    const reportAll = (values: readonly Value[], path: string | null): void => {
      // The user picks the protocol.
      if (values.some((value) => leadingText(value).startsWith("https://"))) return;
      for (const value of values) report(value, path);
    };
    return {
      request(request) {
        if (argumentsOf(request.node)[0]) reportAll(alternatives(request.url), request.path);
      },
      lambda(lambda: Lambda) {
        if (!addressLambdas.has(lambda.key)) return;
        reportAll(alternatives(lambda.result()), lambda.path);
      },
    };
  },
});

/** The scheme and host, as far as they are known; null where all of the host is the user's. */
function addressOf(value: Value): string | null {
  const address = /^http:\/\/[^/?#\s]*/u.exec(leadingText(value))![0];
  if (address !== "http://" || value.kind !== "template") return address;
  const domain = /^[\w.-]*\.[a-z]{2,}(?=[:/?#]|$)/iu.exec(value.parts[2] ?? "");
  return domain ? `http://…${domain[0]}` : null;
}

/** Puts an `s` into the scheme; nothing where the literal does not begin with it. */
function encrypted(node: Node, source: SourceText): Edit[] {
  const first = node instanceof InterpolatedStringNode ? node.parts[0] : node;
  if (!(first instanceof StringNode) || !first.unescaped.startsWith("http://")) return [];
  // Behind the quote, if there is one; a heredoc's text stands elsewhere.
  const before = source.slice(spanOf(first)).indexOf("http://");
  const at = first.start + before + "http".length;
  return before < 0 || before > 3 ? [] : [{ span: { start: at, end: at }, text: "s" }];
}
