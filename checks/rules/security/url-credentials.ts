import type { Lambda } from "../../connector/connector.ts";
import { hole } from "../../text/prose.ts";
import { ShownTexts } from "./shown-texts.ts";
import { defineRule, onNode, ruby, whereTextHas } from "../../engine/rule.ts";
import { createIsWithin } from "../../ruby/nesting.ts";
import type { Span } from "../../ruby/source.ts";
import { argumentsOf, InterpolatedStringNode, type Node, spanOf, StringNode } from "../../ruby/nodes.ts";
import { isPlaceholder, looksRandom } from "../../secrets/placeholders.ts";

const inUserInfo = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@?#]+:(?<secret>[^/\s@?#[\](){}|<>^]{3,200})@[^/\s]/iu;
const inQuery =
  /[?&](?:api_?key|access_token|token|password|secret|client_secret)=(?<secret>[A-Za-z0-9_\-.~+/%]{8,200})(?:&|$)/iu;
/** An address whose password is only known when it is put together. */
const withHoles = new RegExp(`^[a-z][a-z0-9+.-]*://[^/\\s@?#]*:${hole}@`, "iu");
/** What hardly any file has, and all with one of these do, unless the code in a hole has a slash or an `@` of its own. */
const inFile = /@(?<=:\/\/[^/@]*@)|[?&](?:api_?key|access_token|token|password|secret|client_secret)=/iu;

export const urlCredentials = defineRule({
  id: "security/url-credentials",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Writes no credentials into addresses.",
    why: "What stands in an address is a secret in the code, and ends in the logs of every server on the way.",
    remedy: "Ask for the credentials in connection fields, and add them in `apply`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
    ],
  },
  messages: {
    user: () => "The address contains a user name with a password.",
    holes: () => "The address is put together with a user name and a password, which logs of addresses keep.",
    query: () => "The query of the address contains a secret.",
  },
  examples: {
    bad: [
      {
        name: "a password",
        source: ruby`
          { test: lambda { |_connection| get('https://bob:pw12-9k@api.acme.com/me') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `,
      },
      {
        name: "a key",
        source: ruby`
          { test: lambda { |_connection| get('https://api.acme.com/me?api_key=f81d4fae7dec11d0') } }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ query
        `,
      },
      {
        name: "a password that is put into each address",
        source: ruby`
          {
            'methods' => {
              'find' => ->(connection, path) {
                get("https://#{connection['user']}:#{connection['password']}@api.acme.com/#{path}")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ holes
              }
            }
          }
        `,
      },
      {
        name: "a password before a host that is computed",
        source: ruby`
          { methods: { me: lambda { |connection| get("https://bob:pw12-9k@#{connection['host']}/me") } } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user
        `,
      },
    ],
    good: [
      {
        name: "a placeholder in a hint",
        source: ruby`{ methods: { hint: lambda { 'https://user:password@host/x?token=xxxxxxxxxx' } } }`,
      },
      {
        name: "words that are no secrets, and a pattern",
        source: ruby`
          {
            test: lambda { |_c| get('https://api.acme.com/me?token=required_fields&password=optional') },
            methods: { secret: lambda { |url| url.match?('https://[^:]+:[^@]+@host') } }
          }
        `,
      },
      { name: "a port", source: ruby`{ test: lambda { |_c| get('https://api.acme.com:8443/me') } }` },
    ],
  },
  create: (context) => {
    const found: {
      readonly message: "user" | "query" | "holes";
      readonly node: Node;
      readonly lambda: Lambda | null;
    }[] = [];
    const addresses: Span[] = [];
    const isInAddress = createIsWithin(addresses);
    const check = (text: string, node: Node, lambda: Lambda | null): void => {
      if (!text.includes("://")) return;
      if (isSecret(inUserInfo.exec(text))) found.push({ message: "user", node, lambda });
      else if (looksRandom(inQuery.exec(text)?.groups?.["secret"] ?? "", 8))
        found.push({ message: "query", node, lambda });
      else if (withHoles.test(text)) found.push({ message: "holes", node, lambda });
    };
    return {
      node: [
        ...whereTextHas(
          inFile,
          onNode(StringNode, ({ node, lambda, parent }) => {
            if (!(parent instanceof InterpolatedStringNode)) check(node.unescaped, node, lambda);
          }),
          onNode(InterpolatedStringNode, ({ node, lambda }) => {
            const parts = node.parts.map((part) => (part instanceof StringNode ? part.unescaped : hole));
            check(parts.join(""), node, lambda);
          }),
        ),
      ],
      request({ node }) {
        const [address] = argumentsOf(node);
        if (address) addresses.push(spanOf(address));
      },
      end() {
        const shown = new ShownTexts(context.connector);
        for (const { message, node, lambda } of found) {
          const place = { span: spanOf(node), path: lambda?.path ?? null };
          // Elsewhere it may be a sample.
          const isSent = isInAddress(place.span);
          const isSure = message !== "holes" && isSent && !shown.includes(place.span, place.path);
          context.report(message, place, [], isSure ? {} : { severity: "warning" });
        }
      },
    };
  },
});

function isSecret(match: RegExpExecArray | null): boolean {
  const secret = match?.groups?.["secret"];
  return secret !== undefined && !secret.includes(hole) && !isPlaceholder(secret);
}
