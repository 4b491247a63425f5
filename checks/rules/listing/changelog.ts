import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { projectPath, readListing, sharing, textOf } from "./listing-file.ts";

/** A heading of either form that has a number such as `1.0` in it; whether it is a good one is another rule's matter. */
const versionHeading = /^#{1,6}[ \t].{0,80}?\d\.\d|^(?=\S).{0,60}?\d\.\d.{0,80}\r?\n[=-]{3,}/m;

export const changelog = defineRule({
  id: "listing/changelog",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a changelog with an entry for each version.",
    why: "People who use the connector and people who review it look there for what a new version changes.",
    remedy:
      "Add a `CHANGELOG.md` with a heading such as `## 1.0.0` for each version, and the changes below it.",
    sources: [sharing],
  },
  messages: {
    missing: (name: string) => `The project has no \`${name}\`.`,
    empty: (name: string) => `The changelog \`${name}\` has no heading with a version.`,
  },
  examples: {
    bad: [
      { name: "no changelog", source: shop, files: { "listing.yml": listing() }, reports: ["missing"] },
      {
        name: "a changelog without versions",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "# Changelog\n" },
        reports: ["empty"],
      },
    ],
    good: [
      {
        name: "a changelog with a version",
        source: shop,
        files: {
          "listing.yml": listing(),
          "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2026-01-05\n\n- First.\n",
        },
      },
      {
        name: "headings with words before the version",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "# Changelog\n\n## Release 1.0.0\n\n- First.\n" },
      },
      {
        name: "a changelog with underlined headings",
        source: shop,
        files: { "listing.yml": listing(), "CHANGELOG.md": "1.0.0\n-----\n\n- First.\n" },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const { changelog: name } = file.manifest;
      const found = textOf(files, new RegExp(`^${name.replace(".", String.raw`\.`)}$`, "i"));
      if (!found) context.report("missing", file.at("changelog"), [name], file.options);
      else if (found.text !== null && !versionHeading.test(found.text)) {
        context.report("empty", null, [name], { file: projectPath(project, found.name) });
      }
    },
  }),
});
