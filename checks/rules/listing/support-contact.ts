import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { projectPath, readListing, sharing, textOf } from "./listing-file.ts";

export const supportContact = defineRule({
  id: "listing/support-contact",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Names in the README where users get help.",
    why: "A connector without a support contact is not listed: its users would have nobody to ask.",
    remedy: "Add the support email, documentation or help centre of `listing.yml` to the README.",
    sources: [sharing],
  },
  messages: {
    noReadme: () => "The project has no README that names a support contact.",
    missing: () => "The README names no support contact.",
  },
  examples: {
    bad: [
      { name: "no README", source: shop, files: { "listing.yml": listing() }, reports: ["noReadme"] },
      {
        name: "a README without a contact",
        source: shop,
        files: { "listing.yml": listing(), "README.md": "# Shop\n\nConnects shops.\n" },
        reports: ["missing"],
      },
      {
        name: "a README with an address for examples",
        source: shop,
        files: { "listing.yml": listing(), "README.md": "# Shop\n\nLog in as joe@example.com.\n" },
        reports: ["missing"],
      },
    ],
    good: [
      {
        name: "an address for examples, and a way to get help",
        source: shop,
        files: {
          "listing.yml": listing(),
          "README.md": "# Shop\n\nFor joe@example.com.\n\nHelp: https://shop.example/ask\n",
        },
      },
      {
        name: "the contact of the manifest",
        source: shop,
        files: { "listing.yml": listing(), "README.md": "# Shop\n\nWrite to help@shop.example.\n" },
      },
      {
        name: "another way to get help",
        source: shop,
        files: {
          "listing.yml": listing(),
          "README.md": "# Shop\n\n## Support\n\nhttps://shop.example/help\n",
        },
      },
      {
        name: "an address without its beginning",
        source: shop,
        files: { "listing.yml": listing(), "README.md": "# Shop\n\nHelp: www.shop.example/ask\n" },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const readme = textOf(files, /^readme(\.\w+)?$/i);
      if (!readme) context.report("noReadme", file.atKey("support"), [], file.options);
      else if (readme.text !== null && !namesContact(readme.text, Object.values(file.manifest.support))) {
        context.report("missing", null, [], { file: projectPath(project, readme.name) });
      }
    },
  }),
});

/** Whether a text has one of the contacts, or any address of a kind that helps. */
function namesContact(readme: string, contacts: readonly (string | undefined)[]): boolean {
  const text = readme.toLowerCase();
  if (contacts.some((contact) => contact !== undefined && text.includes(contact.toLowerCase()))) return true;
  // Nobody reads what is sent to addresses for examples.
  if (/(?<![\w.+-])[\w.+-]+@(?!example\.(?:com|net|org)\b)[\w-]+(?:\.[\w-]+)+/.test(text)) return true;
  return /\b(?:support|help|contact|issues)\b/.test(text) && /\b(?:https?:\/\/|www\.)\S/.test(text);
}
