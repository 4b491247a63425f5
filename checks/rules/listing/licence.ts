import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { projectDirectory, readListing } from "./listing-file.ts";

export const licence = defineRule({
  id: "listing/licence",
  severity: "notice",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a licence.",
    why: "Without one, nobody else may use the code that the project shows.",
    remedy: "Add a `LICENSE` file; a private project says there that all rights are reserved.",
    sources: [projectDirectory],
  },
  messages: { missing: () => "The project has no `LICENSE` file." },
  examples: {
    bad: [{ name: "no licence", source: shop, files: { "listing.yml": listing() }, reports: ["missing"] }],
    good: [
      {
        name: "a licence file",
        source: shop,
        files: { "listing.yml": listing(), "LICENSE.md": "MIT\n" },
      },
      {
        name: "licence files of other names",
        source: shop,
        files: { "listing.yml": listing(), "LICENSE-MIT": "MIT\n" },
      },
      { name: "a project below the root", source: "{ connection: {} }\n", files: {} },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      // The licence of a project further down usually is the repository's, which is not looked at.
      if (project.path !== "." || !readListing(project)) return;
      const found = [...files.keys()].some((path) =>
        /^(?:\w+-)?(?:(?:un)?licen[cs]es?|copying)(?:[.-][\w.-]+)?(?:\/.+)?$/i.test(path),
      );
      if (!found) context.report("missing", null, [], { file: "listing.yml" });
    },
  }),
});
