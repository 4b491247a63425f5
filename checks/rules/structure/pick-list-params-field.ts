import type { Operation } from "../../connector/connector.ts";
import { type Field, type FieldList, nestedLists } from "../../connector/fields.ts";
import { plainControl } from "../../connector/sdk-fields.ts";
import { keyText, textOf } from "../../connector/value.ts";
import { toProperty } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const pickListParamsField = defineRule({
  id: "structure/pick-list-params-field",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Takes the parameters of a dependent pick list from fields that there are.",
    why: "From a field that is not there the list always gets nothing.",
    remedy: "Name a field of the same operation as the value of the parameter.",
    sources: [pages.pickLists],
  },
  messages: {
    missing: (parameter: string, name: string) =>
      `The parameter \`${parameter}\` comes from the field \`${name}\`, which the operation does not have.`,
  },
  examples: {
    bad: [
      {
        name: "a field of another name",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'team_id' },
                    { name: 'user', pick_list: 'users', pick_list_params: { team_id: 'team' } }
                                                                            ^^^^^^^^ missing
                  ]
                }
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        name: "a field beside, around, inside, or among the configuration",
        source: ruby`
          {
            actions: {
              a: {
                config_fields: [{ name: 'object' }],
                input_fields: ->(_od) {
                  [
                    { name: 'team', type: 'object', properties: [
                      { name: 'user', pick_list: 'users', pick_list_params: { object: 'object', team: 'team', id: 'id' } }
                    ] },
                    { name: 'id' },
                    { name: 'role', pick_list: 'roles', pick_list_params: { user: 'user' } }
                  ]
                }
              }
            }
          }
        `,
      },
      {
        name: "the name of a toggle, and a tree, which passes parameters of its own",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'team', toggle_hint: 'Select', toggle_field: { name: 'team_id', type: 'string' } },
                    { name: 'user', pick_list: 'users', pick_list_params: { team: 'team_id' } },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { parent: 'parent' } }
                  ]
                }
              }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["pick_list_params"], (field, params) => {
      if (params.value.kind !== "hash" || plainControl(field.text("control_type") ?? "") === "tree") return;
      const uses = field.uses.filter((use) => use.list.role === "input" || use.list.role === "config");
      if (
        uses.length === 0 ||
        uses.length !== field.uses.filter((use) => use.list.role !== "definition").length
      )
        return;
      for (const entry of params.value.entries.values()) {
        const name = textOf(entry.value);
        // A path such as `a.b` may start anywhere, and an empty text is no name.
        if (!name || !/^\w+$/.test(name)) continue;
        if (!uses.every((use) => isSurelyMissing(name, use, context.connector.operations))) continue;
        context.report("missing", toProperty(entry, params.path, params.span), [keyText(entry), name]);
      }
    }),
  }),
});

function isSurelyMissing(name: string, use: Field, operations: readonly Operation[]): boolean {
  let top: FieldList = use.list;
  while (top.parent) top = top.parent.list;
  const operation = operations.find(({ path }) => top.path.startsWith(`${path}.`));
  if (!operation) return false;
  return [operation.configFields, operation.inputFields].every(
    (list) => !list.exists || nestedLists(list).every((one) => isWithout(one, name)),
  );
}

function isWithout(list: FieldList, name: string): boolean {
  return list.closed && list.fields.every((field) => isNamedOtherwise(field, name));
}

/** Whether neither the field nor its toggle can have the name. */
function isNamedOtherwise(field: Field, name: string): boolean {
  const both = field.has("toggle_field") ? [field, field.toggle] : [field];
  return both.every((one) => one !== undefined && one.name !== null && one.name !== name);
}
