import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubPullRequests } from "../../../app/github/pull-requests.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "shop" };

beforeEach(startApi);
afterEach(finishApi);

const answer = {
  number: 5,
  html_url: "https://github.com/acme/shop/pull/5",
  title: "A change",
  state: "open",
  merged_at: null,
  draft: true,
  user: { login: "eve" },
  created_at: "2026-01-05T09:00:00Z",
  labels: [{ name: "submission" }],
  assignees: [{ login: "ann" }],
  requested_reviewers: [{ login: "bob" }],
  head: { sha: "h", ref: "patch", repo: { id: 2, name: "shop", owner: { login: "eve" } } },
  base: { sha: "b", ref: "main", repo: { id: 1, default_branch: "trunk" } },
};

describe.each(clients)("pull requests through %s", (_, makeClient) => {
  const port = () => githubPullRequests(callOf(makeClient()), repository);

  test("reads one", async () => {
    api().get("/repos/acme/shop/pulls/5").reply(200, answer);

    expect(await port().read(5)).toEqual({
      number: 5,
      url: "https://github.com/acme/shop/pull/5",
      title: "A change",
      isOpen: true,
      isMerged: false,
      isDraft: true,
      author: "eve",
      createdAt: 1767603600,
      labels: ["submission"],
      assignees: ["ann"],
      requestedReviewers: ["bob"],
      headSha: "h",
      headRef: "patch",
      headRepository: { owner: "eve", repo: "shop" },
      isFork: true,
      baseSha: "b",
      baseRef: "main",
      defaultBranch: "trunk",
    });
  });

  test("reads one whose fork and author are gone", async () => {
    api()
      .get("/repos/acme/shop/pulls/5")
      .reply(200, { ...answer, user: null, head: { sha: "h", ref: "patch", repo: null } });

    expect(await port().read(5)).toMatchObject({ author: "ghost", headRepository: null, isFork: true });
  });

  test("compares two commits", async () => {
    api()
      .get("/repos/acme/shop/compare/b...h")
      .query({ per_page: 1 })
      .reply(200, {
        merge_base_commit: { sha: "m" },
        files: [
          { filename: "a.rb", status: "modified", patch: "@@" },
          { filename: "b.rb", status: "renamed", previous_filename: "c.rb" },
          { filename: "d.rb", status: "copied" },
        ],
      });

    expect(await port().compare("b", "h")).toEqual({
      mergeBaseSha: "m",
      isCut: false,
      files: [
        { path: "a.rb", status: "modified", previousPath: null, patch: "@@" },
        { path: "b.rb", status: "renamed", previousPath: "c.rb", patch: null },
        { path: "d.rb", status: "added", previousPath: null, patch: null },
      ],
    });
  });

  test("knows that GitHub lists 300 files and no more", async () => {
    const files = Array.from({ length: 300 }, (_, index) => ({ filename: `${index}.rb`, status: "added" }));
    api()
      .get("/repos/acme/shop/compare/b...h")
      .query(true)
      .reply(200, { merge_base_commit: { sha: "m" }, files });

    expect(await port().compare("b", "h")).toMatchObject({ isCut: true });
  });

  test("tells histories without a common ancestor from commits that are missing", async () => {
    const compare = () => api().get("/repos/acme/shop/compare/b...h").query(true);
    compare().reply(404, { message: "No common ancestor between b and h." });
    const unrelated = await port().compare("b", "h");
    compare().reply(404, { message: "Not Found" });

    expect(unrelated).toBeNull();
    await expect(port().compare("b", "h")).rejects.toMatchObject({ status: 404 });
  });

  test("lists open pull requests, page by page", async () => {
    const page = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...answer, number: from + index }));
    const list = (number: number) =>
      api().get("/repos/acme/shop/pulls").query({ state: "open", per_page: 100, page: number });
    list(1).reply(200, page(1, 100));
    list(2).reply(200, page(101, 3));

    const numbers = await port().open();

    expect(numbers).toHaveLength(103);
    expect(numbers.at(-1)).toBe(103);
  });

  test("finds open pull requests by the name of their branch, from forks too", async () => {
    api()
      .get("/repos/acme/shop/pulls")
      .query({ state: "open", per_page: 100, page: 1 })
      .reply(200, [answer, { ...answer, number: 6, head: { ref: "other" } }]);

    expect(await port().openFrom("patch")).toEqual([5]);
  });

  test("finds open pull requests by their head", async () => {
    api()
      .get("/repos/acme/shop/commits/h/pulls")
      .query({ per_page: 100 })
      .reply(200, [
        answer,
        { ...answer, number: 6, state: "closed" },
        { ...answer, number: 7, head: { sha: "x" } },
      ]);

    expect(await port().withHead("h")).toEqual([5]);
  });
});
