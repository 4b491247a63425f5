import type { Authorization, Connector, Lambda, MethodCall } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";
import { defineRule, ruby } from "../../engine/rule.ts";
import { addTo } from "../../groups.ts";
import { CallNode, childrenOf, type Node } from "../../ruby/nodes.ts";

const writes = new Set(["post", "put", "patch", "delete"]);

export const testRequest = defineRule({
  id: "guidelines/test-request",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Proves the credentials with one light request in `test`.",
    why: "The test is all that tells users at once whether a connection works; a wrong key would show in the first job only.",
    remedy: "Read something small that every user may read, such as `get('/me')`.",
    sources: [
      "https://docs.workato.com/en/developing-connectors/sdk/sdk-reference/test.html",
      "https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html",
    ],
  },
  messages: {
    none: () => "The `test` makes no request, so it does not show whether the connection works.",
    write: (verb: string) =>
      `The \`test\` sends a \`${verb}\`, which may change data each time a connection is tested.`,
  },
  examples: {
    bad: [
      {
        name: "a test that always passes",
        source: ruby`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda { |_connection| true }
            ^^^^^ none
          }
        `,
      },
      {
        name: "a test of what was filled in, by a method",
        source: ruby`
          {
            connection: { authorization: { type: 'api_key', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda { |connection| call('check', connection) },
            ^^^^^ none
            methods: { check: lambda { |connection| connection['key'].present? } }
          }
        `,
      },
      {
        name: "a test that deletes",
        source: ruby`
          { test: lambda { |_connection| delete('/cache') } }
            ^^^^^ write
        `,
      },
    ],
    good: [
      { name: "a read", source: ruby`{ test: lambda { |_connection| get('/me') } }` },
      {
        name: "a connection without a login",
        source: ruby`
          {
            connection: { fields: [], authorization: { type: 'custom_auth', apply: lambda { |_connection| } } },
            test: lambda { |_connection| true }
          }
        `,
      },
      {
        name: "a secret for the signatures of events, which is never sent",
        source: ruby`
          {
            connection: {
              fields: [{ name: 'secret', control_type: 'password' }],
              authorization: { type: 'custom_auth', apply: lambda { |connection| connection } }
            },
            test: lambda { |_connection| true }
          }
        `,
      },
      {
        name: "an API that is reached in another way",
        source: ruby`
          {
            connection: { authorization: { type: 'custom_auth', apply: lambda { |c| headers('X-Key': c['key']) } } },
            test: lambda do |connection|
              workato.net.lookup(connection['host'])
              true
            end
          }
        `,
      },
      {
        name: "a query of a GraphQL API",
        source: ruby`{ test: lambda { |_connection| post('/graphql', query: '{ me { id } }') } }`,
      },
      {
        name: "a method that reads",
        source: ruby`{ test: lambda { |_c| call('me') }, methods: { me: lambda { get('/me') } } }`,
      },
    ],
  },
  create: (context) => ({
    end() {
      const { connector } = context;
      const test = connector.root.get("test");
      const lambda = connector.lambdas.find((one) => one.owner === "root" && one.key === "test");
      if (!test || !lambda) return;
      const verbs = connector.requests
        .filter((request) => request.lambda === lambda)
        .map((request) => request.verb);
      const reached = reachedFrom(lambda, connector);
      if (!reached) return;
      if (reached.size > 1 && connector.requests.some((request) => reached.has(request.lambda!))) return;
      if (verbs.length === 0) {
        const { authorization, options } = connector.connection;
        const logins = authorization?.type === "multi" ? options : authorization ? [authorization] : [];
        // Without a login there is nothing to prove; other calls may reach the API in their own way.
        if (logins.some(isLogin) && [...reached].every(({ value }) => isPlain(value.node)))
          context.report("none", test, []);
        return;
      }
      // APIs that take every question as a POST are common; the other verbs are not for questions.
      const verb = verbs.every((one) => writes.has(one)) ? verbs.find((one) => one !== "post") : undefined;
      if (verb) context.report("write", test, [verb]);
    },
  }),
});

/** Whether credentials are asked for, and sent. */
function isLogin(authorization: Authorization): boolean {
  const { type } = authorization;
  if (type === null || /^(?:none|no_auth)$/u.test(type)) return false;
  if (type.startsWith("oauth2")) return true;
  const apply = authorization.lambda("apply") ?? authorization.lambda("credentials");
  // What is only returned is not sent.
  return apply !== undefined && !isPlain(apply.value.node);
}

/** The lambda and the methods that it calls; null where one of them is not known. */
function reachedFrom(lambda: Lambda, { methodCalls, methods }: Connector): ReadonlySet<Lambda> | null {
  const callsIn = new Map<Lambda | null, MethodCall[]>();
  for (const call of methodCalls) addTo(callsIn, call.lambda, call);
  const reached = new Set([lambda]);
  // A set goes on with what is added to it meanwhile.
  for (const at of reached) {
    for (const { name } of callsIn.get(at) ?? []) {
      const method = methods.get(textOf(name) ?? "")?.lambda;
      if (!method) return null;
      reached.add(method);
    }
  }
  return reached;
}

const plain = new Set(["[]", "present?", "blank?", "nil?", "==", "!", "puts", "error", "lambda", "call"]);

/** Whether nothing is called that could reach the API in another way. */
function isPlain(node: Node): boolean {
  if (node instanceof CallNode && (!plain.has(node.name) || (node.name === "call" && node.receiver)))
    return false;
  return childrenOf(node).every(isPlain);
}
