import type { Authorization, Lambda } from "../../connector/connector.ts";
import { sendingMethods } from "../../connector/method-reach.ts";
import { exactItems, textOf } from "../../connector/value.ts";
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
        name: "no list at all",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: ->(connection) { { token: post('/login', key: connection['key'])['token'] } },
                ^^^^^^^^ none
                refresh_on: nil,
                apply: ->(connection) { headers(token: connection['token']) }
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
        name: "a token that is made without the application",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth',
                acquire: lambda { |connection| { token: call('sign', connection['key']) } },
                apply: lambda { |connection| headers(token: connection['token']) }
              }
            },
            methods: { sign: lambda { |key| workato.jwt_encode({ iss: 'acme' }, key, 'RS256') } }
          }
        `,
      },
      {
        name: "keys without a value",
        source: ruby`
          {
            connection: {
              authorization: {
                type: 'custom_auth', acquire: nil, refresh_on: nil, apply: lambda { |c| headers(token: c['token']) }
              }
            }
          }
        `,
      },
      {
        name: "a static token",
        source: ruby`{ connection: { authorization: { type: 'custom_auth', apply: lambda { |c| c } } } }`,
      },
    ],
  },
  create: (context) => {
    const check = (authorization: Authorization): void => {
      if (!authorization.closed || authorization.type !== "custom_auth") return;
      const acquire = authorization.get("acquire");
      const signals = authorization.get("refresh_on");
      const isEmpty = exactItems(signals?.value)?.length === 0;
      const isAcquired = acquire !== undefined && acquire.value.kind !== "nil";
      if (!isAcquired) {
        if (signals && signals.value.kind !== "nil" && !isEmpty)
          context.report("noAcquire", signals, ["refresh_on"]);
        return;
      }
      if (authorization.has("detect_on") || !isLogin(authorization.lambda("acquire"))) return;
      if (!signals || signals.value.kind === "nil") context.report("none", acquire, []);
      else if (isEmpty) context.report("empty", signals, []);
    };
    return {
      end() {
        const { connection } = context.connector;
        for (const one of [connection.authorization, ...connection.options]) if (one) check(one);
      },
    };

    /** One that asks nobody for a token, or acquires nothing, is there for the form only. */
    function isLogin(acquire: Lambda | undefined): boolean {
      if (!acquire) return true;
      const { requests, methodCalls } = context.connector;
      const { node } = acquire.value;
      const sending = sendingMethods(context.connector);
      const asks =
        requests.some(({ lambda }) => lambda?.value.node === node) ||
        methodCalls.some(
          ({ lambda, name }) => lambda?.value.node === node && sending.has(textOf(name) ?? ""),
        );
      if (!asks) return false;
      const result = acquire.result();
      return result.kind !== "nil" && !(result.kind === "hash" && result.entries.size === 0 && !result.open);
    }
  },
});
