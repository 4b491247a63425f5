import { createQuotedNames, mayConvert } from "./quoted-names.ts";
import { createNameUses } from "../../connector/name-uses.ts";
import { textOf } from "../../connector/value.ts";
import { AssocNode, literalText, type Node, nodesIn } from "../../ruby/nodes.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

/** Field attributes whose value may be the name of a method. */
const converters = ["convert_input", "convert_output", "render_input", "parse_output"];

export const unusedMethod = defineRule({
  id: "guidelines/unused-method",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses every entry of `methods`.",
    why: "Code that nothing calls is reviewed and maintained for nothing.",
    remedy: "Remove the method, or call it.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { unused: (name: string) => `Nothing calls the method \`${name}\`.` },
  examples: {
    bad: [
      {
        name: "a method that only calls itself, and one with the name of a field",
        source: ruby`
          {
            actions: {
              find: {
                execute: lambda { |_connection, input| get('/leads', input) },
                output_fields: lambda { [{ name: 'status' }] }
              }
            },
            methods: {
              walk: lambda { |depth| depth > 0 ? call('walk', depth - 1) : get('/leaf') },
              ^^^^^ unused
              status: lambda { |lead| lead['status'] }
              ^^^^^^^ unused
            }
          }
        `,
      },
      {
        name: "a method that nothing calls",
        source: ruby`
          {
            test: lambda { |_connection| call(:ping) },
            methods: {
              ping: lambda { get('/ping') },
              pong: lambda { get('/pong') }
              ^^^^^ unused
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a method called by a name that is put together",
        source: ruby`
          {
            test: lambda { |connection| call("ping_#{connection['region']}") },
            methods: { ping_eu: lambda { get('/ping') } }
          }
        `,
      },
      {
        name: "methods named in schemas that are JSON, and by fields that are changed",
        source: ruby`
          {
            actions: {
              add: {
                input_fields: lambda { parse_json('[{ "name": "sum", "convert_input": "to_cents" }]') },
                output_fields: lambda { get('/fields').each { |field| field['convert_output'] = 'to_euros' } }
              }
            },
            methods: { to_cents: lambda { |value| value.to_i * 100 }, to_euros: lambda { |value| value.to_i / 100 } }
          }
        `,
      },
      {
        name: "a method that converts a field",
        source: ruby`
          {
            actions: { add: { input_fields: lambda { [{ name: 'sum', convert_input: 'to_cents' }] } } },
            methods: { to_cents: lambda { |value| value.to_i * 100 } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const uses = createNameUses();
    /** How often a name stands as text where it calls nothing from elsewhere. */
    const ignored = new Map<string, number>();
    let ofFields: ReadonlyMap<string, number> | undefined;
    return {
      methodCall({ name, lambda }) {
        const text = textOf(name);
        // A method that only calls itself is called by nothing.
        if (text !== null && lambda?.owner === "method" && lambda.ownerName === text)
          ignored.set(text, (ignored.get(text) ?? 0) + 1);
        else uses.add(name);
      },
      attribute: onAttribute(converters, (_field, { value }) => {
        // A converter may also be a lambda, which names nothing.
        if (value.kind !== "lambda") uses.add(value);
      }),
      end() {
        const { methods } = context.connector;
        if (!methods.closed) return;
        const isQuoted = createQuotedNames(context.source);
        for (const method of methods.entries) {
          if (uses.mayUse(method.name) || mayBeRead(method.name) || isQuoted(method.name)) continue;
          context.report("unused", method, [method.name]);
        }
      },
    };

    /** A name that stands anywhere as text may reach a field in a way that the model does not see. */
    function mayBeRead(name: string): boolean {
      const { facts, program } = context.connector;
      const texts = (facts.textCounts.get(name) ?? 0) - (ignored.get(name) ?? 0);
      if (texts <= 0 || !mayConvert(context.source)) return false;
      ofFields ??= fieldNamesIn(program);
      return texts > (ofFields.get(name) ?? 0);
    }
  },
});

/** How often each text is the name of a field, which names no method. */
function fieldNamesIn(program: Node): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodesIn(program)) {
    if (!(node instanceof AssocNode) || literalText(node.key) !== "name") continue;
    const text = literalText(node.value);
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
