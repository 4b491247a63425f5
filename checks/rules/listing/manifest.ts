import { defineRule } from "../../engine/rule.ts";
import { manifestFile } from "../../listing/parse-manifest.ts";
import { listing, shop } from "./listing-examples.ts";
import { parsedManifest, place, projectPath, sharing } from "./listing-file.ts";

export const manifest = defineRule({
  id: "listing/manifest",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a valid `listing.yml`.",
    why: "The catalogue shows what `listing.yml` says, and a submission is made from it.",
    remedy:
      "Correct the line; `connector-gate init` writes a first file, and editors check it by its schema.",
    sources: [sharing],
  },
  options: {
    required: {
      kind: "boolean",
      default: false,
      summary: "Whether a project without the file is reported.",
    },
  },
  messages: {
    invalid: (problem: string) => `In the manifest, ${problem}.`,
    missing: () => "The project has no `listing.yml` that can be read.",
  },
  examples: {
    bad: [
      {
        name: "an unknown key",
        source: shop,
        files: { "listing.yml": listing({ sumary: "Orders" }) },
        reports: ["invalid"],
      },
      { name: "text that is no YAML", source: shop, files: { "listing.yml": "a: [" }, reports: ["invalid"] },
    ],
    good: [
      { name: "a small manifest", source: shop, files: { "listing.yml": listing() } },
      { name: "a project that is not for listing", source: shop, files: {} },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const options = { file: projectPath(project, manifestFile) };
      const result = parsedManifest(project);
      if (!result && (context.options.required || files.has(manifestFile))) {
        context.report("missing", null, [], options);
      }
      if (!result || result.ok) return;
      for (const { message, span } of result.problems) {
        context.report("invalid", place(span), [message.replace(/[.?]$/, "")], options);
      }
    },
  }),
});
