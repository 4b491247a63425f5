import { expect, test } from "vitest";

import { readMarkup, unbalancedTag } from "../../../checks/text/html.ts";

test.each([
  ["plain text", "no tags at all", []],
  ["an arrow", "Settings -> Keys", []],
  ["a comparison", "x < 5 and y > 3", []],
  ["an apostrophe inside of a tag", "<b>don't</b>", ["b", "b"]],
  ["upper case", "<BR>line", ["br"]],
  ["a bracket in a quoted value", "<a href='x>y'>z</a>", ["a", "a"]],
])("reads %s", (_name, text, names) => {
  expect(readMarkup(text)).toMatchObject({ broken: null, tags: names.map((name) => ({ name })) });
});

test.each([
  ["a quote that does not end", "See <a href='https://acme.com>here</a>"],
  ["a tag that does not end", "See <a href='https://acme.com'"],
  ["a tag inside of a tag", "See <b <i>x</i>"],
])("finds %s", (_name, text) => {
  expect(readMarkup(text).broken).not.toBeNull();
});

test.each([
  ["nothing where all fit", "<p>one<br>two <b>three</b>", null],
  ["a tag that stays open", "<b>one", "<b>"],
  ["a tag that closes nothing", "one</b>", "</b>"],
  ["tags that cross", "<b><i>one</b></i>", "<i>"],
])("unbalancedTag gives %s", (_name, text, expected) => {
  expect(unbalancedTag(readMarkup(text).tags)?.source ?? null).toBe(expected);
});

test.each([
  ["tags within tags", "<a '".repeat(50_000) + '<a"='.repeat(50_000)],
  ["one endless attribute", `<a ${"x".repeat(500_000)}>`],
  ["one endless space", `<a href='x'${" ".repeat(500_000)}y>`],
])("reads a long hostile text at once: %s", (_name, text) => {
  expect(readMarkup(text).tags.length).toBeLessThan(2);
});
