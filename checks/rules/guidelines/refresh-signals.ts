import { exactItems } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

export const refreshSignals = defineRule({
  id: "guidelines/refresh-signals",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says which responses mean that credentials have expired.",
    why: "Without `refresh_on` or `detect_on`, every request that fails for any reason makes a new login.",
    remedy:
      "Add `refresh_on` with the status codes or texts of an expired login, such as `refresh_on: [401]`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/connection/authorization.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    none: () => "Custom authorization has `acquire`, but neither `refresh_on` nor `detect_on`.",
    noAcquire: (key: string) =>
      `\`${key}\` does nothing here, since custom authorization without \`acquire\` has no login to repeat.`,
    empty: () => "The list `refresh_on` is empty, which is the same as none.",
  },
  examples: {
    bad: [
      {
        name: "a login without a sign that it is over",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: lambda { |c| { token: post('/login', key: c['key'])['token'] } },
                ^^^^^^^^ none
                apply: lambda { |c| headers(token: c['token']) }
              }
            }
          }
        `,
      },
      {
        name: "an empty list",
        source: ruby`
          {
            connection: {
              'authorization' => {
                'type' => 'custom_auth',
                'acquire' => ->(connection) { { token: post('/login', key: connection['key'])['token'] } },
                'refresh_on' => [],
                ^^^^^^^^^^^^ empty
                'apply' => ->(connection) { headers(token: connection['token']) }
              }
            }
          }
        `,
      },
      {
        name: "signals without a login",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                refresh_on: [401, 403],
                ^^^^^^^^^^^ noAcquire
                apply: lambda { |connection| headers('X-Token': connection['token']) }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a status code",
        source: ruby`
          { connection: { authorization: { type: 'custom_auth', acquire: lambda { |c| { token: 1 } }, refresh_on: [401] } } }
        `,
      },
      {
        name: "a static token",
        source: ruby`{ connection: { authorization: { type: 'custom_auth', apply: lambda { |c| c } } } }`,
      },
    ],
  },
  create: (context) => ({
    authorization(authorization) {
      const acquire = authorization.get("acquire");
      if (!authorization.closed || authorization.type !== "custom_auth") return;
      const without = acquire ? undefined : authorization.get("refresh_on");
      if (without) context.report("noAcquire", without, ["refresh_on"]);
      if (!acquire) return;
      const result = authorization.lambda("acquire")?.result();
      // One that acquires nothing is there for the form only.
      if (result?.kind === "nil" || (result?.kind === "hash" && result.entries.size === 0 && !result.open))
        return;
      const signals = authorization.get("refresh_on");
      if (authorization.has("detect_on")) return;
      if (!signals) context.report("none", acquire, []);
      else if (exactItems(signals.value)?.length === 0) context.report("empty", signals, []);
    },
  }),
});
