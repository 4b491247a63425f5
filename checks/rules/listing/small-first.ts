import { defineRule } from "../../engine/rule.ts";
import { listing } from "./listing-examples.ts";
import { planning, readListing, textOf } from "./listing-file.ts";

const many = Array.from({ length: 13 }, (_, index) => `a${index}: {}`).join(", ");
const large = `{ connection: {}, actions: { ${many} } }\n`;

export const smallFirst = defineRule({
  id: "listing/small-first",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  docs: {
    summary: "Starts with few operations.",
    why: "A first version of few, critical operations is reviewed sooner and tested better; operations can be added later, but not taken away.",
    remedy: "Keep the operations of the most important use cases, and bring the others in later versions.",
    sources: [planning],
  },
  options: {
    maximum: { kind: "integer", default: 12, minimum: 1, summary: "The most operations of a first version." },
  },
  messages: {
    many: (count: number, maximum: number) =>
      `A first version with ${count} actions and triggers is more than the ${maximum} that review well.`,
  },
  examples: {
    bad: [
      {
        name: "a first version with 13 actions",
        source: large,
        files: { "listing.yml": listing(), "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- First.\n" },
        reports: ["many"],
      },
    ],
    good: [
      {
        name: "a second version with 13 actions",
        source: large,
        files: { "listing.yml": listing(), "CHANGELOG.md": "## 1.1.0\n\n- More.\n\n## 1.0.0\n\n- First.\n" },
      },
      {
        name: "a connector of which no version is known",
        source: large,
        files: { "listing.yml": listing() },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      const changelog = textOf(files, /^changelog(\.\w+)?$/i)?.text;
      if (!file || changelog === null || changelog === undefined) return;
      const { operations } = context.connector;
      const { maximum } = context.options;
      const count = operations.filter(({ deprecated }) => !deprecated).length;
      if (count > maximum && versionsIn(changelog).length === 1) {
        context.report("many", file.at(), [count, maximum], file.options);
      }
    },
  }),
});

/** The versions that a changelog has headings for. */
export function versionsIn(changelog: string): readonly string[] {
  const headings = changelog.matchAll(
    /^#{1,4}[ \t]{1,9}(?:[^\n\d]{0,60}[ \t[])?\[?v?(\d+\.\d+\.\d+[\w.+-]*)|^v?(\d+\.\d+\.\d+[\w.+-]*)[^\n]*\n[=-]{3,}/gm,
  );
  return [...headings].map(([, hashed, underlined]) => hashed ?? underlined ?? "");
}
