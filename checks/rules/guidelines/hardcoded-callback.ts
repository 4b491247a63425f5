import { textOf } from "../../connector/value.ts";
import { defineRule, onPair, ruby } from "../../engine/rule.ts";
import {
  AssocNode,
  ConstantReadNode,
  HashNode,
  literalText,
  type Node,
  spanOf,
  StringNode,
  textsIn,
} from "../../ruby/nodes.ts";

const callback = /(?:^|[?&=])https?:\/\/[\w.-]*workato\.com\/oauth\/callback\b/u;
/** Where the platform passes the address itself. */
const given = new Set(["acquire", "refresh", "authorization_url", "token_url"]);

export const hardcodedCallback = defineRule({
  id: "guidelines/hardcoded-callback",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Takes the callback address of OAuth 2.0 from the platform.",
    why: "Each data centre of Workato has its own address, so a fixed one fails for users of the others.",
    remedy:
      "Use the third argument of `acquire`, `redirect_uri`; in `authorization_url` the platform adds it.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
    ],
  },
  messages: {
    fixed: () => "The callback address is that of one data centre only.",
    added: (name: string) => `The \`authorization_url\` has \`${name}\`, which the platform adds itself.`,
  },
  examples: {
    bad: [
      {
        name: "a fixed address in acquire",
        source: ruby`
          {
            connection: {
              authorization: {
                acquire: lambda do |_connection, code|
                  post('/token', code: code, redirect_uri: 'https://www.workato.com/oauth/callback')
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
                end
              }
            }
          }
        `,
      },
      {
        name: "parameters that the platform adds",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: ->(connection) do
                  "https://login.acme.com/authorize?response_type=code&state=#{connection['tenant']}"
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ added
                end
              }
            }
          }
        `,
      },
      {
        name: "an address in a constant, and one in a method",
        source: ruby`
          CALLBACK = 'https://www.workato.com/oauth/callback'
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: lambda do |_connection|
                  "https://acme.com/login?#{{ response_type: 'code', state: 'x' }.to_param}"
                                                                     ^^^^^^ added
                end,
                acquire: lambda { |_connection, code| post('/token', code: code, redirect_uri: CALLBACK) },
                                                                                               ^^^^^^^^ fixed
                refresh: lambda { |_connection, token| call('token', token) }
              }
            },
            methods: {
              token: lambda do |token|
                post('/token', token: token, redirect_uri: 'https://app.eu.workato.com/oauth/callback')
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fixed
              end
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "the address that the platform passes",
        source: ruby`
          {
            connection: {
              authorization: {
                acquire: lambda { |_c, code, redirect_uri| post('/token', code: code, redirect_uri: redirect_uri) }
              }
            }
          }
        `,
      },
      {
        name: "what to do, said by an error",
        source: ruby`
          {
            connection: {
              authorization: {
                acquire: ->(_c, code) { error('Register https://www.workato.com/oauth/callback first.') if code.blank? }
              }
            }
          }
        `,
      },
      {
        name: "a hint for the user",
        source: ruby`{ connection: { fields: [{ name: 'id', hint: 'Register https://www.workato.com/oauth/callback.' }] } }`,
      },
    ],
  },
  create: (context) => ({
    node: [
      // The request for a token may be in a method, and the address in a constant.
      onPair(["redirect_uri"], ({ node, lambda }) => {
        if (lambda && (lambda.key === "sample_output" || given.has(lambda.key)) && !isKept(node.value))
          return;
        const text = textOf(context.connector.evaluate(node.value));
        if (text !== null && callback.test(text))
          context.report("fixed", { span: spanOf(node.value), path: lambda?.path ?? null }, []);
      }),
      // A query that is made of a hash has the type of the response in it.
      onPair(["redirect_uri", "state"], ({ node, parent, lambda }) => {
        if (lambda?.key !== "authorization_url" || !(parent instanceof HashNode)) return;
        const name = literalText(node.key);
        const keys = parent.elements.map((one) => (one instanceof AssocNode ? literalText(one.key) : null));
        if (name === null || !keys.includes("response_type")) return;
        if (textsIn(node.value).some(({ unescaped }) => callback.test(unescaped))) return;
        context.report("added", { span: spanOf(node.key), path: lambda.path }, [name]);
      }),
    ],
    lambda({ key, path, value }) {
      if (!given.has(key)) return;
      for (const node of textsIn(value.node)) {
        if (!(node instanceof StringNode)) continue;
        const text = node.unescaped;
        const place = { span: spanOf(node), path };
        const added = key === "authorization_url" ? /[?&](?<name>state|redirect_uri)=/u.exec(text) : null;
        if (callback.test(text)) context.report("fixed", place, []);
        else if (added) context.report("added", place, [added.groups?.["name"] ?? ""]);
      }
    },
  }),
});

/** Whether a text is written elsewhere, where it is not looked at. */
function isKept(node: Node): boolean {
  return node instanceof ConstantReadNode;
}
