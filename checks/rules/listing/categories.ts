import { defineRule } from "../../engine/rule.ts";
import { defaultCategories } from "../../listing/categories.ts";
import { nearest } from "../../yaml/nearest.ts";
import { listing, shop } from "./listing-examples.ts";
import { readListing, sharing } from "./listing-file.ts";

export const categories = defineRule({
  id: "listing/categories",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Is in categories that the catalogue has.",
    why: "The catalogue is browsed by category; nobody finds a connector in one that it does not have.",
    remedy: "Choose from the categories of the programme's policy.",
    sources: [sharing],
  },
  options: {
    categories: { kind: "strings", default: defaultCategories, summary: "The categories of the catalogue." },
  },
  messages: {
    unknown: (name: string, hint: string) => `The catalogue has no category \`${name}\`${hint}.`,
  },
  examples: {
    bad: [
      {
        name: "a category of the author's own",
        source: shop,
        files: { "listing.yml": listing({ categories: "[Shops]" }) },
        reports: ["unknown"],
      },
      {
        name: "one of two that is spelled in another way",
        source: shop,
        files: { "listing.yml": listing({ categories: "[eCommerce, E-Mail]" }) },
        reports: ["unknown"],
      },
    ],
    good: [
      {
        name: "two categories of the catalogue",
        source: shop,
        files: { "listing.yml": listing({ categories: "[eCommerce, Customer support]" }) },
      },
    ],
  },
  create: (context) => ({
    project() {
      const { project } = context;
      const file = readListing(project);
      for (const [index, name] of file?.manifest.categories.entries() ?? []) {
        if (context.options.categories.includes(name)) continue;
        const near = nearest(name, context.options.categories);
        const hint = near === null ? "" : `; perhaps \`${near}\` is meant`;
        context.report("unknown", file!.at("categories", index), [name, hint], file!.options);
      }
    },
  }),
});
