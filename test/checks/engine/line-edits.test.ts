import { expect, test } from "vitest";

import { applyEdits } from "../../../checks/engine/fix.ts";
import { entriesAfter, entryAfter, entryBefore } from "../../../checks/engine/line-edits.ts";
import { createSourceText } from "../../../checks/ruby/source.ts";

/** The text after an entry was put behind, or in front of, the one between `«` and `»`. */
function withEntry(marked: string, edit: typeof entryAfter): string {
  const start = Buffer.byteLength(marked.slice(0, marked.indexOf("«")));
  const end = Buffer.byteLength(marked.slice(0, marked.indexOf("»"))) - Buffer.byteLength("«");
  const bytes = Buffer.from(marked.replace(/[«»]/g, ""));
  return Buffer.from(applyEdits(bytes, [edit(createSourceText(bytes), { start, end }, "b: 2")])!).toString();
}

test.each([
  ["on the same line", "{ «a: 1» }", "{ a: 1, b: 2 }"],
  ["between others", "{ «a: 1», c: 3 }", "{ a: 1, b: 2, c: 3 }"],
  ["on its own line at the end", "{\n  «a: 'é'»\n}", "{\n  a: 'é',\n  b: 2\n}"],
  ["on its own line between others", "{\n\t«a: 1»,\n\tc: 3\n}", "{\n\ta: 1,\n\tb: 2,\n\tc: 3\n}"],
  ["on its own line before a bracket", "{ x: 0,\n  «a: 1» }", "{ x: 0,\n  a: 1,\n  b: 2 }"],
  ["with the line breaks of the file", "{\r\n  «a: 1»\r\n}", "{\r\n  a: 1,\r\n  b: 2\r\n}"],
  ["on the line of others that follow", "{\n  «a: 1», c: 3\n}", "{\n  a: 1, b: 2, c: 3\n}"],
  ["before a comment", "{\n  «a: 1» # one\n}", "{\n  a: 1, b: 2 # one\n}"],
  ["never into a heredoc", "{\n  «a: <<~X»\n    text\n  X\n}", "{\n  a: <<~X, b: 2\n    text\n  X\n}"],
])("an entry is put behind another %s", (_name, marked, expected) => {
  expect(withEntry(marked, entryAfter)).toBe(expected);
});

test.each([
  ["on the same line", "{ «a: 1» }", "{ b: 2, a: 1 }"],
  ["on its own line", "{\n  «a: 1»\n}", "{\n  b: 2,\n  a: 1\n}"],
])("an entry is put in front of another %s", (_name, marked, expected) => {
  expect(withEntry(marked, entryBefore)).toBe(expected);
});

test.each([
  ["on the same line", "{ «a: 1» }", "{ a: 1, b: 2, c: { d: 3, e: 4 } }"],
  [
    "on lines of their own",
    "{\n  «a: 1»,\n  z: 0\n}",
    "{\n  a: 1,\n  b: 2,\n  c: {\n    d: 3,\n    e: 4\n  },\n  z: 0\n}",
  ],
])("several entries are put behind another %s", (_name, marked, expected) => {
  const entries = ["b: 2", { key: "c", entries: ["d: 3", "e: 4"] }];
  expect(withEntry(marked, (source, place) => entriesAfter(source, place, entries))).toBe(expected);
});
