import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import type { SourceText } from "../../ruby/source.ts";

export const oauth2Incomplete = defineRule({
  id: "structure/oauth2-incomplete",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Gives an OAuth 2.0 authorization the addresses and credentials it needs.",
    why: "Without them no code can be obtained, or exchanged for a token.",
    remedy: "Add `authorization_url:`, `token_url:` or `acquire:`, `client_id:` and `client_secret:`.",
    sources: [pages.authorization],
  },
  messages: {
    url: () => "The `oauth2` authorization lacks its `authorization_url`.",
    token: () => "The `oauth2` authorization has neither `token_url` nor `acquire`.",
    client: (key: string) => `The \`oauth2\` authorization has no \`${key}\`.`,
  },
  examples: {
    bad: [
      {
        name: "only a client",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', client_id: 'x', client_secret: ->(c) { c['secret'] } } } }
                          ^^^^^^^^^^^^^^ url
                          ^^^^^^^^^^^^^^ token
        `,
      },
      {
        name: "no client",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', authorization_url: -> { 'u' }, token_url: -> { 't' } } } }
                          ^^^^^^^^^^^^^^ client
                          ^^^^^^^^^^^^^^ client
        `,
      },
    ],
    good: [
      {
        name: "a client in the address",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: ->(c) { "https://acme.com/authorize?client_id=#{c['client_id']}" },
                token_url: ->(c) { "https://acme.com/token?client_secret=#{c['client_secret']}" }
              }
            }
          }
        `,
      },
      {
        name: "a client in the connection fields",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'client_id' }, { name: 'client_secret', control_type: 'password' }],
              authorization: {
                type: 'oauth2',
                authorization_url: -> { 'https://acme.com/authorize' },
                token_url: -> { 'https://acme.com/token' }
              }
            }
          }
        `,
      },
      {
        name: "a type of its own",
        source: ruby`
          { connection: { authorization: { type: 'oauth2_client_credentials', acquire: ->(c) { call('token', c) } } } }
        `,
      },
      {
        name: "all of it",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                authorization_url: -> { 'https://acme.com/authorize' },
                token_url: -> { 'https://acme.com/token' },
                client_id: ->(c) { c['id'] },
                client_secret: ->(c) { c['secret'] }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      if (!authorization.closed || !/^oauth2$/i.test(authorization.type ?? "")) return;
      const exchanges = authorization.has("acquire");
      // Code of the connector's own may get the token without sending anybody there.
      if (!authorization.has("authorization_url"))
        context.report("url", authorization, [], exchanges ? { severity: "warning" } : {});
      if (exchanges) return;
      if (!authorization.has("token_url")) context.report("token", authorization, []);
      const client = authorization.has("pkce") ? ["client_id"] : ["client_id", "client_secret"];
      for (const key of client) {
        if (authorization.has(key) || mentions(context.source, key)) continue;
        context.report("client", authorization, [key], { severity: "warning" });
      }
    },
  }),
});

/** Whether a connection field of that name may hold it, or code of the connector's own pass it on. */
function mentions(source: SourceText, key: string): boolean {
  const text = source.slice({ start: 0, end: source.bytes.length });
  return text.includes(key) || text.includes(key.replace("_i", "I").replace("_s", "S"));
}
