import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, property } from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../../checks/report/unified-diff.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("unifiedDiff", () => {
  test("shows a change with what is around it", () => {
    const before = "a\nb\nc\nd\ne\nf\ng\nh\n";

    expect(unifiedDiff("x.rb", before, before.replace("e\n", "E\n"))).toBe(
      "--- a/x.rb\n+++ b/x.rb\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n",
    );
  });

  test.each([
    ["nothing for equal texts", "a\n", "a\n", ""],
    ["a new file", "", "a\n", "--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n"],
    [
      "a missing line break at the end",
      "a",
      "a\n",
      "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
    ],
  ])("shows %s", (_, before, after, expected) => {
    expect(unifiedDiff("x", before, after)).toBe(expected);
  });

  test("divides changes that are far apart", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index}\n`);
    const after = lines.with(5, "five\n").with(30, "thirty\n");

    expect(unifiedDiff("x", lines.join(""), after.join("")).match(/^@@.*@@$/gm)).toEqual([
      "@@ -3,7 +3,7 @@",
      "@@ -28,7 +28,7 @@",
    ]);
  });

  test("is understood by git", () => {
    const text = array(constantFrom("a\n", "b\n", "c\n", "\n"), { maxLength: 25 }).map((lines) =>
      lines.join(""),
    );
    const folder = temporaryFolder({ x: "" });
    assert(
      property(text, text, (before, after) => {
        if (before === after || before === "" || after === "") return;
        const diff = unifiedDiff("x", before, after);
        expect(patch(folder, before, diff)).toBe(after);
      }),
      { numRuns: 25 },
    );
  });
});

function patch(folder: string, before: string, diff: string): string {
  execFileSync("sh", ["-c", "cat > x"], { cwd: folder, input: before });
  execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: diff });
  return readFileSync(join(folder, "x"), "utf8");
}
