import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf, StringNode, textsIn } from "../../ruby/nodes.ts";

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
    lambda({ key, path, value }) {
      if (!given.has(key)) return;
      for (const node of textsIn(value.node)) {
        if (!(node instanceof StringNode)) continue;
        const text = node.unescaped.value;
        const place = { span: spanOf(node), path };
        const added = key === "authorization_url" ? /[?&](?<name>state|redirect_uri)=/u.exec(text) : null;
        if (callback.test(text)) context.report("fixed", place, []);
        else if (added) context.report("added", place, [added.groups?.["name"] ?? ""]);
      }
    },
  }),
});
