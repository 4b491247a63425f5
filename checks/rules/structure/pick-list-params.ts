import { type HashValue, textOf } from "../../connector/value.ts";
import type { Parameters } from "../../connector/lambda.ts";
import { plainControl } from "../../connector/sdk.ts";
import { isClosed, toProperty } from "../../connector/dsl-hash.ts";
import { pages } from "../../engine/doc-pages.ts";
import { defineRule, ruby } from "../../engine/rule.ts";

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
                  [{ name: 'state', pick_list: 'states', pick_list_params: { country: 'country' } }]
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
    ],
  },
  create: (context) => ({
    field(field) {
      if (!(field.isInput || field.isConfig) || !field.uses.every((use) => use.closed)) return;
      const name = textOf(field.get("pick_list")?.value);
      const list = name === null ? undefined : context.connector.pickLists.get(name);
      if (name === null || !list?.lambda?.value.strict) return;
      const { parameters } = list.lambda;
      const params = field.get("pick_list_params");
      if (params && params.value.kind !== "hash") return;
      const given = params?.value.kind === "hash" ? params.value : null;
      if (given && !isClosed(given)) return;
      const names = [...(given?.entries.keys() ?? [])];
      // A tree passes the parent of what is opened.
      const control = field.text("control_type");
      if (control !== null && plainControl(control) === "tree") names.push("__parent_id");

      if (given && given.entries.size > 0 && takesConnectionOnly(parameters)) {
        context.report("ignored", params!, [name], { severity: "notice" });
        return;
      }
      if (!takesKeywords(parameters)) return;
      for (const keyword of parameters.requiredKeywords) {
        if (!names.includes(keyword))
          context.report("missing", params ?? field.get("pick_list")!, [name, keyword]);
      }
      if (parameters.keywordRest || !params || !given) return;
      for (const key of surplusKeys(parameters, given)) {
        context.report("surplus", toProperty(given.entries.get(key)!, params.path, params.span), [name, key]);
      }
    },
  }),
});

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

function surplusKeys(parameters: Parameters, given: HashValue): string[] {
  const known = new Set([...parameters.requiredKeywords, ...parameters.optionalKeywords]);
  return [...given.entries.keys()].filter((key) => !known.has(key));
}
