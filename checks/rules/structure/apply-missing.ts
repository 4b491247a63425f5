import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

const types = new Set(["basic_auth", "api_key", "oauth2", "custom_auth"]);

export const applyMissing = defineRule({
  id: "structure/apply-missing",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says with `apply` how requests are signed.",
    why: "It is what adds the credentials to each request; without it the API refuses them.",
    remedy: "Add `apply:` with a lambda that sets headers, parameters or user and password.",
    sources: [pages.authorization],
  },
  messages: { missing: (type: string) => `The \`${type}\` authorization has no \`apply\`.` },
  examples: {
    bad: [
      {
        name: "no apply",
        source: ruby`
          { connection: { authorization: { type: 'api_key' } } }
                          ^^^^^^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      {
        name: "an apply",
        source: ruby`
          { connection: { authorization: { type: 'api_key', apply: ->(c) { headers('X-Key': c['key']) } } } }
        `,
      },
      {
        name: "the key of an older SDK",
        source: ruby`
          { connection: { authorization: { type: 'basic_auth', credentials: ->(c) { user(c['user']) } } } }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const { type } = authorization;
      if (!authorization.closed || type === null || !types.has(type)) return;
      if (authorization.has("apply") || authorization.has("credentials")) return;
      context.report("missing", authorization, [type]);
    },
  }),
});
