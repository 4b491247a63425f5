import { defineRule, ruby } from "../../engine/rule.ts";

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
    none: () => "The `test` makes no request, so it passes with any credentials.",
    write: (verb: string) =>
      `The \`test\` sends a \`${verb}\`, which may change data each time a connection is tested.`,
  },
  examples: {
    bad: [
      {
        name: "a test that always passes",
        source: ruby`
          { test: lambda { |_connection| true } }
            ^^^^^ none
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
      const calls = connector.methodCalls.filter((call) => call.lambda === lambda);
      if (calls.length > 0) return;
      if (verbs.length === 0) {
        // Without a login there is nothing to prove; other calls may reach the API in their own way.
        const { authorization } = connector.connection;
        const type = authorization?.type;
        const applies = authorization?.has("apply") === true || authorization?.has("credentials") === true;
        const isNone = type === "custom" ? !applies : /^(?:none|no_auth)$/u.test(type ?? "none");
        const hasLogin = !isNone;
        const result = lambda.result();
        const isLiteral = result.kind === "boolean" || result.kind === "hash" || result.kind === "string";
        if (isLiteral && (hasLogin || !connector.connection.authorization)) context.report("none", test, []);
        return;
      }
      // APIs that take every question as a POST are common; the other verbs are not for questions.
      const verb = verbs.every((one) => writes.has(one)) ? verbs.find((one) => one !== "post") : undefined;
      if (verb) context.report("write", test, [verb]);
    },
  }),
});
