import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubIssues } from "../../../app/github/issues.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "listings" };

beforeEach(startApi);
afterEach(finishApi);

const issue = {
  number: 5,
  html_url: "https://github.com/acme/listings/issues/5",
  repository_url: "https://api.github.com/repos/acme/listings",
  title: "Developer account: Acme",
  body: "### Company name\n\nAcme",
  user: { login: "ann" },
  state: "open",
  created_at: "1970-01-01T00:01:00Z",
  labels: [{ name: "account: requested" }, "plain"],
  performed_via_github_app: { id: 7 },
};

describe.each(clients)("issues through %s", (_, makeClient) => {
  const port = () => githubIssues(callOf(makeClient()), repository, 7);

  test("are read", async () => {
    api().get("/repos/acme/listings/issues/5").reply(200, issue);

    expect(await port().read(5)).toEqual({
      number: 5,
      url: "https://github.com/acme/listings/issues/5",
      title: "Developer account: Acme",
      body: "### Company name\n\nAcme",
      author: "ann",
      isOurs: true,
      isOpen: true,
      createdAt: 60,
      labels: ["account: requested", "plain"],
    });
  });

  test.each<readonly [string, number, object]>([
    ["deleted", 410, { message: "This issue was deleted" }],
    ["not there", 404, {}],
    ["a pull request", 200, { ...issue, pull_request: {} }],
    ["moved", 200, { ...issue, repository_url: "https://api.github.com/repos/acme/other" }],
    ["moved, and numbered anew", 200, { ...issue, number: 6 }],
  ])("are none where one is %s", async (_case, status, body) => {
    api().get("/repos/acme/listings/issues/5").reply(status, body);

    expect(await port().read(5)).toBeNull();
  });

  test("that are open are listed page by page, without pull requests", async () => {
    const list = (page: number) =>
      api().get("/repos/acme/listings/issues").query({
        state: "open",
        sort: "created",
        direction: "asc",
        creator: "bot",
        labels: "x",
        per_page: 100,
        page,
      });
    list(1).reply(
      200,
      Array.from({ length: 100 }, (_each, index) => (index === 0 ? { ...issue, pull_request: {} } : issue)),
    );
    list(2).reply(200, [{ ...issue, body: null, user: null, performed_via_github_app: null }]);

    const issues = await port().open({ creator: "bot", label: "x" });

    expect(issues).toHaveLength(100);
    expect(issues.at(-1)).toMatchObject({ author: "ghost", body: "", isOurs: false });
  });

  test("are made, edited, closed and opened again", async () => {
    api()
      .post("/repos/acme/listings/issues", { title: "A", body: "B" })
      .reply(201, { number: 9, html_url: "u" });
    const patch = (body: object) =>
      api()
        .patch("/repos/acme/listings/issues/9", { ...body })
        .reply(200, issue);
    patch({ body: "C" });
    patch({ state: "closed", state_reason: "not_planned" });
    patch({ state: "open" });

    expect(await port().create({ title: "A", body: "B" })).toEqual({ number: 9, url: "u" });
    await port().edit(9, { body: "C" });
    await port().close(9, "not_planned");
    await port().reopen(9);
  });
});
