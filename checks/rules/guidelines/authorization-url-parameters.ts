import { textsIn } from "../../ruby/nodes.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const authorizationUrlParameters = defineRule({
  id: "guidelines/authorization-url-parameters",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Asks for a code in `authorization_url`.",
    why: "The platform adds the client and the callback to the address, but not the type of the response.",
    remedy: "Add `response_type=code`, and the scopes that the connector needs, to the address.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: { responseType: () => "The `authorization_url` has no `response_type`." },
  examples: {
    bad: [
      {
        name: "an address alone",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda { |_connection| 'https://acme.com/authorize?scope=read' }
                ^^^^^^^^^^^^^^^^^^ responseType
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a query that is put together",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |_connection|
                  params = { response_type: 'code', scope: 'read' }.to_param
                  "https://acme.com/authorize?#{params}"
                end
              }
            }
          }
        `,
      },
      {
        name: "an address from a method",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', authorization_url: lambda { |c| c['login_url'] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    const calling = new Set<string>();
    return {
      methodCall({ lambda }) {
        if (lambda?.key === "authorization_url") calling.add(lambda.path);
      },
      end() {
        const { connection } = context.connector;
        for (const authorization of [connection.authorization, ...connection.options]) {
          const property = authorization?.get("authorization_url");
          const lambda = authorization?.lambda("authorization_url");
          if (!property || !lambda || authorization?.type !== "oauth2") continue;
          const result = lambda.result();
          if (result.kind !== "string" && result.kind !== "template") continue;
          const text = result.kind === "string" ? result.text : (result.parts[0] ?? "");
          if (!text.startsWith("http") && result.kind !== "template") continue;
          if (calling.has(lambda.path)) continue;
          if (textsIn(lambda.value.node).some(({ unescaped }) => unescaped.value.includes("response_type")))
            continue;
          context.report("responseType", property, []);
        }
      },
    };
  },
});
