import { array, assert, constantFrom, integer, property } from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { createSourceText } from "../../../checks/ruby/source.ts";

/** Line and column counted the plain way. */
function plainPosition(text: string, offset: number) {
  const before = Buffer.from(text)
    .subarray(0, offset)
    .toString("utf8")
    .replace(/\ufffd+$/, "");
  const lines = before.split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

describe("createSourceText", () => {
  test("counts columns in UTF-16 units, in short and in very long lines", () => {
    const parts = constantFrom("a", "é", "東", "😀", "b".repeat(3000), "é東😀".repeat(1000), "\n");
    assert(
      property(
        array(parts, { maxLength: 12 }),
        array(integer({ min: 0, max: 40_000 }), { maxLength: 8 }),
        (texts, offsets) => {
          const text = texts.join("");
          const source = createSourceText(Buffer.from(text));
          for (const offset of offsets) {
            const clamped = Math.min(offset, source.bytes.length);
            expect(source.position(offset)).toEqual(plainPosition(text, clamped));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("gives lines without their line breaks, whatever was asked for before", () => {
    const source = createSourceText(Buffer.from("one\r\ntwo\n\nfour"));

    expect([1, 2, 2, 3, 4, 1, 5].map((line) => source.line(line))).toEqual([
      "one",
      "two",
      "two",
      "",
      "four",
      "one",
      "",
    ]);
  });
});
