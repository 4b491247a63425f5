import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { wrongResults } from "./returned-nodes.ts";

export const customAuthAcquireOutput = defineRule({
  id: "structure/custom-auth-acquire-output",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Returns a hash from `acquire` of custom authorization.",
    why: "Its result is merged into the connection, which an array cannot be.",
    remedy: "Return one hash, such as `{ access_token: token }`.",
    sources: [pages.authorization],
  },
  messages: { array: () => "`acquire` returns an array; for `custom_auth` it returns a hash." },
  examples: {
    bad: [
      {
        name: "an array, as for OAuth 2.0",
        source: ruby`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { [{ token: c['t'] }, nil] } } } }
                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ array
        `,
      },
    ],
    good: [
      {
        name: "a hash",
        source: ruby`
          { connection: { authorization: { type: 'custom_auth', acquire: ->(c) { { token: c['t'] } } } } }
        `,
      },
      {
        name: "an array that is taken apart",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(c) { token = call('token', c); token.is_a?(Array) ? token.first : token }
              }
            },
            methods: { token: ->(c) { c['code'] ? [{ token: c['code'] }, nil] : { token: c['t'] } } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const acquire = authorization.lambda("acquire");
      if (authorization.type !== "custom_auth" || !acquire) return;
      for (const { place, isSure } of wrongResults(acquire, ({ kind }) => kind === "array")) {
        context.report("array", place, [], isSure ? {} : { severity: "warning" });
      }
    },
  }),
});
