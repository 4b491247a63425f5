import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

/** What speaks of tokens that expire; those of some applications never do. */
const expiry = /refresh_?token|refresh_on|expires?_?(?:in|at)|offline/iu;

export const oauth2NoRefresh = defineRule({
  id: "structure/oauth2-no-refresh",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Can renew the tokens of OAuth 2.0.",
    why: "When the first token expires, users are disconnected and their recipes stop.",
    remedy:
      "Add `refresh:` with a lambda that exchanges the refresh token, or `token_url:`. Nothing is needed where the application's tokens never expire.",
    sources: [pages.authorization, pages.bestPractices, pages.gem],
  },
  messages: {
    missing: () => "The `oauth2` authorization has an `acquire`, but neither `refresh` nor `token_url`.",
  },
  examples: {
    bad: [
      {
        name: "an acquire alone",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c, code) { post('/token', code: code) } } } }
                                                           ^^^^^^^^ missing
        `,
      },
      {
        name: "a refresh token that nobody uses",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'oauth2',
                acquire: lambda do |_connection, code|
                ^^^^^^^^ missing
                  tokens = post('/token', code: code)
                  [{ access_token: tokens['access_token'], refresh_token: tokens['refresh_token'] }, nil, nil]
                end
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a refresh",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', acquire: ->(c) { [] }, refresh: ->(c, token) { {} } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      if (!authorization.closed || !/oauth2/i.test(authorization.type ?? "")) return;
      const acquire = authorization.get("acquire");
      if (!acquire || authorization.has("refresh") || authorization.has("token_url")) return;
      const { start } = authorization.span;
      const end = authorization.hash?.node ? spanOf(authorization.hash.node).end : start;
      const isSure = expiry.test(context.source.slice({ start, end }));
      context.report("missing", acquire, [], isSure ? {} : { severity: "notice" });
    },
  }),
});
