import type { Field } from "../../connector/fields.ts";
import type { Parameters } from "../../connector/lambda.ts";
import { controlNeeds, plainControl } from "../../connector/sdk-fields.ts";
import { isClosed, toProperty } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, onAttribute, ruby } from "../../engine/rule.ts";

export const pickListParams = defineRule({
  id: "structure/pick-list-params",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Passes to a dependent pick list just the keywords that its lambda takes.",
    why: "A missing or surplus keyword raises an exception, and the menu stays empty.",
    remedy: "Let the keys of `pick_list_params` and the keywords of the list's lambda be the same.",
    sources: [pages.pickLists, pages.gem],
  },
  messages: {
    missing: (list: string, keyword: string) =>
      `Pick list \`${list}\` needs the parameter \`${keyword}\`, which the field does not pass.`,
    surplus: (list: string, keyword: string) =>
      `Pick list \`${list}\` has no keyword \`${keyword}:\` for the parameter that the field passes.`,
    ignored: (list: string) =>
      `Pick list \`${list}\` takes the connection only, so the parameters of the field have no effect.`,
  },
  examples: {
    bad: [
      {
        name: "a keyword of another name",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'state', control_type: 'select', pick_list: 'states', pick_list_params: { country: 'country' } }]
                                                                                 ^^^^^^^^^^^^^^^^^ missing
                                                                                                     ^^^^^^^^ surplus
                }
              }
            },
            pick_lists: { states: lambda { |connection, region:| [] } }
          }
        `,
      },
      {
        name: "parameters for a list that takes none",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [{ name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } }]
                                                         ^^^^^^^^^^^^^^^^^ ignored
                }
              }
            },
            pick_lists: { states: lambda { |connection| [] } }
          }
        `,
      },
      {
        name: "no parameters for a list that needs one",
        source: ruby`
          {
            actions: { a: { input_fields: ->(_od) { [{ name: 'state', pick_list: 'states' }] } } },
                                                                      ^^^^^^^^^^ missing
            pick_lists: { states: lambda { |connection, country:| [] } }
          }
        `,
      },
    ],
    good: [
      {
        name: "the same names, also where others are optional",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { drive: 'drive' } },
                    { name: 'x', pick_list: 'all', pick_list_params: { drive: 'drive' } }
                  ]
                }
              }
            },
            pick_lists: {
              states: lambda { |connection, country:, region: nil| [] },
              folders: lambda { |connection, **args| [] },
              all: lambda { |connection, input| [] }
            }
          }
        `,
      },
      {
        name: "parameters that an action adds to a shared field",
        source: ruby`
          {
            actions: {
              a: { input_fields: ->(od) { od['place'].map { |f| f.merge('pick_list_params' => { country: 'country' }) } } }
            },
            object_definitions: {
              place: { fields: ->(_c, _f) { [{ name: 'state', control_type: 'select', pick_list: 'states' }] } }
            },
            pick_lists: { states: lambda { |connection, country:| [] } }
          }
        `,
      },
      {
        name: "a text field, which shows no list, and a tree, which passes parameters of its own",
        source: ruby`
          {
            actions: {
              a: {
                input_fields: ->(_od) {
                  [
                    { name: 'state', control_type: 'text', pick_list: 'states' },
                    { name: 'folder', control_type: 'tree', pick_list: 'folders', pick_list_params: { drive: 'drive' } }
                  ]
                }
              }
            },
            pick_lists: {
              states: lambda { |connection, country:| [] },
              folders: lambda { |connection, __parent_id: nil| [] }
            }
          }
        `,
      },
    ],
  },
  create: (context) => ({
    attribute: onAttribute(["pick_list"], (field, property) => {
      if (!(field.isInput || field.isConfig) || !field.uses.every((use) => use.closed)) return;
      const { pickLists } = context.connector;
      const name = field.text("pick_list");
      const list = name !== null && pickLists.closed ? pickLists.get(name) : undefined;
      if (name === null || !list?.lambda?.value.strict) return;
      const { parameters } = list.lambda;
      const given = parametersOf(field);
      if (!given || !field.uses.every((use) => showsList(use, name) && isSame(parametersOf(use), given)))
        return;
      const params = field.get("pick_list_params");
      const isTree = controlOf(field) === "tree";
      // Without a control, the documentation does not tell that there is a menu.
      const options = controlOf(field) === null ? ({ severity: "warning" } as const) : {};

      if (params && given.length > 0 && takesConnectionOnly(parameters)) {
        context.report("ignored", params, [name], { severity: "notice" });
        return;
      }
      if (!takesKeywords(parameters)) return;
      for (const keyword of parameters.requiredKeywords) {
        // A tree passes the parent of what is opened.
        if (given.includes(keyword) || (isTree && keyword === "__parent_id")) continue;
        context.report("missing", params ?? property, [name, keyword], options);
      }
      if (parameters.keywordRest || params?.value.kind !== "hash" || isTree) return;
      for (const key of surplusKeys(parameters, given)) {
        const place = toProperty(params.value.entries.get(key)!, params.path, params.span);
        context.report("surplus", place, [name, key], options);
      }
    }),
  }),
});

/** The names of the parameters that a field passes; null where they are not known. */
function parametersOf(field: Field): readonly string[] | null {
  const params = field.value("pick_list_params");
  if (!params) return [];
  return params.kind === "hash" && isClosed(params) ? [...params.entries.keys()] : null;
}

function isSame(names: readonly string[] | null, others: readonly string[]): boolean {
  return names?.length === others.length && names.every((name) => others.includes(name));
}

/** Whether users are shown the list, as far as the control tells. */
function showsList(field: Field, list: string): boolean {
  if (field.text("pick_list") !== list) return false;
  const control = controlOf(field);
  return control === null
    ? !field.has("control_type")
    : controlNeeds.get(control)?.includes("pick_list") === true;
}

function controlOf(field: Field): string | null {
  const control = field.text("control_type");
  return control && plainControl(control);
}

function takesConnectionOnly({ required, optional, rest, ...keywords }: Parameters): boolean {
  return required.length + optional.length === 1 && !rest && !takesKeywords(keywords);
}

function takesKeywords({
  requiredKeywords,
  optionalKeywords,
  keywordRest,
}: Pick<Parameters, "requiredKeywords" | "optionalKeywords" | "keywordRest">): boolean {
  return requiredKeywords.length > 0 || optionalKeywords.length > 0 || keywordRest;
}

function surplusKeys(parameters: Parameters, given: readonly string[]): readonly string[] {
  const known = new Set([...parameters.requiredKeywords, ...parameters.optionalKeywords]);
  return given.filter((key) => !known.has(key));
}
