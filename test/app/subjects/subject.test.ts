import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { parseSubjectKey, subjectKey, type Subject } from "../../../app/subjects/subject.ts";

const sha = "a".repeat(40);
const names = { installationId: 7, owner: "acme", repo: "shop.rb" };

describe("subjectKey and parseSubjectKey", () => {
  test.each<[Subject, string]>([
    [{ kind: "pull-request", ...names, number: 12 }, "pr:7:acme/shop.rb#12"],
    [
      { kind: "merge-group", ...names, headSha: sha, baseSha: sha },
      `merge-group:7:acme/shop.rb@${sha}..${sha}`,
    ],
    [{ kind: "repository", ...names }, "repo:7:acme/shop.rb"],
    [{ kind: "old-head", ...names, number: 5, sha, newSha: sha }, `old-head:7:acme/shop.rb#5@${sha}..${sha}`],
    [{ kind: "rerun", ...names, sha, since: 99 }, `rerun:7:acme/shop.rb@${sha}+99`],
    [{ kind: "fix", ...names, sha, actor: "ann" }, `fix:7:acme/shop.rb@${sha}!ann`],
    [{ kind: "issue", ...names, number: 12 }, "issue:7:acme/shop.rb#12"],
    [{ kind: "source", ...names }, "source:7:acme/shop.rb"],
  ])("%o has the key %s, and back", (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
    expect(parseSubjectKey(key)).toEqual(subject);
  });

  test.each([
    ["nothing", ""],
    ["an unknown kind", "thing:7:acme/shop#1"],
    ["an inherited name as kind", "constructor:7:acme/shop"],
    ["no installation", "pr::acme/shop#1"],
    ["installation zero", "pr:0:acme/shop#1"],
    ["a repository that leaves its folder", "pr:7:acme/..#1"],
    ["a slash too many", "pr:7:acme/shop/x#1"],
    ["a number that is none", "pr:7:acme/shop#1x"],
    ["a number too long", `pr:7:acme/shop#${"1".repeat(40)}`],
    ["an old head of no pull request", `old-head:7:acme/shop@${sha}..${sha}`],
    ["a short commit", "rerun:7:acme/shop@abc+1"],
    ["a line break at the end", "repo:7:acme/shop\n"],
    ["a login with a slash", `fix:7:acme/shop@${sha}!a/b`],
    ["a very long text", `pr:7:acme/${"x".repeat(10_000)}#1`],
  ])("refuses %s", (_, key) => {
    expect(parseSubjectKey(key)).toBeNull();
  });

  test("never throws, and gives back the key of whatever it accepts", () => {
    const tail = fc.string({ unit: fc.constantFrom("a", "1", "#", "@", ":", "/", ".", "!", "\n", "é") });
    fc.assert(
      fc.property(fc.constantFrom("pr", "repo", "fix", "rerun", "issue", "source"), tail, (kind, rest) => {
        const key = `${kind}:${rest}`;
        const subject = parseSubjectKey(key);
        expect(subject === null || subjectKey(subject) === key).toBe(true);
      }),
    );
  });
});
