import { defineRule } from "../../engine/rule.ts";
import { readImage } from "../../listing/image.ts";
import { listing, shop } from "./listing-examples.ts";
import { projectDirectory, projectPath, readListing } from "./listing-file.ts";

const svg = (attributes: string, content = "<path d='M0 0h9v9z'/>") =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>\n`;
const manifest = listing({ logo: "logo.svg" });

export const logo = defineRule({
  id: "listing/logo",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  docs: {
    summary: "Has a square logo as PNG or SVG.",
    why: "The catalogue and the recipe editor show the logo in a square; another shape is cut or squeezed, and a script in it would run for everybody who looks.",
    remedy:
      "Add the application's logo as a square `logo.png` of 100 to 2,048 pixels, or as a plain square `logo.svg`.",
    sources: [projectDirectory],
  },
  messages: {
    missing: (name: string) => `The project has no \`${name}\`.`,
    unreadable: (kind: string) => `The logo is not ${kind}.`,
    notSquare: (width: number, height: number) =>
      `The logo is ${width} by ${height}; it is shown in a square.`,
    size: (width: number) => `The logo is ${width} pixels wide; it needs 100 to 2048.`,
    active: (what: string) => `The logo has ${what}, which an image does not need.`,
  },
  examples: {
    bad: [
      { name: "no logo", source: shop, files: { "listing.yml": manifest }, reports: ["missing"] },
      {
        name: "text that is called an image",
        source: shop,
        files: { "listing.yml": listing(), "logo.png": "hello" },
        reports: ["unreadable"],
      },
      {
        name: "a wide drawing",
        source: shop,
        files: { "listing.yml": manifest, "logo.svg": svg(`viewBox="0 0 200 100"`) },
        reports: ["notSquare"],
      },
      {
        name: "a drawing with a script",
        source: shop,
        files: { "listing.yml": manifest, "logo.svg": svg(`viewBox="0 0 9 9"`, "<script>alert(1)</script>") },
        reports: ["active"],
      },
      {
        name: "a drawing that loads another image",
        source: shop,
        files: {
          "listing.yml": manifest,
          "logo.svg": svg(`width="100" height="100"`, `<image href="https://evil.example/x.png"/>`),
        },
        reports: ["active"],
      },
    ],
    good: [
      {
        name: "a square drawing",
        source: shop,
        files: { "listing.yml": manifest, "logo.svg": svg(`viewBox="0 0 24 24"`) },
      },
    ],
  },
  create: (context) => ({
    project(files) {
      const { project } = context;
      const file = readListing(project);
      if (!file) return;
      const name = file.manifest.logo;
      const found = files.get(name);
      if (!found) {
        context.report("missing", file.at("logo"), [name], file.options);
        return;
      }
      if (!found.bytes) return;
      const options = { file: projectPath(project, name) };
      const image = readImage(found.bytes, name.endsWith(".svg") ? "svg" : "png");
      if (!image) {
        context.report("unreadable", null, [name.endsWith(".svg") ? "an SVG" : "a PNG"], options);
        return;
      }
      for (const what of image.active) context.report("active", null, [what], options);
      if (image.width === null || image.height === null) return;
      if (Math.abs(image.width - image.height) > 0.01 * image.width) {
        context.report("notSquare", null, [image.width, image.height], options);
      }
      if (image.kind === "png" && (image.width < 100 || image.width > 2048)) {
        context.report("size", null, [image.width], options);
      }
    },
  }),
});
