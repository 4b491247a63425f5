import { defineRule } from "../../engine/rule.ts";
import { descriptionFile } from "../../listing/manifest.ts";
import { listing, shop } from "./listing-examples.ts";
import { readListing, sharing } from "./listing-file.ts";

export const description = defineRule({
  id: "listing/description",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Says in the catalogue what it is for, what it needs and what it can do.",
    why: "People decide by this text whether to install the connector, without a look at the code.",
    remedy: "Write what it is for, what users need to connect, and what it can do.",
    sources: [sharing],
  },
  options: {
    minimum: { kind: "integer", default: 100, summary: "The fewest characters of a description." },
    maximum: { kind: "integer", default: 5000, summary: "The most characters of a description." },
  },
  messages: {
    missing: (file: string) => `The description's file \`${file}\` is not in the project.`,
    short: (count: number, minimum: number) =>
      `The description has ${count} characters; at least ${minimum} tell enough.`,
    long: (count: number, maximum: number) =>
      `The description has ${count} characters; the catalogue takes ${maximum}.`,
    unfinished: (word: string) => `The description is not finished: it says “${word}”.`,
    summary: () => "The summary only repeats the name.",
  },
  examples: {
    bad: [
      {
        name: "a file that is not there",
        source: shop,
        files: { "listing.yml": listing({ description: "README.md" }) },
        reports: ["missing"],
      },
      {
        name: "a few words",
        source: shop,
        files: { "listing.yml": listing({ description: "Orders." }) },
        reports: ["short"],
      },
      {
        name: "a book",
        source: shop,
        files: { "listing.yml": listing({ description: "README.md" }), "README.md": "word ".repeat(1200) },
        reports: ["long"],
      },
      {
        name: "a text that only fills the space",
        source: shop,
        files: {
          "listing.yml": listing({ description: "README.md" }),
          "README.md": "Lorem ipsum dolor. ".repeat(9),
        },
        reports: ["unfinished"],
      },
      {
        name: "a summary that is the name",
        source: shop,
        files: { "listing.yml": listing({ summary: "Shop connector." }) },
        reports: ["summary"],
      },
    ],
    good: [
      { name: "a description of two sentences", source: shop, files: { "listing.yml": listing() } },
      {
        name: "words that are not there to fill the space",
        source: shop,
        files: {
          "listing.yml": listing({
            description: `TODO lists of the shop, and its Lorem ipsum generator, in recipes. ${"More words. ".repeat(9)}`,
          }),
        },
      },
      {
        name: "a description in the README",
        source: shop,
        files: {
          "listing.yml": listing({ description: "README.md" }),
          "README.md": "# Shop\n\n" + "word ".repeat(50),
        },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const { manifest, options } = file;
      const words = manifest.summary
        .toLowerCase()
        .replace(/\b(the|connector|integration|for|workato)\b|[^\p{L}\p{N} ]/gu, "");
      if (words.trim() === manifest.name.toLowerCase())
        context.report("summary", file.at("summary"), [], options);
      const name = descriptionFile(manifest.description);
      const source = name === null ? null : files.get(name);
      if (name !== null && !source) {
        context.report("missing", file.at("description"), [name], { ...options, severity: "error" });
        return;
      }
      if (source && !source.bytes) return;
      const text = source?.bytes ? new TextDecoder().decode(source.bytes) : manifest.description;
      const draft = /\b[Ll]orem ipsum dolor\b|\bTODO:/u.exec(text)?.[0];
      if (draft) context.report("unfinished", file.at("description"), [draft], options);
      const count = text.trim().length;
      const { minimum, maximum } = context.options;
      if (count < minimum) context.report("short", file.at("description"), [count, minimum], options);
      if (count > maximum) context.report("long", file.at("description"), [count, maximum], options);
    },
  }),
});
