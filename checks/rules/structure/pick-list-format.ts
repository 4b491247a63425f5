import type { Place } from "../../connector/dsl-hash.ts";
import { alternatives, type ArrayValue, type Value } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import type { Edit } from "../../engine/finding.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { ArrayNode, spanOf } from "../../ruby/nodes.ts";

export const pickListFormat = defineRule({
  id: "structure/pick-list-format",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Writes the options of a list as pairs of label and value.",
    why: "Options of another shape are not shown.",
    remedy: "Write each option as `['Label', 'value']`.",
    sources: [pages.pickLists],
  },
  messages: {
    scalar: () => "The option is a single value, not a pair of label and value.",
    short: () => "The option has fewer members than a pair of label and value.",
    hash: () => "The option is a hash, not a pair of label and value.",
  },
  examples: {
    bad: [
      {
        name: "single values",
        source: ruby`
          { pick_lists: { states: lambda { |_c| ['open', 'on_hold'] } } }
                                                 ^^^^^^ scalar
        `,
        fixed: ruby`
          { pick_lists: { states: lambda { |_c| [['Open', 'open'], ['On hold', 'on_hold']] } } }
        `,
      },
      {
        name: "hashes in place",
        source: ruby`
          { connection: { fields: [{ name: 'env', control_type: 'select', options: [{ label: 'A', value: 'a' }] }] } }
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ hash
        `,
      },
      {
        name: "a value without a label",
        source: ruby`
          { pick_lists: { states: [['open'], ['Closed', 'closed']] } }
                                   ^^^^^^^^ short
        `,
      },
    ],
    good: [
      {
        name: "pairs, and what is only known when it runs",
        source: ruby`
          {
            pick_lists: {
              states: lambda { |_c| [%w[Open open], ['Closed', 'closed'], ['New', nil]] },
              users: lambda { |_c| get('/users').pluck('name', 'id') }
            }
          }
        `,
      },
      {
        name: "options of the connector's own in an action",
        source: ruby`
          { actions: { a: { output_fields: lambda { [{ name: 'kind', options: ['open', 'closed'] }] } } } }
        `,
      },
    ],
  },
  create: (context) => {
    return {
      pickList(list) {
        check(list.options, list);
      },
      attribute: onAttribute(["pick_list", "options"], (field, list) => {
        // Elsewhere, `options` are an attribute of the connector's own.
        if (list.key === "pick_list" || field.isConnection) check(list.value, list);
      }),
    };

    function check(value: Value, place: Place): void {
      for (const list of alternatives(value)) {
        if (list.kind !== "array") continue;
        const odd = firstOdd(list);
        // One says it for all of the list.
        if (!odd) continue;
        const span = odd.value.node ? spanOf(odd.value.node) : place.span;
        const edits = pairsFor(list);
        const fix = { title: "Give each value a label", edits };
        context.report(odd.message, { span, path: place.path }, [], edits.length > 0 ? { fix } : {});
      }
    }
  },
});

interface Odd {
  readonly value: Value;
  readonly message: "scalar" | "short" | "hash";
}

function firstOdd(list: ArrayValue): Odd | null {
  for (const { value } of list.items) {
    if (value.kind === "hash") return { value, message: "hash" };
    if (value.kind === "string" || value.kind === "symbol" || value.kind === "number")
      return { value, message: "scalar" };
    if (value.kind === "array" && !value.open && value.items.length < 2) return { value, message: "short" };
  }
  return null;
}

/** Writes a literal list of plain values as pairs, with labels made from the values. */
function pairsFor(list: ArrayValue): Edit[] {
  if (!(list.node instanceof ArrayNode) || list.open) return [];
  const pairs: string[] = [];
  for (const { value, conditional } of list.items) {
    if (value.kind !== "string" || conditional || !/^\w[\w -]*$/.test(value.text)) return [];
    const label = value.text.replaceAll(/[_-]+/g, " ").trim();
    pairs.push(`['${label.charAt(0).toUpperCase()}${label.slice(1)}', '${value.text}']`);
  }
  return [{ span: spanOf(list.node), text: `[${pairs.join(", ")}]` }];
}
