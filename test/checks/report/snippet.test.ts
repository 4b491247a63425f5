import { describe, expect, test } from "vitest";
import { displayWidth, wrapText } from "../../../checks/report/display.ts";
import { markedLines, renderSnippet } from "../../../checks/report/snippet.ts";
import { createStyle } from "../../../checks/report/style.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";

/** A source, which may hold several lines, and the span between « and » in it. */
function readMarked(marked: string) {
  const source = createSourceText(Buffer.from(marked.replace(/[«»]/g, "")));
  const start = Buffer.byteLength(marked.slice(0, marked.indexOf("«")));
  const end = start + Buffer.byteLength(marked.slice(marked.indexOf("«") + 1, marked.indexOf("»")));
  return [source, { start, end }] as const;
}

function snippet(marked: string, width = 60): string {
  const options = { style: createStyle(false), paint: (text: string) => text, width };
  return renderSnippet(...readMarked(marked), options).join("\n");
}

describe("markedLines", () => {
  test.each([
    ["marks a word", "{\n  «title»: 'x'\n}\n", ["2   «title»: 'x'"]],
    ["marks an empty place", "{ a: 1«» }\n", ["1 { a: 1«» }"]],
    ["shows tabs and what cannot be seen", "\t«a\u202e»: 1\n", ["1     «a\\u{202e}»: 1"]],
    ["leaves out blanks around lines", "a(«b,\n\n  c»)\n", ["1 a(«b,»", "2 ", "3   «c»)"]],
    ["leaves the line break at the end out", "«a\n» b\n", ["1 «a»"]],
    [
      "leaves out lines of a long span",
      "«1\n2\n3\n4\n5\n6\n7»\n",
      ["1 «1»", "2 «2»", "3 «3»", "4 «4»", "…", "7 «7»"],
    ],
    [
      "cuts long lines around the span",
      `${"a".repeat(50)}«b»${"c".repeat(50)}`,
      ["1 …aaaaaa«b»ccccccccccc…"],
    ],
    ["cuts a long span", `a«${"b".repeat(50)}»`, ["1 a«bbbbbbbbbbbbbbbbbb…»"]],
  ])("%s", (_, marked, expected) => {
    const lines = markedLines(...readMarked(marked), 20).map((line) => {
      if (line === null) return "…";
      const inside = line.marked === null ? "" : `«${line.marked}»`;
      return `${line.line} ${line.before}${inside}${line.after}`;
    });

    expect(lines).toEqual(expected);
  });
});

describe("renderSnippet", () => {
  test.each([
    ["underlines a word", "{\n  «title»: 'x'\n}\n", "  |\n2 |   title: 'x'\n  |   ^^^^^"],
    ["points at an empty place", "{ a: 1«» }\n", "  |\n1 | { a: 1 }\n  |       ^"],
    ["points past the end of a line", "{ a: 1«»\n}\n", "  |\n1 | { a: 1\n  |       ^"],
    ["widens tabs", "\t«a»: 1\n", "  |\n1 |     a: 1\n  |     ^"],
    ["knows wide characters", "'東京' «a»\n", "  |\n1 | '東京' a\n  |        ^"],
    ["underlines wide characters whole", "a «東京» b\n", "  |\n1 | a 東京 b\n  |   ^^^^"],
    ["knows emoji made of several characters", "'👩‍💻' «a»\n", "  |\n1 | '👩‍💻' a\n  |      ^"],
    ["knows combining marks", "'e\u0301' «a»\n", "  |\n1 | 'e\u0301' a\n  |     ^"],
    ["shows terminal escapes", "'\u001b[2J' «a»\n", "  |\n1 | '\\u{1b}[2J' a\n  |             ^"],
    ["shows direction overrides", "'\u202e' «a»\n", "  |\n1 | '\\u{202e}' a\n  |            ^"],
    ["breaks log commands", "##[error] «a»\n", "  |\n1 | ##\\u{5b}error] a\n  |                ^"],
    ["leaves Windows line ends out", "«a»: 1\r\nb\r\n", "  |\n1 | a: 1\n  | ^"],
    ["leaves a byte order mark out", "\ufeff«a»: 1\n", "  |\n1 | a: 1\n  | ^"],
    ["ends with the line that a span ends with", "«a: 1\n»b: 2\n", "  |\n1 | a: 1\n  | ^^^^"],
  ])("%s", (_, marked, expected) => {
    expect(snippet(marked)).toBe(expected);
  });

  test("cuts a long line after the span", () => {
    expect(snippet(`«title»: '${"x".repeat(100)}'\n`, 30)).toBe(
      "  |\n1 | title: 'xxxxxxxxxxxxxxxxx…\n  | ^^^^^",
    );
  });

  test("cuts a long line on both sides of the span", () => {
    expect(snippet(`${"a".repeat(100)}«secret»${"b".repeat(100)}\n`, 30)).toBe(
      "  |\n1 | …aaaaaaaasecretbbbbbbbbbb…\n  |          ^^^^^^",
    );
  });

  test("cuts a span that is too long itself", () => {
    expect(snippet(`x: «${"a".repeat(100)}»\n`, 30)).toBe(
      `  |\n1 | x: ${"a".repeat(22)}…\n  |    ${"^".repeat(23)}`,
    );
  });

  test("shows an end of a line that fits", () => {
    expect(snippet(`${"a".repeat(100)}«end»\n`, 30)).toBe("  |\n1 | …aaaaaaaaend\n  |          ^^^");
  });

  test("draws a bar beside a span of several lines", () => {
    expect(snippet("{\n  «a: {\n    b: 1\n  }»\n}\n")).toBe(
      ["  |", "2 | /   a: {", "3 | |     b: 1", "4 | |   }", "  | |___^"].join("\n"),
    );
  });

  test("leads to where a span of several lines begins", () => {
    expect(snippet("{ a: «{\n  b: 1\n}» }\n")).toBe(
      ["  |", "1 |   { a: {", "  |  ______^", "2 | |   b: 1", "3 | | } }", "  | |_^"].join("\n"),
    );
  });

  test("leaves out the middle of a long span", () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line${index}`);

    expect(snippet(`«${lines.join("\n")}»\n`)).toBe(
      [
        "   |",
        " 1 | / line0",
        " 2 | | line1",
        " 3 | | line2",
        " 4 | | line3",
        "...  |",
        "20 | | line19",
        "   | |______^",
      ].join("\n"),
    );
  });

  test("shows a line of megabytes quickly and cut", () => {
    const lines = snippet(`${"é".repeat(1_000_000)}«x»${"y".repeat(1_000_000)}\n`, 50).split("\n");

    expect(lines[1]!.length).toBeLessThanOrEqual(50);
    expect(lines[1]!.indexOf("x")).toBe(lines[2]!.indexOf("^"));
  });
});

describe("displayWidth", () => {
  test.each([
    ["ASCII", "abc", 3],
    ["accents", "é", 1],
    ["Chinese", "東京", 4],
    ["Hangul", "한글", 4],
    ["fullwidth letters", "Ａ", 2],
    ["emoji", "👍🏽", 2],
    ["flags", "🇩🇪", 2],
    ["what is shown for controls", "\u0007", 5],
  ])("%s", (_, text, expected) => {
    expect(displayWidth(text)).toBe(expected);
  });
});

describe("wrapText", () => {
  test.each([
    ["breaks at spaces", "one two three", 7, ["one two", "three"]],
    ["keeps a long word whole", "a https://example.com/long b", 10, ["a", "https://example.com/long", "b"]],
    ["keeps short text", "short", 10, ["short"]],
  ])("%s", (_, text, width, expected) => {
    expect(wrapText(text, width)).toEqual(expected);
  });
});
