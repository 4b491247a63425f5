import { createQuotedNames } from "./quoted-names.ts";
import { defineRule, onPair, ruby } from "../../engine/rule.ts";
import { ArrayNode, NilNode, type Node, StringNode, SymbolNode } from "../../ruby/nodes.ts";

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
    let anyComputed = false;
    return {
      node: [
        onPair(["pick_list"], ({ node }) => {
          anyComputed ||= isComputed(node.value);
        }),
      ],
      end() {
        const { pickLists, facts } = context.connector;
        if (!pickLists.closed || anyComputed) return;
        // Fields whose list is set afterwards, as in `field[:pick_list] = name`.
        if (facts.textCounts.get("pick_list") !== 0) return;
        const isQuoted = createQuotedNames(context.source);
        for (const pickList of pickLists.entries) {
          // A name that stands anywhere as text may reach a field by way of a variable.
          if (facts.textCounts.get(pickList.name) !== 0 || isQuoted(pickList.name)) continue;
          context.report("unused", pickList, [pickList.name]);
        }
      },
    };
  },
});

/** Whether the value of a key is neither a literal name nor a literal list. */
function isComputed(node: Node): boolean {
  return !literals.some((type) => node instanceof type);
}

const literals = [StringNode, SymbolNode, ArrayNode, NilNode];
