import { createQuotedNames } from "./quoted-names.ts";
import { defineRule, onPair, ruby } from "../../engine/rule.ts";
import { ArrayNode, CallNode, type Node } from "../../ruby/nodes.ts";
import { createNameUses } from "../../connector/name-uses.ts";
import { alternatives } from "../../connector/value.ts";

export const unusedPickList = defineRule({
  id: "guidelines/unused-pick-list",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Uses every pick list.",
    why: "A list that no field shows is reviewed and maintained for nothing.",
    remedy: "Remove the pick list, or name it in the `pick_list` of a field.",
    sources: ["https://docs.workato.com/en/developing-connectors/sdk/guides/best-practices.html"],
  },
  messages: { unused: (name: string) => `No field uses the pick list \`${name}\`.` },
  examples: {
    bad: [
      {
        name: "lists beside one that is computed, one that is chosen, and a field of the same name",
        source: ruby`
          {
            actions: {
              add: {
                input_fields: lambda do |_object_definitions, _connection, config|
                  [
                    { name: 'day', control_type: 'select', pick_list: %w[Mo Tu].map { |day| [day, day] } },
                    { name: 'size', control_type: 'select', pick_list: config['old'] ? 'small_sizes' : 'sizes' },
                    { name: 'colours' }
                  ]
                end
              }
            },
            pick_lists: {
              sizes: lambda { [%w[Small s], %w[Large l]] },
              small_sizes: lambda { [%w[Small s]] },
              colours: lambda { [%w[Red r], %w[Blue b]] }
              ^^^^^^^^ unused
            }
          }
        `,
      },
      {
        name: "a list that no field names",
        source: ruby`
          {
            actions: { add: { input_fields: lambda { [{ name: 'size', control_type: 'select', pick_list: 'sizes' }] } } },
            pick_lists: {
              sizes: lambda { [%w[Small s], %w[Large l]] },
              colours: lambda { [%w[Red r], %w[Blue b]] }
              ^^^^^^^^ unused
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a list named by a template",
        source: ruby`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: "#{config['o']}_states" }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `,
      },
      {
        name: "a list named in a schema that is JSON",
        source: ruby`
          {
            actions: { add: { input_fields: lambda { parse_json('[{ "name": "size", "pick_list": "sizes" }]') } } },
            pick_lists: { sizes: lambda { [%w[Small s]] } }
          }
        `,
      },
      {
        name: "a list named by a variable",
        source: ruby`
          {
            actions: { add: { input_fields: lambda { |_, _, config| [{ name: 's', pick_list: config['list'] }] } } },
            pick_lists: { lead_states: lambda { [%w[Open open]] } }
          }
        `,
      },
    ],
  },
  create: (context) => {
    const uses = createNameUses();
    return {
      node: [
        onPair(["pick_list"], ({ node }) => {
          if (isList(node.value)) return;
          for (const value of alternatives(context.connector.evaluate(node.value))) {
            if (value.kind !== "array" && value.kind !== "lambda") uses.add(value);
          }
        }),
      ],
      end() {
        const { pickLists, facts } = context.connector;
        if (!pickLists.closed) return;
        // Fields whose list is set afterwards, as in `field[:pick_list] = name`.
        if (facts.textCounts.get("pick_list") !== 0) return;
        const isQuoted = createQuotedNames(context.source);
        for (const pickList of pickLists.entries) {
          // A name that stands elsewhere, such as that of a field, reaches no `pick_list`.
          if (uses.mayUse(pickList.name) || isQuoted(pickList.name)) continue;
          context.report("unused", pickList, [pickList.name]);
        }
      },
    };
  },
});

/** Whether an expression surely gives a list, and never the name of one. */
function isList(node: Node): boolean {
  return node instanceof ArrayNode || (node instanceof CallNode && listing.has(node.name));
}

const listing = new Set(["map", "collect", "flat_map", "filter_map", "pluck", "to_a", "sort_by", "zip"]);
