import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubComments } from "../../../app/github/comments.ts";
import { githubCommits } from "../../../app/github/commits.ts";
import { githubReviews } from "../../../app/github/review-comments.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "shop" };

beforeEach(startApi);
afterEach(finishApi);

const comment = {
  id: 1,
  user: { login: "ann", type: "User" },
  body: "/fix",
  created_at: "1970-01-01T00:01:00Z",
  updated_at: "1970-01-01T00:01:00Z",
  performed_via_github_app: null,
  reactions: { "+1": 1, "-1": 0, confused: 2, eyes: 5 },
};

describe.each(clients)("comments through %s", (_, makeClient) => {
  const port = () => githubComments(callOf(makeClient()), repository, 7);
  const list = (page: number) =>
    api().get("/repos/acme/shop/issues/5/comments").query({ per_page: 100, page });

  test("are read page by page", async () => {
    list(1).reply(
      200,
      Array.from({ length: 100 }, () => comment),
    );
    list(2).reply(200, [{ ...comment, id: 101, body: null, user: null, updated_at: "1970-01-01T00:02:00Z" }]);

    const comments = await port().list(5);

    expect(comments).toHaveLength(101);
    expect(comments[0]).toEqual({
      id: 1,
      author: "ann",
      isOurs: false,
      isBot: false,
      isEdited: false,
      createdAt: 60,
      updatedAt: 60,
      body: "/fix",
      answers: 3,
    });
    expect(comments[100]).toMatchObject({ author: "ghost", body: "", isEdited: true });
  });

  test("are known as our own by the app that wrote them", async () => {
    list(1).reply(200, [
      { ...comment, performed_via_github_app: { id: 7 } },
      { ...comment, performed_via_github_app: { id: 8 } },
    ]);

    expect((await port().list(5)).map(({ isOurs }) => isOurs)).toEqual([true, false]);
  });

  test("are written, edited and answered", async () => {
    api().post("/repos/acme/shop/issues/5/comments", { body: "Hello" }).reply(201, {});
    api().patch("/repos/acme/shop/issues/comments/1", { body: "Bye" }).reply(200, {});
    api().post("/repos/acme/shop/issues/comments/1/reactions", { content: "+1" }).reply(201, {});
    api().post("/repos/acme/shop/issues/comments/2/reactions").reply(404, {});

    await expect(port().create(5, "Hello")).resolves.toBeUndefined();
    await expect(port().update(1, "Bye")).resolves.toBeUndefined();
    await expect(port().react(1, "+1")).resolves.toBeUndefined();
    await expect(port().react(2, "+1")).resolves.toBeUndefined();
  });

  test.each([
    ["the app", "gate[bot]", { content: "+1", user: { login: "gate[bot]", type: "Bot" } }, true],
    ["another app", "gate[bot]", { content: "+1", user: { login: "ci[bot]", type: "Bot" } }, false],
    [
      "any app, where its own login is not known",
      null,
      { content: "+1", user: { login: "x", type: "Bot" } },
      true,
    ],
    ["a person", null, { content: "+1", user: { login: "ann", type: "User" } }, false],
    ["the app, with eyes only", null, { content: "eyes", user: { login: "gate[bot]", type: "Bot" } }, false],
  ])("are answered or not by a reaction of %s", async (_name, login, reaction, answered) => {
    api().get("/repos/acme/shop/issues/comments/1/reactions").query({ per_page: 100 }).reply(200, [reaction]);

    expect(await port().isAnswered(1, login)).toBe(answered);
  });

  test.each([
    ["a role", { permission: "read", role_name: "triage" }, "triage"],
    ["a role that the organisation made up", { permission: "write", role_name: "deployer" }, "write"],
    ["no role", { permission: "none", role_name: "" }, "none"],
  ])("a permission: %s", async (_name, answer, permission) => {
    api().get("/repos/acme/shop/collaborators/ann/permission").reply(200, answer);

    expect(await port().permissionOf("ann")).toBe(permission);
  });

  test("a permission of somebody who is gone", async () => {
    api().get("/repos/acme/shop/collaborators/ann/permission").reply(404, {});

    expect(await port().permissionOf("ann")).toBe("none");
  });
});

describe.each(clients)("reviews through %s", (_, makeClient) => {
  const port = () => githubReviews(callOf(makeClient()), repository);

  test("are one request, whatever the number of lines", async () => {
    api()
      .post("/repos/acme/shop/pulls/5/reviews", {
        commit_id: "h",
        event: "COMMENT",
        body: "Look",
        comments: [
          { path: "a.rb", body: "one", side: "RIGHT", line: 3 },
          { path: "a.rb", body: "two", side: "RIGHT", line: 9, start_line: 7, start_side: "RIGHT" },
        ],
      })
      .reply(200, {});

    const posted = port().create(5, "h", "Look", [
      { path: "a.rb", startLine: 3, endLine: 3, body: "one" },
      { path: "a.rb", startLine: 7, endLine: 9, body: "two" },
    ]);

    await expect(posted).resolves.toBeUndefined();
  });

  test("are read as far as apps wrote them", async () => {
    api()
      .get("/repos/acme/shop/pulls/5/comments")
      .query({ per_page: 100, page: 1 })
      .reply(200, [
        { id: 1, node_id: "PRRC_1", body: "ours", user: { type: "Bot" } },
        { id: 2, node_id: "PRRC_2", body: "theirs", user: { type: "User" } },
      ]);

    expect(await port().list(5)).toEqual([{ id: 1, nodeId: "PRRC_1", body: "ours" }]);
  });

  const asked = (ids: readonly string[]) =>
    api().post(
      "/graphql",
      (body) => body.query.includes("nodes(ids: $ids)") && same(body.variables, { ids }),
    );
  const told = (id: string) =>
    api().post("/graphql", (body) => body.query.includes("OUTDATED") && same(body.variables, { id }));
  const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

  test("are collapsed, those that are not", async () => {
    const nodes = [{ id: "A", isMinimized: true }, null, { id: "B", isMinimized: false }];
    asked(["A", "gone", "B"]).reply(200, { data: { nodes } });
    told("B").reply(200, { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } });

    expect(await port().collapse(["A", "gone", "B"])).toBe(true);
  });

  test("say so where they cannot be collapsed", async () => {
    asked(["A"]).reply(200, { data: { nodes: [{ id: "A", isMinimized: false }] } });
    told("A").reply(200, { data: { minimizeComment: null }, errors: [{ type: "FORBIDDEN" }] });
    asked(["B"]).reply(403, { message: "Resource not accessible by integration" });

    expect(await port().collapse(["A"])).toBe(false);
    expect(await port().collapse(["B"])).toBe(false);
  });

  test("pass on that GitHub does not answer about collapsing", async () => {
    asked(["A"]).reply(502, {});

    await expect(port().collapse(["A"])).rejects.toMatchObject({ status: 502 });
  });

  test("pass on a refusal", async () => {
    api().post("/repos/acme/shop/pulls/5/reviews").reply(422, { message: "Line could not be resolved" });

    await expect(port().create(5, "h", "Look", [])).rejects.toMatchObject({ status: 422 });
  });
});

describe.each(clients)("commits through %s", (_, makeClient) => {
  const port = () => githubCommits(callOf(makeClient()), repository);
  const commit = {
    branch: "feature/x",
    parent: "p",
    message: "fix: it",
    files: [{ path: "a.rb", mode: "100755" as const, bytes: new TextEncoder().encode("é") }],
  };

  function objects() {
    api()
      .get("/repos/acme/shop/git/commits/p")
      .reply(200, { tree: { sha: "t" } });
    api()
      .post("/repos/acme/shop/git/blobs", { content: "w6k=", encoding: "base64" })
      .reply(201, { sha: "b" });
    api()
      .post("/repos/acme/shop/git/trees", {
        base_tree: "t",
        tree: [{ path: "a.rb", mode: "100755", type: "blob", sha: "b" }],
      })
      .reply(201, { sha: "t2" });
    api()
      .post("/repos/acme/shop/git/commits", { message: "fix: it", tree: "t2", parents: ["p"] })
      .reply(201, { sha: "c" });
    return api().patch("/repos/acme/shop/git/refs/heads%2Ffeature%2Fx", { sha: "c", force: false });
  }

  test("are made on top of the branch, and never by force", async () => {
    objects().reply(200, {});

    expect(await port().commit(commit)).toEqual({ sha: "c" });
  });

  test("are refused where somebody was faster", async () => {
    objects().reply(422, { message: "Update is not a fast forward" });

    await expect(port().commit(commit)).rejects.toMatchObject({ status: 422 });
  });
});
