import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { readListing, sharing } from "./listing-file.ts";

export const appName = defineRule({
  id: "listing/app-name",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has the same name in the catalogue as in the recipe editor.",
    why: "People look for the application by its name, in the catalogue as in the editor; two spellings look like two connectors.",
    remedy:
      "Spell `name` in `listing.yml` and `title` in the connector as the application spells its own name.",
    sources: [sharing],
  },
  messages: {
    differs: (name: string, title: string) =>
      `The manifest calls the application \`${name}\`, and the connector calls it \`${title}\`.`,
  },
  examples: {
    bad: [
      {
        name: "another case",
        source: shop,
        files: { "listing.yml": listing({ name: "SHOP" }) },
        reports: ["differs"],
      },
      {
        name: "a slogan in the title",
        source: "{ 'title' => 'Shop - sell more!', 'connection' => {}, 'actions' => {} }\n",
        files: { "listing.yml": listing() },
        reports: ["differs"],
      },
    ],
    good: [
      { name: "the same name", source: shop, files: { "listing.yml": listing() } },
      {
        name: "a title that is worked out",
        source: "{ title: name_of(x), connection: {} }\n",
        files: { "listing.yml": listing() },
      },
    ],
  },
  create: (context) => ({
    project() {
      const { project } = context;
      const file = readListing(project);
      const title = context.connector.title?.value;
      if (!file || title?.kind !== "string" || title.text.trim() === file.manifest.name) return;
      context.report("differs", file.at("name"), [file.manifest.name, title.text], file.options);
    },
  }),
});
