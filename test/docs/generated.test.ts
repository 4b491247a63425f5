import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import { generateDocs } from "../../scripts/docs/generate.ts";
import { contentBetween } from "../../scripts/docs/markdown.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("generated documents", () => {
  let documents: ReadonlyMap<string, string>;

  beforeAll(async () => {
    documents = await generateDocs(root);
  });

  test("are what `npm run docs` would write", () => {
    const stale = [...documents].filter(([path, text]) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, "utf8") !== text;
    });

    expect(stale.map(([path]) => path)).toEqual([]);
  });

  test("are all that is in docs/rules", () => {
    const pages = readdirSync(join(root, "docs/rules"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/rules/${name}`);

    expect(pages.filter((path) => !documents.has(path))).toEqual([]);
  });

  test("show what the first command of the README prints", () => {
    const sample = contentBetween(readFileSync(join(root, "README.md"), "utf8"), "check");

    expect(sample).toContain("examples/helpdesk/connector.rb");
    expect(sample.split("\n").at(-2)).toMatch(/\d+ errors?/);
  });
});
