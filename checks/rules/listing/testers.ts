import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { certification, readListing } from "./listing-file.ts";

const tester = "{ company: Example Ltd, relation: beta user, recipes: 2, jobs: 40 }";

export const testers = defineRule({
  id: "listing/testers",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Was tested by others than its author.",
    why: "Whoever wrote the connector knows what to enter; others find what is not clear.",
    remedy:
      "Let others build recipes with it, and add them under `testing.testers` with how many recipes and jobs they ran.",
    sources: [certification],
  },
  options: {
    minimum: { kind: "integer", default: 1, summary: "The fewest testers who ran something." },
  },
  messages: {
    few: (count: number, minimum: number) =>
      `The manifest names ${count} testers who ran jobs, of at least ${minimum}.`,
  },
  examples: {
    bad: [
      { name: "no testers", source: shop, files: { "listing.yml": listing() }, reports: ["few"] },
      {
        name: "a tester who ran nothing",
        source: shop,
        files: { "listing.yml": listing({ testing: `{ testers: [${tester.replace("40", "0")}] }` }) },
        reports: ["few"],
      },
    ],
    good: [
      {
        name: "a beta user",
        source: shop,
        files: { "listing.yml": listing({ testing: `{ testers: [${tester}] }` }) },
      },
    ],
  },
  create: (context) => ({
    project() {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const active = (file.manifest.testing?.testers ?? []).filter(
        ({ jobs, recipes }) => jobs > 0 && recipes > 0,
      );
      const { minimum } = context.options;
      if (active.length >= minimum) return;
      context.report("few", file.atKey("testing", "testers"), [active.length, minimum], file.options);
    },
  }),
});
