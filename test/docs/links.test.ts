import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Links to files of the repository, outside of code. */
function localLinks(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^(`{3,})[^]*?^\1$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\((?<target>[^)\s]+)\)/g)]
    .map((match) => match.groups!["target"]!)
    .filter((target) => !/^<?[a-z]+:/.test(target));
}

/** The anchors that GitHub makes from headings. */
function anchors(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^(`{3,})[^]*?^\1$/gm, "");
  return [...prose.matchAll(/^#{1,6} (?<heading>.+)$/gm)].map((match) =>
    match
      .groups!["heading"]!.toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(documents)("%s", (document) => {
  const text = readFileSync(join(root, document), "utf8");

  test("links to files and headings that exist", () => {
    const broken = localLinks(text).filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? join(root, document) : join(root, dirname(document), path);
      if (!existsSync(file) || relative(root, file).startsWith("..")) return true;
      return anchor !== undefined && !anchors(readFileSync(file, "utf8")).includes(anchor);
    });

    expect(broken).toEqual([]);
  });
});
