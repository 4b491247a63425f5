import { authorizationTypes } from "../../connector/sdk-keys.ts";
import { textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { replaceText } from "../../engine/hash-edits.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

const documented: ReadonlyMap<string, string> = new Map([
  ["basic", "basic_auth"],
  ["apikey", "api_key"],
  ["api-key", "api_key"],
  ["api_token", "api_key"],
  ["auth_token", "api_key"],
  ["oauth", "oauth2"],
  ["oauth_2", "oauth2"],
  ["custom", "custom_auth"],
]);

/** Applications that need no credentials; there is no documented word for it. */
const without = /^(?:none|no[ _-]?auth(?:entication|orization)?|)$/iu;

export const unknownAuthType = defineRule({
  id: "structure/unknown-auth-type",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Uses a documented type of authorization.",
    why: "Other types work, if at all, because of how earlier versions of the platform behaved.",
    remedy: "Use one of `basic_auth`, `api_key`, `oauth2`, `custom_auth` and `multi`.",
    sources: [pages.authorization],
  },
  messages: {
    unknown: (type: string) => `\`${type}\` is not a documented type of authorization.`,
    missing: () => "The authorization has no `type`.",
  },
  examples: {
    bad: [
      {
        name: "a short form",
        source: ruby`
          { connection: { authorization: { type: 'basic', apply: ->(c) { user(c['user']) } } } }
                                           ^^^^^ unknown
        `,
        fixed: ruby`
          { connection: { authorization: { type: 'basic_auth', apply: ->(c) { user(c['user']) } } } }
        `,
      },
      {
        name: "no type",
        source: ruby`
          { connection: { authorization: { apply: ->(c) { user(c['user']) } } } }
                          ^^^^^^^^^^^^^^ missing
        `,
      },
    ],
    good: [
      { name: "a documented type", source: ruby`{ connection: { authorization: { type: :api_key } } }` },
      {
        name: "an application without credentials",
        source: ruby`{ connection: { authorization: { type: 'none' } } }`,
      },
      {
        name: "the same in other words",
        source: ruby`{ connection: { authorization: { type: 'No Auth' } } }`,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const property = authorization.get("type");
      if (!property) {
        if (authorization.closed && authorization.keys.length > 0)
          context.report("missing", authorization, []);
        return;
      }
      const type = textOf(property.value);
      if (type === null || without.test(type) || authorizationTypes.some((known) => known === type)) return;
      const better = documented.get(type.toLowerCase());
      // Under its documented name a type is held to what it needs.
      const isComplete =
        (authorization.has("apply") || authorization.has("credentials")) && better !== "oauth2";
      const edits = better && isComplete ? replaceText(property.value.node, better, context.source) : [];
      const fix = { title: `Use \`${better}\``, edits };
      context.report("unknown", property, [type], edits.length > 0 ? { fix } : {});
    },
  }),
});
