import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { type Checker, createChecker } from "../../../checks/checker.ts";
import { readPrismWasm } from "../../../checks/cli/read-prism.ts";
import { type Answer, compare } from "../../../scripts/oracle/difference.ts";

interface Expectation extends Pick<Answer, "branches" | "reasons" | "inspection"> {
  /** Paths, or beginnings of paths, of what the model need not know. */
  readonly mayBeUnknown: readonly string[];
}

/** Connectors of our own with what Ruby knows about them; `scripts/oracle/expect.ts` writes the expectations. */
const fixtures = ["model", "bytes/model"]
  .map((name) => new URL(`../../fixtures/${name}`, import.meta.url).pathname)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith(".rb"));

let checker: Checker;

beforeAll(async () => {
  checker = await createChecker(readPrismWasm());
});

describe.each(fixtures.map((file) => [file.split("/fixtures/")[1]!, file]))("%s", (_name, file) => {
  const expected = JSON.parse(readFileSync(file.replace(/\.rb$/, ".json"), "utf8")) as Expectation;
  const answer: Answer = { file, lines: {}, ...expected };

  test("is read as Ruby reads it", () => {
    const comparisons = compare(answer, checker.inspect(file, readFileSync(file)));

    expect(comparisons.filter((one) => one.outcome === "wrong")).toEqual([]);
    expect(comparisons.filter((one) => one.outcome === "unknown" && !mayBeUnknown(one.path))).toEqual([]);
  });

  function mayBeUnknown(path: string): boolean {
    return expected.mayBeUnknown.some((allowed) => path === allowed || path.startsWith(`${allowed}[`));
  }
});
