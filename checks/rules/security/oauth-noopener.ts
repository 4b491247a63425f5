import { entryAfter } from "../../engine/line-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";

export const oauthNoopener = defineRule({
  id: "security/oauth-noopener",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Opens the login page of OAuth 2.0 with `noopener`.",
    why: "Otherwise the login page can steer the tab that opened it.",
    remedy: "Add `noopener: true` to the authorization, unless the provider's page needs its opener.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
    ],
  },
  messages: { missing: () => "The login page opens without `noopener: true`." },
  examples: {
    bad: [
      {
        name: "no setting",
        source: ruby`
          { connection: { authorization: { type: 'oauth2', authorization_url: -> { '' } } } }
                                           ^^^^^ missing
        `,
        fixed: ruby`
          { connection: { authorization: { type: 'oauth2', noopener: true, authorization_url: -> { '' } } } }
        `,
      },
    ],
    good: [
      {
        name: "the setting",
        source: ruby`{ connection: { authorization: { type: 'oauth2', noopener: true } } }`,
      },
      {
        name: "no page to log in",
        source: ruby`{ connection: { authorization: { type: 'oauth2', acquire: ->(_c) { {} } } } }`,
      },
      { name: "another type", source: ruby`{ connection: { authorization: { type: 'basic_auth' } } }` },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const type = authorization.get("type");
      if (authorization.type !== "oauth2" || !authorization.closed || authorization.has("noopener")) return;
      // Without a page to log in there is nothing that opens.
      if (!type?.value.node || !authorization.has("authorization_url")) return;
      const pair = { start: type.span.start, end: spanOf(type.value.node).end };
      const fix = {
        title: "Add `noopener: true`",
        edits: [entryAfter(context.source, pair, "noopener: true")],
      };
      context.report("missing", type, [], { fix });
    },
  }),
});
