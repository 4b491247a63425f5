import * as fc from "../../support/properties.ts";
import { describe, expect, test } from "vitest";
import { subjectKey } from "../../../app/subjects/subject.ts";
import { subjectsOf } from "../../../app/subjects/subjects.ts";

const sha = "b".repeat(40);
const base = "c".repeat(40);
const common = {
  installation: { id: 7 },
  repository: { id: 1, name: "shop", default_branch: "main", owner: { login: "acme" } },
  sender: { login: "ann", type: "User" },
};
const bot = { login: "connector-gate[bot]", type: "Bot" };
const open = { number: 5, state: "open" };
const onPull = { number: 5, pull_request: {} };
const byAnn = (body: string) => ({ body, user: { type: "User" } });
const pull = "pr:7:acme/shop#5";
const source = "source:7:acme/shop";
const submission = { ...open, head: { ref: "submit/shop" } };

function keysOf(event: string, payload: object): string[] {
  return subjectsOf(event, { ...common, ...payload }).map(subjectKey);
}

describe("subjectsOf", () => {
  test.each<[string, string, object, string[]]>([
    ["an opened pull request", "pull_request", { action: "opened", pull_request: open }, [pull]],
    ["a push to it", "pull_request", { action: "synchronize", pull_request: open }, [pull]],
    [
      "a push to it by the app itself",
      "pull_request",
      { action: "synchronize", pull_request: open, sender: bot },
      [pull],
    ],
    ["another base", "pull_request", { action: "edited", pull_request: open, changes: { base: {} } }, [pull]],
    ["another title", "pull_request", { action: "edited", pull_request: open, changes: { title: {} } }, []],
    ["a label", "pull_request", { action: "labeled", pull_request: open }, []],
    [
      "another title of a submission",
      "pull_request",
      { action: "edited", pull_request: submission, changes: { title: {} } },
      [pull],
    ],
    ["a label of a submission", "pull_request", { action: "unlabeled", pull_request: submission }, [pull]],
    [
      "the app's own label of a submission",
      "pull_request",
      { action: "labeled", pull_request: submission, sender: bot },
      [],
    ],
    [
      "the end of a submission",
      "pull_request",
      { action: "closed", pull_request: { ...submission, state: "closed" } },
      [pull],
    ],
    [
      "the end of another pull request",
      "pull_request",
      { action: "closed", pull_request: { ...open, state: "closed", head: { ref: "feature" } } },
      [pull],
    ],
    [
      "a push, and the commit that it took the place of",
      "pull_request",
      { action: "synchronize", pull_request: open, before: base, after: sha },
      [pull, `old-head:7:acme/shop#5@${base}..${sha}`],
    ],
    [
      "a push whose commits have no names",
      "pull_request",
      { action: "synchronize", pull_request: open, before: "../..", after: sha },
      [pull],
    ],
    [
      "a review of a submission",
      "pull_request_review",
      { action: "dismissed", pull_request: submission },
      [pull],
    ],
    [
      "a review of another pull request",
      "pull_request_review",
      { action: "submitted", pull_request: { number: 5, head: { ref: "feature" } } },
      [],
    ],
    [
      "a comment on a line of a submission",
      "pull_request_review_comment",
      { action: "created", pull_request: submission },
      [pull],
    ],
    [
      "a push to a closed one",
      "pull_request",
      { action: "synchronize", pull_request: { number: 5, state: "closed" } },
      [],
    ],
    [
      "re-running a check run",
      "check_run",
      { action: "rerequested", check_run: { head_sha: sha, completed_at: "1970-01-01T00:01:00Z" } },
      [`rerun:7:acme/shop@${sha}+60`],
    ],
    [
      "the fix button",
      "check_run",
      { action: "requested_action", requested_action: { identifier: "fix" }, check_run: { head_sha: sha } },
      [`fix:7:acme/shop@${sha}!ann`],
    ],
    [
      "a button that is not known",
      "check_run",
      { action: "requested_action", requested_action: { identifier: "boom" }, check_run: { head_sha: sha } },
      [],
    ],
    [
      "the app's own check run",
      "check_run",
      { action: "created", check_run: { head_sha: sha }, sender: bot },
      [],
    ],
    [
      "a new check suite",
      "check_suite",
      {
        action: "requested",
        check_suite: {
          head_sha: sha,
          pull_requests: [
            { number: 5, base: { repo: { id: 1 } } },
            { number: 9, base: { repo: { id: 2 } } },
          ],
        },
      },
      [pull],
    ],
    [
      "re-running a check suite",
      "check_suite",
      { action: "rerequested", check_suite: { head_sha: sha, pull_requests: [] } },
      [`rerun:7:acme/shop@${sha}+0`],
    ],
    [
      "a command",
      "issue_comment",
      { action: "created", issue: onPull, comment: byAnn("Hi\n/recheck") },
      [pull],
    ],
    [
      "a plain comment",
      "issue_comment",
      { action: "created", issue: onPull, comment: byAnn("either/or") },
      [],
    ],
    [
      "a command on an issue",
      "issue_comment",
      { action: "created", issue: { number: 5 }, comment: byAnn("/recheck") },
      ["issue:7:acme/shop#5"],
    ],
    [
      "a command that was edited",
      "issue_comment",
      {
        action: "edited",
        issue: onPull,
        comment: byAnn("Hm"),
        changes: { body: { from: "/approve code" } },
      },
      [pull],
    ],
    [
      "a command that was edited into a comment",
      "issue_comment",
      { action: "edited", issue: onPull, comment: byAnn("/approve code"), changes: { body: { from: "Hm" } } },
      [],
    ],
    [
      "a command that was deleted",
      "issue_comment",
      { action: "deleted", issue: onPull, comment: byAnn("/approve code") },
      [pull],
    ],
    ["a new issue", "issues", { action: "opened", issue: { number: 5 } }, ["issue:7:acme/shop#5"]],
    ["an assigned issue", "issues", { action: "assigned", issue: { number: 5 } }, []],
    ["an issue of the app's", "issues", { action: "opened", issue: { number: 5 }, sender: bot }, []],
    ["a release", "release", { action: "published" }, [source]],
    ["a deleted release", "release", { action: "deleted" }, [source]],
    ["a deleted tag", "delete", { ref_type: "tag" }, [source]],
    ["a new branch", "create", { ref_type: "branch" }, []],
    ["a tag that was moved", "push", { ref: "refs/tags/v1.0.0", commits: [] }, [source]],
    ["a renamed repository", "repository", { action: "renamed" }, [source]],
    ["a repository's description", "repository", { action: "edited" }, []],
    [
      "a bot's command",
      "issue_comment",
      { action: "created", issue: onPull, comment: byAnn("/fix"), sender: bot },
      [],
    ],
    ["an edited comment", "issue_comment", { action: "edited", issue: onPull, comment: byAnn("/fix") }, []],
    [
      "a bot's comment that somebody deleted",
      "issue_comment",
      { action: "deleted", issue: onPull, comment: { body: "x", user: { type: "Bot" } } },
      [pull],
    ],
    [
      "a merge queue",
      "merge_group",
      { action: "checks_requested", merge_group: { head_sha: sha, base_sha: base } },
      [`merge-group:7:acme/shop@${base}..${sha}`],
    ],
    [
      "a push that changes the configuration",
      "push",
      {
        ref: "refs/heads/main",
        commits: [{ added: [], modified: [".github/connector-gate.yml"], removed: [] }],
      },
      ["repo:7:acme/shop"],
    ],
    [
      "a push that changes an account",
      "push",
      { ref: "refs/heads/main", commits: [{ added: ["accounts/acme.yml"], modified: [], removed: [] }] },
      ["repo:7:acme/shop"],
    ],
    [
      "a push that lists a connector",
      "push",
      {
        ref: "refs/heads/main",
        commits: [{ added: ["listings/shop/listing.json"], modified: [], removed: [] }],
      },
      ["repo:7:acme/shop"],
    ],
    [
      "a push that builds the index",
      "push",
      { ref: "refs/heads/main", commits: [{ added: [], modified: ["listings/index.json"], removed: [] }] },
      [],
    ],
    [
      "a push that changes an account on another branch",
      "push",
      { ref: "refs/heads/next", commits: [{ added: ["accounts/acme.yml"], modified: [], removed: [] }] },
      [],
    ],
    [
      "any other push",
      "push",
      { ref: "refs/heads/main", commits: [{ added: ["a"], modified: [], removed: [] }] },
      [],
    ],
    [
      "an installation",
      "installation",
      { action: "created", repositories: [{ full_name: "acme/shop" }, { full_name: "acme/bank" }] },
      ["repo:7:acme/shop", "repo:7:acme/bank"],
    ],
    [
      "repositories added to one",
      "installation_repositories",
      { action: "added", repositories_added: [{ full_name: "acme/bank" }] },
      ["repo:7:acme/bank"],
    ],
    [
      "a removed installation",
      "installation",
      { action: "deleted", repositories: [{ full_name: "acme/shop" }] },
      [],
    ],
    ["an event nobody knows", "starred", { action: "created" }, []],
    ["an event named like a method of objects", "constructor", { action: "created" }, []],
    ["a commit that is none", "check_run", { action: "rerequested", check_run: { head_sha: "../main" } }, []],
    [
      "an owner that is none",
      "pull_request",
      {
        action: "opened",
        pull_request: open,
        repository: { ...common.repository, owner: { login: "../x" } },
      },
      [],
    ],
    ["a payload without its parts", "pull_request", { action: "opened" }, []],
  ])("%s", (_, event, payload, keys) => {
    expect(keysOf(event, payload)).toEqual(keys);
  });

  test("never throws, whatever the payload", () => {
    const events = fc.constantFrom("pull_request", "check_run", "issue_comment", "push", "installation");
    fc.assert(
      fc.property(events, fc.anything(), fc.anything(), (event, payload, part) => {
        expect(subjectsOf(event, payload)).toEqual([]);
        expect(Array.isArray(subjectsOf(event, { ...common, action: "opened", pull_request: part }))).toBe(
          true,
        );
      }),
    );
  });
});
