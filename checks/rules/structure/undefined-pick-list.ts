import type { Field } from "../../connector/fields.ts";
import { plainControl } from "../../connector/sdk-fields.ts";
import { alternatives, textOf } from "../../connector/value.ts";
import { pages } from "../../engine/doc-pages.ts";
import { relatedEntry } from "../../engine/related-entry.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";
import { spanOf } from "../../ruby/nodes.ts";
import { slipOf } from "../../yaml/nearest.ts";
import { usesWith } from "./real-uses.ts";

const controls: ReadonlySet<string> = new Set(["select", "multiselect", "tree"]);

export const undefinedPickList = defineRule({
  id: "structure/undefined-pick-list",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names only pick lists that there are.",
    why: "A list of any other name cannot be loaded, so the user has nothing to choose from.",
    remedy: "Correct the name, or add the list to `pick_lists`.",
    sources: [pages.pickLists, pages.schema],
  },
  messages: {
    typo: (name: string, near: string) =>
      `\`pick_lists\` has no entry \`${name}\`; the nearest name is \`${near}\`.`,
    undefined: (name: string) =>
      `\`pick_lists\` has no entry \`${name}\`, so there is nothing to choose from.`,
  },
  examples: {
    bad: [
      {
        name: "a misspelt name",
        source: ruby`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 's', control_type: 'select', pick_list: 'statusses' }] } } },
                                                                                                     ^^^^^^^^^^^ typo
            pick_lists: { statuses: ->(_c) { [%w[Open open]] } }
          }
        `,
      },
      {
        name: "a name in a toggle field, without any lists",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 's', toggle_field: { name: 's', type: 'string', pick_list: :priorities } }]
                                                                                      ^^^^^^^^^^^ undefined
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a name that is replaced wherever the field is used, and an empty one",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(od, _c, config) {
                  od['lead'].map { |field| field.merge('pick_list' => 'statuses') } +
                    [{ name: 's', control_type: 'select', pick_list: config['x'] ? 'statuses' : '' }]
                }
              }
            },
            object_definitions: {
              lead: { fields: -> { [{ name: 't', control_type: 'select', pick_list: 'from_api' }] } }
            },
            pick_lists: { statuses: ->(_c) { [%w[Open open]] } }
          }
        `,
      },
      {
        name: "a defined name, and a list in place",
        source: ruby`
          {
            actions: {
              a: { input_fields: ->(_od) { [{ name: 's', pick_list: :statuses }, { name: 't', pick_list: [%w[A a]] }] } }
            },
            pick_lists: { 'statuses' => ->(_c) { [%w[Open open]] } }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["pick_list"], (field, property) => {
      const { pickLists } = context.connector;
      if (!pickLists.closed || field.isConnection) return;
      for (const value of alternatives(property.value)) {
        const name = textOf(value);
        if (name === null || name === "" || pickLists.has(name)) continue;
        const uses = usesWith(field, "pick_list", name);
        if (uses.length === 0) continue;
        const place = { span: value.node ? spanOf(value.node) : property.span, path: property.path };
        // Nothing is chosen from among outputs, nor from a list that the control does not show.
        const options = uses.some(isShown) ? {} : ({ severity: "warning" } as const);
        const near = slipOf(
          name,
          pickLists.entries.map((list) => list.name),
        );
        const related = relatedEntry(pickLists, near, "pick list");
        if (near) context.report("typo", place, [name, near], { ...options, related });
        else context.report("undefined", place, [name], options);
      }
    }),
  }),
});

function isShown(use: Field): boolean {
  const { role } = use.list;
  return (
    (role === "input" || role === "config") && controls.has(plainControl(use.text("control_type") ?? ""))
  );
}
