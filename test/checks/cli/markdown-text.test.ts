import { expect, test } from "vitest";

import { renderMarkdownText } from "../../../checks/cli/markdown-text.ts";
import { escapeMarkdown, markdownCode } from "../../../checks/report/escape.ts";
import { createStyle } from "../../../checks/report/style.ts";

const render = (markdown: string, width = 60) =>
  renderMarkdownText(markdown, { style: createStyle(false), width });

test.each([
  [
    "headings and paragraphs, broken at the edge",
    "### Use cases\n\none two three\n",
    "Use cases\n\none two\nthree\n",
    8,
  ],
  ["items with their lines below each other", "- **one**: two three\n", "- one: two\n  three\n", 11],
  [
    "a link to what it names as its address",
    "See [acme.example/a](<https://acme.example/a>).",
    "See https://acme.example/a.\n",
    60,
  ],
  [
    "another link with its address",
    "See [release](<https://acme.example/r>).",
    "See release (https://acme.example/r).\n",
    60,
  ],
  [
    "what opens by its heading",
    "<details><summary>Findings</summary>\n\nText\n\n</details>\n",
    "Findings\n\nText\n",
    60,
  ],
  [
    "names and values without a heading",
    "| Fact | Value |\n| --- | --- |\n| Version | 1.0.0 |\n| Publisher | `acme` |\n",
    "  Version    1.0.0\n  Publisher  acme\n",
    60,
  ],
  [
    "more columns under their headings, without those that are empty",
    "| Kind | Key | Change |\n| --- | --- | --- |\n| a | b |  |\n",
    "  a  b\n",
    60,
  ],
  [
    "three columns, the last of them broken",
    "| A | B | C |\n| --- | --- | --- |\n| one | two | three four five six seven |\n",
    "  A    B    C\n  one  two  three four five six\n            seven\n",
    30,
  ],
  [
    "a table that addresses make too wide without them",
    "| A | Place | Message |\n| --- | --- | --- |\n| error | [a.rb:1](<https://acme.example/blob/a.rb#L1>) | wrong |\n",
    "  A      Place   Message\n  error  a.rb:1  wrong\n",
    40,
  ],
])("shows %s", (_, markdown, text, width) => {
  expect(render(markdown, width)).toBe(text);
});

test("shows words as they were before they were made harmless", () => {
  const words = "Ask @ann, see #1 | *now* $5 www.acme.example [x](y) <b>";

  expect(render(`${escapeMarkdown(words)} ${markdownCode("a|b")}`, 200)).toBe(`${words} a|b\n`);
});

test("sends no control character of a description to the terminal", () => {
  const text = render("````markdown\n```\n\u001b[31mred\n````\n");

  expect(text).toBe("  ```\n  \\u{1b}[31mred\n");
});
