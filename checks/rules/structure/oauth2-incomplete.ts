import type { Authorization } from "../../connector/connector.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
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
      if (!authorization.closed || !/oauth2/i.test(authorization.type ?? "")) return;
      if (!authorization.has("authorization_url")) context.report("url", authorization, []);
      const exchanges = authorization.has("acquire");
      if (!exchanges && !authorization.has("token_url")) context.report("token", authorization, []);
      // Code of the connector's own may pass the client on, in the exchange or in one of the addresses.
      if (exchanges || mentionsClient(authorization, context.source)) return;
      const client = authorization.has("pkce") ? ["client_id"] : ["client_id", "client_secret"];
      for (const key of client) {
        if (!authorization.has(key)) context.report("client", authorization, [key], { severity: "warning" });
      }
    },
  }),
});

function mentionsClient(authorization: Authorization, source: SourceText): boolean {
  const node = authorization.hash?.node;
  if (authorization.has("client_id") || !node) return false;
  return source.slice(spanOf(node)).includes("client_id");
}
