import { defineRule, onNode, ruby } from "../../engine/rule.ts";
import { spanOf, StringNode } from "../../ruby/nodes.ts";
import type { Lambda } from "../../connector/connector.ts";

/** Forms of tokens that nothing else has, from the vendors' own documentation. */
const tokenForms: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}/u],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u],
  ["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b/u],
  ["a Slack token", /\bxox[abposr]-[A-Za-z0-9-]{10,}/u],
  ["a Stripe key", /\b[sr]k_live_[A-Za-z0-9]{16,}/u],
  ["a Google API key", /\bAIza[0-9A-Za-z_-]{35}\b/u],
  ["a JSON Web Token", /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/u],
];
const placeholder = /example|your|x{4,}|\*{3,}|placeholder|changeme|<|\.\.\.|^(.)\1+$/iu;
/** Texts that are shown to users, where a form may be explained by a sample. */
const shownText = /(?:^|\.)(?:sample_output|help|hint)$/u;

export const secretInCode = defineRule({
  id: "security/secret-in-code",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Holds no credential in its code.",
    why: "Everybody who can read the connector can use the credential, and git keeps it for ever.",
    remedy: "Revoke the credential, and ask for it in a connection field with `control_type: 'password'`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/community/certification.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    token: (what: string) => `The text is ${what}.`,
    clientSecret: () => "The `client_secret` is written into the code.",
    clientId: () =>
      "The `client_id` is written into the code, so all users share one application of the vendor.",
  },
  examples: {
    bad: [
      {
        name: "a token of a known form",
        source: ruby`
          { test: lambda { |_c| get('/me').headers(token: 'xoxb-1234567890-abcdefghij') } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token
        `,
      },
      {
        name: "a client secret",
        source: ruby`
          { connection: { authorization: { client_secret: lambda { 's3cr3tvalue99' } } } }
                                           ^^^^^^^^^^^^^^ clientSecret
        `,
      },
      {
        name: "a client id",
        source: ruby`
          { connection: { authorization: { client_id: 'f81d4fae7dec' } } }
                                           ^^^^^^^^^^ clientId
        `,
      },
    ],
    good: [
      {
        name: "a connection field",
        source: ruby`{ connection: { authorization: { client_secret: lambda { |c| c['client_secret'] } } } }`,
      },
      {
        name: "a placeholder",
        source: ruby`{ connection: { authorization: { client_secret: 'YOUR_CLIENT_SECRET' } } }`,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      for (const [key, message, least] of [
        ["client_secret", "clientSecret", 8],
        ["client_id", "clientId", 4],
      ] as const) {
        const property = authorization.get(key);
        const lambda: Lambda | undefined = authorization.lambda(key);
        const value = lambda ? lambda.result() : property?.value;
        if (!property || value?.kind !== "string" || !isCredential(value.text, least)) continue;
        context.report(message, property, [], key === "client_id" ? { severity: "warning" } : {});
      }
    },
    node: [
      onNode(StringNode, ({ node, lambda }) => {
        const text = node.unescaped.value;
        if (text.length < 16) return;
        const form = tokenForms.find(([, pattern]) => pattern.test(text));
        if (!form || placeholder.test(text)) return;
        const shown = lambda !== null && shownText.test(lambda.path);
        const place = { span: spanOf(node), path: lambda?.path ?? null };
        context.report("token", place, [form[0]], shown ? { severity: "warning" } : {});
      }),
    ],
  }),
});

/** Whether a text looks like something a machine made up, not like a placeholder in words. */
function isCredential(text: string, least: number): boolean {
  if (text.length < least || placeholder.test(text) || /client|secret|_id\b/iu.test(text)) return false;
  return /^[\w.~=+/-]+$/u.test(text) && /\d/u.test(text) && /[a-z]/iu.test(text) && new Set(text).size >= 6;
}
