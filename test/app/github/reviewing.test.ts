import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubCheckHistory, hadPassed } from "../../../app/github/check-history.ts";
import { githubLabels } from "../../../app/github/labels.ts";
import { githubMerges } from "../../../app/github/merges.ts";
import { githubPullReviews } from "../../../app/github/pull-reviews.ts";
import { githubReviewRequests } from "../../../app/github/review-requests.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "programme", repo: "listings" };
const base = "/repos/programme/listings";

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("%s", (_, createClient) => {
  const call = callOf(createClient());

  describe("reviews", () => {
    const port = githubPullReviews(call, repository);
    const review = {
      id: 1,
      user: { login: "cora" },
      body: "Fine.",
      state: "APPROVED",
      commit_id: "a".repeat(40),
      submitted_at: "2026-01-05T10:00:00Z",
      html_url: "https://github.com/x",
    };

    test("are read without those that are still being written", async () => {
      api()
        .get(`${base}/pulls/5/reviews?per_page=100&page=1`)
        .reply(200, [
          review,
          { ...review, id: 2, state: "CHANGES_REQUESTED", user: null, commit_id: null },
          { ...review, id: 3, state: "DISMISSED" },
          { ...review, id: 4, state: "PENDING", submitted_at: undefined },
          { ...review, id: 5, state: "COMMENTED" },
        ]);

      const reviews = await port.list(5);

      expect(reviews[0]).toEqual({
        id: 1,
        author: "cora",
        state: "approved",
        commit: "a".repeat(40),
        submittedAt: Date.parse("2026-01-05T10:00:00Z") / 1000,
        body: "Fine.",
        url: "https://github.com/x",
      });
      expect(reviews.slice(1)).toMatchObject([
        { id: 2, author: "ghost", state: "changes-requested", commit: null },
        { id: 3, state: "dismissed" },
        { id: 5, state: "commented" },
      ]);
    });

    test("are read page by page", async () => {
      const full = Array.from({ length: 100 }, (__, id) => ({ ...review, id }));
      api().get(`${base}/pulls/5/reviews?per_page=100&page=1`).reply(200, full);
      api().get(`${base}/pulls/5/reviews?per_page=100&page=2`).reply(200, [review]);

      expect(await port.list(5)).toHaveLength(101);
    });

    test("have comments on lines, of which those of apps are left out", async () => {
      const comment = {
        id: 7,
        user: { login: "cora", type: "User" },
        path: "listings/x/listing.json",
        line: 4,
        body: "Why?",
        html_url: "https://github.com/y",
        created_at: "2026-01-05T10:00:00Z",
        updated_at: "2026-01-05T10:00:01Z",
      };
      api()
        .get(`${base}/pulls/5/comments?per_page=100&page=1`)
        .reply(200, [
          comment,
          { ...comment, id: 8, user: { login: "app[bot]", type: "Bot" } },
          { ...comment, id: 9, line: null },
        ]);

      expect(await port.lineComments(5)).toMatchObject([
        { id: 7, author: "cora", path: "listings/x/listing.json", line: 4, body: "Why?", isEdited: true },
        { id: 9, line: null },
      ]);
    });
  });

  describe("the history of a check", () => {
    const sha = "a".repeat(40);
    const run = {
      app: { id: 7 },
      name: "Submission",
      conclusion: "success",
      completed_at: "1970-01-01T00:01:00Z",
    };
    const path = `${base}/commits/${sha}/check-runs?check_name=Submission&app_id=7&filter=all&per_page=100`;

    test("is how our own runs ended, one after the other", async () => {
      const runs = [
        { ...run, conclusion: "failure", completed_at: "1970-01-01T00:02:00Z" },
        { ...run, conclusion: null, completed_at: null },
        { ...run, app: { id: 8 } },
        { ...run, name: "Submissions" },
        run,
      ];
      api().get(path).reply(200, { total_count: 5, check_runs: runs });

      const history = await githubCheckHistory(call, repository, 7).ended(sha, "Submission");

      expect(history).toEqual([
        { hasPassed: true, completedAt: 60 },
        { hasPassed: false, completedAt: 120 },
      ]);
      expect([59, 60, 61, 120, 121].map((at) => hadPassed(history, at))).toEqual([
        false,
        false,
        true,
        true,
        false,
      ]);
    });

    test("of a commit that is gone is empty", async () => {
      api().get(path).reply(404);

      expect(await githubCheckHistory(call, repository, 7).ended(sha, "Submission")).toEqual([]);
    });
  });

  describe("labels", () => {
    const port = githubLabels(call, repository);
    const label = { name: "submission: in review", color: "1d76db", description: "Reviewers." };
    const name = encodeURIComponent(label.name);

    test("are made before they are put on", async () => {
      api().get(`${base}/labels/${name}`).reply(404);
      api().post(`${base}/labels`, label).reply(201, label);
      api()
        .post(`${base}/issues/5/labels`, { labels: [label.name] })
        .reply(200, []);

      await expect(port.add(5, label)).resolves.toBeUndefined();
    });

    test("are left as they are where they are there, or somebody was quicker", async () => {
      api().get(`${base}/labels/${name}`).reply(200, label);
      api().post(`${base}/issues/5/labels`).twice().reply(200, []);
      await expect(port.add(5, label)).resolves.toBeUndefined();

      api().get(`${base}/labels/${name}`).reply(404);
      api().post(`${base}/labels`).reply(422, { message: "Validation Failed" });
      await expect(port.add(5, label)).resolves.toBeUndefined();
    });

    test("are taken off, also where they are off already", async () => {
      api().delete(`${base}/issues/5/labels/${name}`).reply(200, []);
      api().delete(`${base}/issues/5/labels/${name}`).reply(404);

      await expect(port.remove(5, label.name)).resolves.toBeUndefined();
      await expect(port.remove(5, label.name)).resolves.toBeUndefined();
    });

    test("are not put on where GitHub denies it", async () => {
      api().get(`${base}/labels/${name}`).reply(403, { message: "Resource not accessible by integration" });

      await expect(port.add(5, label)).rejects.toMatchObject({ status: 403 });
    });
  });

  describe("a merge", () => {
    const port = githubMerges(call, repository);
    const merge = { headSha: "a".repeat(40), method: "squash", title: "List x", message: "By y." } as const;
    const body = {
      sha: merge.headSha,
      merge_method: "squash",
      commit_title: "List x",
      commit_message: "By y.",
    };

    test("is pinned to the head that was approved", async () => {
      api().put(`${base}/pulls/5/merge`, body).reply(200, { merged: true });

      expect(await port.merge(5, merge)).toEqual({ kind: "merged" });
    });

    test("by rebase has no words of its own", async () => {
      api().put(`${base}/pulls/5/merge`, { sha: merge.headSha, merge_method: "rebase" }).reply(200, {});

      expect(await port.merge(5, { ...merge, method: "rebase" })).toEqual({ kind: "merged" });
    });

    test.each([
      [405, { kind: "refused", reason: "Pull Request is not mergeable" }],
      [403, { kind: "refused", reason: "Pull Request is not mergeable" }],
      [422, { kind: "refused", reason: "Pull Request is not mergeable" }],
      [409, { kind: "moved" }],
    ])("that GitHub answers with %i is told", async (status, outcome) => {
      api().put(`${base}/pulls/5/merge`).reply(status, { message: "Pull Request is not mergeable" });

      expect(await port.merge(5, merge)).toEqual(outcome);
    });

    test("that may have happened, or has to wait, is thrown", async () => {
      api().put(`${base}/pulls/5/merge`).reply(502);
      await expect(port.merge(5, merge)).rejects.toMatchObject({ status: 502 });

      api()
        .put(`${base}/pulls/5/merge`)
        .reply(403, { message: "secondary rate limit" }, { "retry-after": "5" });
      await expect(port.merge(5, merge)).rejects.toMatchObject({ status: 403 });
    });

    test("may be given up by closing", async () => {
      api().patch(`${base}/pulls/5`, { state: "closed" }).reply(200, {});

      await expect(port.close(5)).resolves.toBeUndefined();
    });
  });

  describe("review requests", () => {
    const port = githubReviewRequests(call, repository);

    test("say whether GitHub takes the person", async () => {
      api()
        .post(`${base}/pulls/5/requested_reviewers`, { reviewers: ["cora"] })
        .reply(201, {});
      api()
        .post(`${base}/pulls/5/requested_reviewers`, { reviewers: ["eve"] })
        .reply(422, { message: "No." });

      expect(await port.request(5, "cora")).toBe(true);
      expect(await port.request(5, "eve")).toBe(false);
    });

    test("are taken back", async () => {
      api()
        .delete(`${base}/pulls/5/requested_reviewers`, { reviewers: ["cora"] })
        .reply(200, {});

      await expect(port.withdraw(5, ["cora"])).resolves.toBeUndefined();
    });

    test("are counted over all open pull requests", async () => {
      const pulls = [
        { number: 1, requested_reviewers: [{ login: "Cora" }, { login: "uma" }] },
        { number: 2, requested_reviewers: [{ login: "cora" }] },
        { number: 3 },
      ];
      api().get(`${base}/pulls?state=open&per_page=100&page=1`).reply(200, pulls);

      expect([...(await port.loads())]).toEqual([
        ["cora", 2],
        ["uma", 1],
      ]);
    });
  });
});
