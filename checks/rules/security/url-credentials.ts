import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { spanOf, StringNode } from "../../ruby/nodes.ts";
import { isPlaceholder } from "../../secrets/placeholders.ts";

const inUserInfo = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@?#]+:(?<secret>[^/\s@?#]{3,200})@[^/\s]/iu;
const inQuery =
  /[?&](?:api_?key|access_token|token|password|secret|client_secret)=(?<secret>[A-Za-z0-9_\-.~+/%]{8,200})(?:&|$)/iu;
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
    ],
    good: [
      {
        name: "a placeholder in a hint",
        source: ruby`{ methods: { hint: lambda { 'https://user:password@host/x?token=xxxxxxxxxx' } } }`,
      },
      { name: "a port", source: ruby`{ test: lambda { |_c| get('https://api.acme.com:8443/me') } }` },
    ],
  },
  create: (context) => ({
    node: [
      onNode(StringNode, ({ node, lambda }) => {
        const text = node.unescaped.value;
        if (!text.includes("://")) return;
        const place = { span: spanOf(node), path: lambda?.path ?? null };
        if (isSecret(inUserInfo.exec(text))) context.report("user", place, []);
        else if (isSecret(inQuery.exec(text))) context.report("query", place, []);
      }),
    ],
  }),
});

function isSecret(match: RegExpExecArray | null): boolean {
  const secret = match?.groups?.["secret"];
  return secret !== undefined && !isPlaceholder(secret);
}
