import type { Lambda } from "../../connector/connector.ts";
import { converters } from "../../connector/sdk-fields.ts";
import { commonVerbs } from "../../connector/sdk-requests.ts";
import { textOf } from "../../connector/value.ts";
import type { CallFact } from "../../connector/walk.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

const plain = new Set([
  "connection.base_uri",
  "authorization.client_id",
  "authorization.client_secret",
  "authorization.authorization_url",
  "authorization.token_url",
  "authorization.selected",
  "trigger.dedup",
]);

export const dslInPlainLambda = defineRule({
  id: "structure/dsl-in-plain-lambda",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary:
      "Makes no request and calls no method where addresses, client credentials and signatures are made.",
    why: "The SDK runs these lambdas without requests and `call`, so they fail when the connector is tested with it.",
    remedy: "Work the value out from the arguments of the lambda alone.",
    sources: [pages.methods, pages.gem],
  },
  messages: {
    used: (key: string, name: string) =>
      `The SDK gem runs the lambda of \`${key}\` without \`${name}\`, so it fails there.`,
  },
  examples: {
    bad: [
      {
        name: "a method in the base address",
        source: ruby`
          { connection: { base_uri: lambda { |connection| call('host', connection) } } }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ used
        `,
      },
      {
        name: "a request in a method that converts a field",
        source: ruby`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'id', convert_input: 'find_id' }] } } },
            methods: { find_id: ->(name) { get('/find', name: name)['id'] } }
                                           ^^^^^^^^^^^^^^^^^^^^^^^^ used
          }
        `,
      },
    ],
    good: [
      {
        name: "the connection alone",
        source: ruby`{ connection: { base_uri: lambda { |c| "https://#{c['subdomain']}.acme.com" } } }`,
      },
      {
        name: "a method of the name of a converter",
        source: ruby`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'on', convert_input: 'date_conversion' }] } } },
            methods: { date_conversion: ->(date) { call('format', date) } }
          }
        `,
      },
      {
        name: "a method where it may be used",
        source: ruby`{ connection: { authorization: { apply: lambda { |c| headers(key: call('key', c)) } } } }`,
      },
    ],
  },
  create: (context) => {
    const converterMethods = new Set<string>();
    return {
      attribute: onAttribute(
        ["convert_input", "convert_output", "render_input", "parse_output"],
        (_field, { value }) => {
          const name = textOf(value);
          // A converter of the SDK's own comes before a method of its name.
          if (name !== null && !converters.has(name)) converterMethods.add(name);
        },
      ),
      bareCall: Object.fromEntries([...commonVerbs, "call"].map((name) => [name, check])),
    };

    function check({ node, lambda }: CallFact): void {
      if (!lambda || argumentsOf(node).length === 0) return;
      if (!isPlain(lambda) && !(lambda.owner === "method" && converterMethods.has(lambda.key))) return;
      context.report("used", { span: spanOf(node), path: lambda.path }, [lambda.key, node.name]);
    }
  },
});

function isPlain({ owner, key }: Lambda): boolean {
  return plain.has(`${owner}.${key}`);
}
