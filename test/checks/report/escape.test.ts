import { array, assert, constantFrom, property } from "../../support/properties.ts";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import {
  escapeCommandData,
  escapeCommandProperty,
  escapeHtml,
  escapeMarkdown,
  escapeUnseen,
  markdownCode,
  markdownMessage,
  shorten,
  toOneLine,
  toVisibleLines,
  withoutCommands,
} from "../../../checks/report/escape.ts";

describe("escapeUnseen", () => {
  test.each([
    ["leaves plain text alone", "Creates an invoice — côté 東京 👩‍💻", "Creates an invoice — côté 東京 👩‍💻"],
    ["shows terminal escapes", "\u001b[31mred\u0007", "\\u{1b}[31mred\\u{7}"],
    ["shows C1 controls", "\u009b31m", "\\u{9b}31m"],
    ["shows direction overrides", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["shows zero-width characters and byte order marks", "a\u200bb\ufeffc", "a\\u{200b}b\\u{feff}c"],
    ["shows tag characters", "a\u{e0041}b", "a\\u{e0041}b"],
    ["shows lone surrogates", "a\ud800b", "a\\u{d800}b"],
    ["shows carriage returns and null bytes", "a\rb\u0000", "a\\u{d}b\\u{0}"],
    ["breaks the older log commands", "x ##[add-mask]y", "x #\\u{23}[add-mask]y"],
  ])("%s", (_, text, expected) => {
    expect(escapeUnseen(text)).toBe(expected);
  });
});

describe("toOneLine", () => {
  test.each([
    ["joins lines", "a\r\n  b\n\n\tc", "a b c"],
    ["turns tabs into spaces", "a\tb", "a b"],
    ["joins at Unicode line separators", "a\u2028b", "a b"],
    ["keeps spaces that are not at a line break", "a  b", "a  b"],
  ])("%s", (_, text, expected) => {
    expect(toOneLine(text)).toBe(expected);
  });
});

describe("withoutCommands", () => {
  test.each([
    ["breaks commands at the start of lines", "::a::b\n::c::", "\\u{3a}:a::b\n\\u{3a}:c::"],
    ["breaks them behind blanks", "x\n \t::a::b", "x\n \t\\u{3a}:a::b"],
    ["leaves others alone", "a ::b::\n:symbol\n- ::c::", "a ::b::\n:symbol\n- ::c::"],
  ])("%s", (_, text, expected) => {
    expect(withoutCommands(text)).toBe(expected);
  });
});

test("toVisibleLines keeps tabs and line breaks, and shows what cannot be seen", () => {
  expect(toVisibleLines("\ta\r\n\u001b[2Jb\rc\n")).toBe("\ta\r\n\\u{1b}[2Jb\\u{d}c\n");
});

describe("shorten", () => {
  test.each([
    ["keeps short text", "abc", 3, "abc"],
    ["cuts long text", "abcd", 3, "ab…"],
    ["never cuts inside a character", "a😀bc", 3, "a…"],
  ])("%s", (_, text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });
});

const hostile: [string, string][] = [
  ["a mention", "@octocat and @org/team"],
  ["an email address", "someone@example.com"],
  ["an issue reference", "fixes #1, org/repo#2 and GH-3"],
  ["a commit reference", "see deadbeef and 0123456789abcdef0123456789abcdef01234567"],
  ["an advisory", "CVE-2026-1234 GHSA-aaaa-bbbb-cccc"],
  ["a bare link", "https://evil.example/?a=b and www.evil.example"],
  ["a Markdown link", "[click](https://evil.example) ![x](https://evil.example/x.png) [ref][1]"],
  ["an angle link", "<https://evil.example> <a@example.com>"],
  ["HTML", "<script>alert(1)</script><img src=x onerror=alert(1)><!-- hidden -->"],
  ["an unfinished tag", "<details open"],
  ["emphasis", "*a* _b_ **c** __d__ ~~e~~"],
  ["code", "`code` ``more`` ```"],
  ["a table", "a | b \\| c \\\\| d"],
  ["a heading", "# Approved"],
  ["a second block", "text\n\n# Approved\n\n- [x] done"],
  ["a list", "- [ ] task"],
  ["a numbered list", "1. one"],
  ["a quote", "> [!NOTE]"],
  ["a setext heading", "==="],
  ["a formula", "$a$ and $$b$$"],
  ["an emoji code", ":tada: :+1:"],
  ["entities", "&lt;b&gt; &#64;octocat"],
  ["backslashes", "\\<b\\> \\\\`x`"],
  ["a command", "/approve code"],
  ["indented code", "     four spaces"],
];

/** The rendered text without our own joints, and with what `marked` escaped read back. */
function shownText(html: string): string {
  return html
    .replace(/<\/?(p|span|code|td)>/g, "")
    .replaceAll("\u200b", "")
    .replaceAll("&#8203;", "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: "lt" | "gt" | "quot" | "amp") => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name],
    )
    .trim();
}

function elements(html: string): string[] {
  return [...html.matchAll(/<(\w+)/g)]
    .map((match) => match[1]!)
    .filter((name) => name !== "p" && name !== "span");
}

/** What GitHub looks for in the text of the rendered page. */
const reference = /@\w|#\d|GH-\d|CVE-\d|GHSA-\w|:\/\/|www\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$\S[^$<]*\$/i;

function renderedText(html: string): string {
  return html
    .replace(/<(\w+)>[^<]*<\/\1>|<[^>]+>/g, (tag) => (tag.startsWith("<p>") ? tag : "\0"))
    .replaceAll("&#8203;", "\u200b")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

describe("escapeMarkdown", () => {
  test.each(hostile)("leaves nothing of %s but its text", (_, text) => {
    const html = marked.parse(`Before ${escapeMarkdown(text)} after`, { async: false });

    expect(elements(html)).toEqual([]);
    expect(shownText(html)).toBe(`Before ${toOneLine(text).trim()} after`);
    expect(renderedText(html)).not.toMatch(reference);
  });

  test.each(hostile)("leaves nothing of %s at the start of a block", (_, text) => {
    const html = marked.parse(escapeMarkdown(text), { async: false });

    expect(elements(html)).toEqual([]);
    expect(shownText(html)).toBe(toOneLine(text).trim());
  });

  test.each(hostile)("keeps %s in its table cell", (_, text) => {
    const table = `| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | ${markdownCode(text)} |\n`;
    const cells = [...marked.parse(table, { async: false }).matchAll(/<td>(.*)<\/td>/g)].map(
      (match) => match[1]!,
    );

    expect(cells).toHaveLength(2);
    expect(cells.map(shownText)).toEqual([toOneLine(text).trim(), toOneLine(text).trim()]);
  });

  test("shows any text just as it is", () => {
    const markup = constantFrom(...Array.from("@#:/[]()<>!*_`~|\\$&;-+=.1a \n\t\u202e\ud800é😀"));
    assert(
      property(
        array(markup, { maxLength: 30 }).map((characters) => characters.join("")),
        (text) => {
          const html = marked.parse(`x ${escapeMarkdown(text)} x`, { async: false });
          expect(elements(html)).toEqual([]);
          expect(shownText(html).replace(/\s+/g, " ")).toBe(
            `x ${toOneLine(text).trim()} x`.replace(/\s+/g, " "),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("leaves ordinary text readable", () => {
    expect(escapeMarkdown("Creates create_invoice (draft), e.g. for A/B tests.")).toBe(
      "Creates create_invoice (draft), e.g. for A/B tests.",
    );
  });
});

describe("markdownCode", () => {
  test.each([
    ["quotes a name", "create_invoice", "`create_invoice`"],
    ["fences backticks with more of them", "a``b", "```a``b```"],
    ["keeps a backtick at the end apart", "a`", "`` a` ``"],
    ["uses entities where a bar could end a table cell", "a|b", "<code>a&#124;b</code>"],
    ["joins lines", "a\n# b", "`a # b`"],
    ["is nothing for nothing", "", ""],
  ])("%s", (_, text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });
});

describe("markdownMessage", () => {
  test.each([
    ["sets names in code", "Action `search` has no `title`.", "Action `search` has no `title`."],
    ["escapes what is outside of code", "Use <b> in `a`.", "Use &#60;b&#62; in `a`."],
    ["survives a name with a backtick in it", "Action `a`b` has no title.", "Action `a`b&#96; has no title."],
    [
      "survives markup in a name",
      "Field `x](http://e.example) @me` is odd.",
      "Field `x](http://e.example) @me` is odd.",
    ],
  ])("%s", (_, text, expected) => {
    expect(markdownMessage(text)).toBe(expected);
  });

  test.each(hostile)("leaves nothing of %s as a name", (_, text) => {
    const html = marked.parse(`- ${markdownMessage(`Action \`${text}\` has no title.`)}`, { async: false });

    expect(elements(html).filter((name) => !["ul", "li", "code"].includes(name))).toEqual([]);
    expect(html.replace(/<code>[^<]*<\/code>/g, "")).not.toMatch(reference);
  });
});

describe("escapeHtml", () => {
  test("escapes markup, quotes and what cannot be seen", () => {
    expect(escapeHtml(`<a href="x">'&\u202e`)).toBe("&#60;a href=&#34;x&#34;&#62;&#39;&#38;\\u{202e}");
  });
});

describe("workflow commands", () => {
  test.each([
    ["keeps a message in its command", "a\n::set-output name=x::y", "a%0A::set-output name=x::y"],
    ["escapes per cent signs first", "100%0A", "100%250A"],
    ["joins Windows line ends", "a\r\nb\rc", "a%0Ab%0Ac"],
    ["shows terminal escapes", "\u001b[2J", "\\u{1b}[2J"],
  ])("escapeCommandData %s", (_, text, expected) => {
    expect(escapeCommandData(text)).toBe(expected);
  });

  test("escapeCommandProperty keeps a path in its property", () => {
    expect(escapeCommandProperty("a,line=1::x%\n.rb")).toBe("a%2Cline=1%3A%3Ax%25 .rb");
  });
});
