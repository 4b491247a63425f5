import { type Node, textsIn } from "../../ruby/nodes.ts";
import type { Value } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const authorizationUrlParameters = defineRule({
  id: "guidelines/authorization-url-parameters",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Asks for a code in `authorization_url`.",
    why: "The platform adds the client and the callback to the address, but not the type of the response, without which many applications refuse the login.",
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
      {
        name: "a query that is kept elsewhere",
        source: ruby`
          LOGIN = 'https://acme.com/authorize?response_type=code'
          QUERY = { response_type: 'code' }.to_param
          {
            connection: {
              authorization: {
                type: 'multi',
                options: {
                  eu: { type: 'oauth2', authorization_url: lambda { |_connection| LOGIN } },
                  us: { type: 'oauth2', authorization_url: lambda { |_connection| "https://acme.com/authorize?#{QUERY}" } },
                  own: { type: 'oauth2', authorization_url: lambda { |connection| "#{connection['login_url']}" } }
                }
              }
            }
          }
        `,
      },
      {
        name: "another name of the type",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda { |_connection| 'https://acme.com/authorize?type=web_server' }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const calling = new Set<Node>();
    return {
      methodCall({ lambda }) {
        if (lambda?.key === "authorization_url") calling.add(lambda.value.node);
      },
      end() {
        const { connection } = context.connector;
        for (const authorization of [connection.authorization, ...connection.options]) {
          const property = authorization?.get("authorization_url");
          const lambda = authorization?.lambda("authorization_url");
          if (!property || !lambda || authorization?.type !== "oauth2") continue;
          if (!mayLack(lambda.result()) || calling.has(lambda.value.node)) continue;
          if (textsIn(lambda.value.node).some(({ unescaped }) => unescaped.value.includes("response_type")))
            continue;
          context.report("responseType", property, []);
        }
      },
    };
  },
});

const hole = "\0";

/** Whether an address is known well enough to say that nothing in it tells the type of the response. */
function mayLack(value: Value): boolean {
  if (value.kind !== "string" && value.kind !== "template") return false;
  const text = value.kind === "string" ? value.text : value.parts.map((part) => part ?? hole).join("");
  if (!/^(?:https?:|\0\/)/u.test(text) || /[?&](?:response_)?type=/u.test(text)) return false;
  // A part that is not known may be a query, or a part of one, unless it is a value or a step of the path.
  return !/[\w?&]\0/u.test(text) && !/^[^?]*&/u.test(text);
}
