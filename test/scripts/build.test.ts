import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltDist, buildDist } from "../support/command-line.ts";

let built: BuiltDist;
beforeAll(() => {
  built = buildDist();
});
afterAll(() => built.remove());

describe("the build", () => {
  test("gives the same bytes again", () => {
    const again = buildDist();
    const files = readdirSync(built.folder).toSorted();

    expect(readdirSync(again.folder).toSorted()).toEqual(files);
    for (const file of files) {
      const [first, second] = [built, again].map(({ folder }) => readFileSync(join(folder, file)));
      expect([file, first!.equals(second!)]).toEqual([file, true]);
    }
    again.remove();
  });

  test("has the licence of every package in it", () => {
    const licences = readFileSync(join(built.folder, "licences.txt"), "utf8");

    for (const name of ["@ruby/prism", "zod", "yaml", "@actions/core"])
      expect(`\n${licences}`).toContain(`\n${name} `);
    expect(licences).not.toMatch(/^\S+ \S+ \((?!MIT|ISC|BSD|Apache|0BSD|Unlicense).*\)$/m);
  });

  test.each(["cli.js", "index.js"])("keeps %s free of what Node 20.18 does not have", (file) => {
    const code = readFileSync(join(built.folder, file), "utf8");

    expect(code).not.toMatch(
      /\b(?:Object|Map)\.groupBy\(|Promise\.(?:withResolvers|try)\(|\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(|Iterator\.from\(|Array\.fromAsync\(|RegExp\.escape\(/,
    );
  });
});
