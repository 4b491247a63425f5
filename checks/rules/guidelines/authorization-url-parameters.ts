import { AssocNode, CallNode, HashNode, literalText, type Node, nodesIn, textsIn } from "../../ruby/nodes.ts";
import { alternatives, textWithHoles, type Value } from "../../connector/value.ts";
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
      {
        name: "a query of a hash, and a choice of addresses",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'multi',
                options: {
                  own: {
                    type: 'oauth2',
                    authorization_url: lambda do |connection|
                    ^^^^^^^^^^^^^^^^^^ responseType
                      params = { client_id: connection['client_id'], scope: 'read' }.to_param
                      "https://acme.com/authorize?#{params}"
                    end
                  },
                  eu: {
                    type: 'oauth2',
                    authorization_url: ->(connection) { connection['eu'] ? 'https://acme.eu/login' : 'https://acme.com/login' }
                    ^^^^^^^^^^^^^^^^^^ responseType
                  }
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a query of a hash that is added to",
        source: ruby`
          QUERY = { response_type: 'code' }
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |connection|
                  params = { client_id: connection['client_id'] }.merge(QUERY).to_param
                  "https://acme.com/authorize?#{params}"
                end
              }
            }
          }
        `,
      },
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
          if (calling.has(lambda.value.node)) continue;
          const isQuery = isQueryOfHash(lambda.value.node);
          if (!alternatives(lambda.result()).every((value) => mayLack(value, isQuery))) continue;
          if (textsIn(lambda.value.node).some(({ unescaped }) => unescaped.includes("response_type")))
            continue;
          context.report("responseType", property, []);
        }
      },
    };
  },
});

/** Whether an address is known well enough to say that nothing in it tells the type of the response. */
function mayLack(value: Value, isQuery: boolean): boolean {
  const text = textWithHoles(value, "\0");
  if (text === null || !/^(?:https?:|\0\/)/u.test(text) || /[?&](?:response_)?type=/u.test(text))
    return false;
  // A part that is not known may be a query, or a part of one, unless it is a value or a step of the path.
  if (isQuery && text.endsWith("?\0") && !/\0[^]*\0/u.test(text)) return true;
  return !/[\w?&]\0/u.test(text) && !/^[^?]*&/u.test(text);
}

/** Whether the one query that is made in a lambda is that of a hash which is written there whole. */
function isQueryOfHash(lambda: Node): boolean {
  const [only, more] = nodesIn(lambda).filter(
    (node) => node instanceof CallNode && /^to_(?:param|query)$/u.test(node.name),
  );
  const hash = only instanceof CallNode && !more ? only.receiver : null;
  return (
    hash instanceof HashNode &&
    hash.elements.every((pair) => pair instanceof AssocNode && literalText(pair.key) !== null) &&
    !hash.elements.some((pair) => pair instanceof AssocNode && literalText(pair.key) === "type")
  );
}
