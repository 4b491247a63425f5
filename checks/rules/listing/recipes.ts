import { defineRule } from "../../engine/rule.ts";
import { nearest } from "../../yaml/nearest.ts";
import { listing, shop } from "./listing-examples.ts";
import { certification, readListing } from "./listing-file.ts";

const cases = "[{ title: Orders, description: Orders are made., actions: [create_order] }]";
const recipe = "{ name: A, url: https://app.workato.com/recipes/1, use_case: Orders }";

export const recipes = defineRule({
  id: "listing/recipes",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names recipes that exercise the use cases.",
    why: "A recipe that ran is the evidence that a use case works as a whole.",
    remedy: "Add the recipes under `testing.recipes`, each with its link and the title of its use case.",
    sources: [certification],
  },
  options: {
    minimum: { kind: "integer", default: 1, summary: "The fewest recipes." },
  },
  messages: {
    few: (count: number, minimum: number) => `The manifest names ${count} recipes of at least ${minimum}.`,
    unknown: (recipe: string, useCase: string, hint: string) =>
      `The recipe \`${recipe}\` exercises \`${useCase}\`, which is no use case of the manifest${hint}.`,
    repeated: (recipe: string, other: string) =>
      `The recipe \`${recipe}\` has the same link as \`${other}\`, for the same use case.`,
    uncovered: (useCase: string) => `No recipe exercises the use case \`${useCase}\`.`,
  },
  examples: {
    bad: [
      {
        name: "no recipes",
        source: shop,
        files: { "listing.yml": listing({ use_cases: cases }) },
        reports: ["few"],
      },
      {
        name: "a recipe for another use case",
        source: shop,
        files: {
          "listing.yml": listing({
            use_cases: cases,
            testing: `{ recipes: [${recipe.replace("Orders", "Order")}] }`,
          }),
        },
        reports: ["unknown", "uncovered"],
      },
      {
        name: "one link for two recipes",
        source: shop,
        files: {
          "listing.yml": listing({
            use_cases: cases,
            testing: `{ recipes: [${[recipe, recipe].join(", ")}] }`,
          }),
        },
        reports: ["repeated"],
      },
    ],
    good: [
      {
        name: "a recipe for each use case",
        source: shop,
        files: { "listing.yml": listing({ use_cases: cases, testing: `{ recipes: [${recipe}] }` }) },
      },
      {
        name: "a recipe for two use cases",
        source: shop,
        files: {
          "listing.yml": listing({
            use_cases: `[${cases.slice(1, -1)}, ${cases.slice(1, -1).replace("Orders", "Refunds")}]`,
            testing: `{ recipes: [${[recipe, recipe.replace("Orders", "Refunds")].join(", ")}] }`,
          }),
        },
      },
    ],
  },
  create: (context) => ({
    project() {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const { manifest, options } = file;
      const named = manifest.testing?.recipes ?? [];
      const titles = (manifest.use_cases ?? []).map(({ title }) => title);
      if (named.length < context.options.minimum) {
        context.report(
          "few",
          file.atKey("testing", "recipes"),
          [named.length, context.options.minimum],
          options,
        );
      }
      const known = new Map<string, string>();
      for (const [index, { name, url, use_case: useCase }] of named.entries()) {
        // A recipe of several use cases is named once for each.
        const key = `${url} ${useCase}`;
        const other = known.get(key);
        const at = file.at("testing", "recipes", index, "url");
        if (other === undefined) known.set(key, name);
        else context.report("repeated", at, [name, other], { ...options, severity: "warning" });
      }
      for (const [index, { name, use_case: useCase }] of named.entries()) {
        if (titles.includes(useCase)) continue;
        const near = nearest(useCase, titles);
        const hint = near === null ? "" : `; perhaps \`${near}\` is meant`;
        context.report(
          "unknown",
          file.at("testing", "recipes", index, "use_case"),
          [name, useCase, hint],
          options,
        );
      }
      for (const [index, title] of titles.entries()) {
        if (named.length === 0 || named.some(({ use_case: useCase }) => useCase === title)) continue;
        const place = file.at("use_cases", index, "title");
        context.report("uncovered", place, [title], { ...options, severity: "warning" });
      }
    },
  }),
});
