import { defineRule } from "../../engine/rule.ts";
import { listing, shop } from "./listing-examples.ts";
import { readListing, sharing } from "./listing-file.ts";

export const shareLink = defineRule({
  id: "listing/share-link",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a private share link for the reviewers.",
    why: "Reviewers install the very version under review from the link, and try it.",
    remedy: "Share the connector by a private link, and add it as `testing.share_link`.",
    sources: [sharing],
  },
  messages: {
    missing: () => "The manifest has no `testing.share_link`.",
    elsewhere: (host: string) => `The share link leads to \`${host}\`, which is no domain of Workato's.`,
  },
  examples: {
    bad: [
      { name: "no link", source: shop, files: { "listing.yml": listing() }, reports: ["missing"] },
      {
        name: "a link to the application",
        source: shop,
        files: { "listing.yml": listing({ testing: "{ share_link: https://shop.example/workato }" }) },
        reports: ["elsewhere"],
      },
    ],
    good: [
      {
        name: "a link",
        source: shop,
        files: {
          "listing.yml": listing({ testing: "{ share_link: https://app.workato.com/custom_adapters/1 }" }),
        },
      },
      {
        name: "a link of another data centre",
        source: shop,
        files: {
          "listing.yml": listing({ testing: "{ share_link: https://app.workatoapp.cn/custom_adapters/1 }" }),
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
      const link = manifest.testing?.share_link;
      if (link === undefined) {
        context.report("missing", file.atKey("testing"), [], options);
        return;
      }
      const { hostname } = new URL(link);
      const place = file.at("testing", "share_link");
      // Partners may have a domain of their own for it.
      if (!hostname.includes("workato"))
        context.report("elsewhere", place, [hostname], { ...options, severity: "notice" });
    },
  }),
});
