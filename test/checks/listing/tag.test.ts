import { expect, test } from "vitest";

import { isCommit, isRepositoryName, isSlug } from "../../../checks/listing/slug.ts";
import { isTag, isTagPattern, versionInTag } from "../../../checks/listing/tag.ts";

test.each([
  ["v1.2.0", "v*", "1.2.0"],
  ["helpdesk-v1.2.0", "<slug>-v*", "1.2.0"],
  ["crm-v1.2.0", "<slug>-v*", null],
  ["v1.2.0", "<slug>-v*", null],
  ["release/1.0.0/final", "release/*/final", "1.0.0"],
  ["v", "v*", null],
  ["1.2.0", "*", "1.2.0"],
])("reads from tag %j by pattern %j the version %j", (tag, pattern, expected) => {
  expect(versionInTag(tag, pattern, "helpdesk")).toBe(expected);
});

test.each(["v1", "**", "v*\n", "../*", "v* ", "", "$(x)*"])("refuses the tag pattern %j", (pattern) => {
  expect(isTagPattern(pattern)).toBe(false);
});

test.each(["v*", "<slug>-v*", "<slug>/v*", "*"])("accepts the tag pattern %j", (pattern) => {
  expect(isTagPattern(pattern)).toBe(true);
});

test.each([
  "",
  "-v1",
  "v1..2",
  "a//b",
  "a/../b",
  "v1.lock",
  "v1.",
  "v1/",
  "a b",
  "v1\n",
  "v~1",
  "@{1}",
  "v1;rm",
  "x".repeat(201),
])("does not take %j for a tag", (tag) => {
  expect(isTag(tag)).toBe(false);
});

test.each(["v1.2.0", "helpdesk-v1.0.0-rc.1", "helpdesk/v1.0.0", "helpdesk@1.0.0+x"])(
  "takes %j for a tag",
  (tag) => {
    expect(isTag(tag)).toBe(true);
  },
);

test.each(["a", "A", "a_b", "a--b", "-a", "a-", "..", "a/b", "a\n", "x".repeat(51)])(
  "does not take %j for a slug",
  (slug) => {
    expect(isSlug(slug)).toBe(false);
  },
);

test.each(["acme/listings", "a-b/c.d_e", "acme/.github"])("takes %j for a repository", (name) => {
  expect(isRepositoryName(name)).toBe(true);
});

test.each([
  "acme",
  "acme/",
  "/x",
  "a/b/c",
  "-a/b",
  "a--b/c",
  "acme/..",
  "acme/.",
  "a b/c",
  "https://github.com/a/b",
])("does not take %j for a repository", (name) => {
  expect(isRepositoryName(name)).toBe(false);
});

test("knows commits of both lengths", () => {
  expect([
    isCommit("a".repeat(40)),
    isCommit("a".repeat(64)),
    isCommit("a".repeat(39)),
    isCommit("HEAD"),
  ]).toEqual([true, true, false, false]);
});
