import type { Field } from "../../connector/fields.ts";
import { exactItems, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { ArrayNode, spanOf } from "../../ruby/nodes.ts";

export const connectionPickList = defineRule({
  id: "structure/connection-pick-list",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  docs: {
    summary: "Gives connection fields their choices as `options`.",
    why: "There are no credentials yet when these fields are shown, so the lists of `pick_lists` are not available.",
    remedy: "Write the choices into the field as `options: [['Label', 'value']]`.",
    sources: [pages.connection, pages.pickLists],
  },
  messages: {
    named: (name: string) => `Connection fields cannot use the list \`${name}\` of \`pick_lists\`.`,
  },
  examples: {
    bad: [
      {
        name: "a named list",
        source: ruby`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', pick_list: 'envs' }] },
                                                                          ^^^^^^^^^^ named
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `,
        fixed: ruby`
          {
            connection: { fields: [{ name: 'env', control_type: 'select', options: [%w[Production prod], %w[Sandbox test]] }] },
            pick_lists: { envs: lambda { [%w[Production prod], %w[Sandbox test]] } },
            actions: { move: { input_fields: lambda { |_| [{ name: 'to', pick_list: 'envs' }] } } }
          }
        `,
      },
    ],
    good: [
      {
        name: "options, or an array in place",
        source: ruby`
          { connection: { fields: [{ name: 'a', options: [%w[A a]] }, { name: 'b', pick_list: [%w[B b]] }] } }
        `,
      },
      {
        name: "a list that is not shown",
        source: ruby`
          {
            connection: {
              fields: [
                { name: 'env', control_type: 'select', pick_list: 'envs', options: [%w[Test test]] },
                { name: 'host', control_type: 'text', pick_list: 'hosts' }
              ]
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["pick_list"], (field, property) => {
      if (!field.isConnection) return;
      const name = textOf(property.value);
      if (name === null || !showsList(field)) return;
      const list = context.connector.pickLists.get(name)?.options;
      const literal = exactItems(list) && list?.node instanceof ArrayNode ? list.node : null;
      const span = { start: property.span.start, end: property.valuePlace.span.end };
      // A list that is used nowhere else would be left over.
      const isShared = (context.connector.facts.textCounts.get(name) ?? 0) > 1;
      const canFix = literal && isShared && context.source.slice(property.span).endsWith(":");
      context.report(
        "named",
        property,
        [name],
        canFix
          ? {
              fix: {
                title: "Write the choices into the field",
                edits: [{ span, text: `options: ${context.source.slice(spanOf(literal))}` }],
              },
            }
          : {},
      );
    }),
  }),
});

/** Whether the list is what users choose from: no `options` stand before it, and the control has choices. */
function showsList(field: Field): boolean {
  const control = field.get("control_type");
  return !field.has("options") && (!control || /select|tree/.test(textOf(control.value) ?? ""));
}
