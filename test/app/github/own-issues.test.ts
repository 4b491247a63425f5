import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubOwnIssues } from "../../../app/github/own-issues.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "shop" };

beforeEach(startApi);
afterEach(finishApi);

const issue = {
  number: 3,
  title: "Listing review of 1.0.0",
  body: "Hello",
  state: "open",
  user: { login: "gate[bot]", type: "Bot" },
  performed_via_github_app: { id: 7 },
};

describe.each(clients)("own issues through %s", (_, makeClient) => {
  const port = (login: string | null = "gate[bot]") =>
    githubOwnIssues(callOf(makeClient()), repository, 7, login);
  const list = (query: object) =>
    api()
      .get("/repos/acme/shop/issues")
      .query({ state: "all", per_page: 100, page: 1, ...query });

  test("are asked for by their author, page by page", async () => {
    list({ creator: "gate[bot]" }).reply(
      200,
      Array.from({ length: 100 }, () => issue),
    );
    list({ creator: "gate[bot]", page: 2 }).reply(200, [
      { ...issue, number: 1, body: null, state: "closed" },
    ]);

    const issues = await port().list();

    expect(issues).toHaveLength(101);
    expect(issues[0]).toEqual({ number: 3, title: "Listing review of 1.0.0", body: "Hello", isOpen: true });
    expect(issues[100]).toEqual({ number: 1, title: "Listing review of 1.0.0", body: "", isOpen: false });
  });

  test("are picked from all where the app's login is not known", async () => {
    list({}).reply(200, [
      issue,
      { ...issue, number: 4, performed_via_github_app: { id: 8 } },
      { ...issue, number: 5, performed_via_github_app: null },
      { ...issue, number: 6, user: { login: "ann", type: "User" } },
      { ...issue, number: 7, user: null },
      { ...issue, number: 8, pull_request: {} },
    ]);

    expect((await port(null).list()).map(({ number }) => number)).toEqual([3]);
  });

  test("are written, with an assignee or without", async () => {
    api()
      .post("/repos/acme/shop/issues", { title: "T", body: "B", assignees: ["ann"] })
      .reply(201, {});
    api().post("/repos/acme/shop/issues", { title: "T", body: "B" }).reply(201, {});

    await expect(port().create("T", "B", "ann")).resolves.toBeUndefined();
    await expect(port().create("T", "B", null)).resolves.toBeUndefined();
  });

  test.each([
    ["left in their state", null, {}],
    ["opened", "open", { state: "open" }],
    ["closed as done", "completed", { state: "closed", state_reason: "completed" }],
    ["closed as not planned", "not_planned", { state: "closed", state_reason: "not_planned" }],
  ] as const)("are changed and %s", async (_name, state, sent) => {
    api()
      .patch("/repos/acme/shop/issues/3", { title: "T", body: "B", ...sent })
      .reply(200, {});

    await expect(port().update(3, { title: "T", body: "B", state })).resolves.toBeUndefined();
  });
});
