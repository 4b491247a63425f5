import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubReleases } from "../../../app/github/releases.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("releases through %s", (_, makeClient) => {
  const port = () => githubReleases(callOf(makeClient()), { owner: "acme", repo: "shop" });

  test("follows annotated tags to their commit", async () => {
    api()
      .get("/repos/acme/shop/git/ref/tags%2Fv1")
      .reply(200, { object: { type: "tag", sha: "t1" } })
      .get("/repos/acme/shop/git/tags/t1")
      .reply(200, { object: { type: "tag", sha: "t2" } })
      .get("/repos/acme/shop/git/tags/t2")
      .reply(200, { object: { type: "commit", sha: "c" } });

    expect(await port().commitOf("v1")).toBe("c");
  });

  test.each([
    ["a tag that is not there", 404, {}],
    ["a tag of a tree", 200, { object: { type: "tree", sha: "x" } }],
  ])("has no commit for %s", async (_what, status, body) => {
    api().get("/repos/acme/shop/git/ref/tags%2Fv1").reply(status, body);

    expect(await port().commitOf("v1")).toBeNull();
  });

  test.each([
    [
      "a published one",
      200,
      { draft: false, prerelease: true, html_url: "u" },
      { url: "u", isPrerelease: true },
    ],
    ["a draft", 200, { draft: true, prerelease: false, html_url: "u" }, null],
    ["none", 404, {}, null],
  ])("reads %s", async (_what, status, body, expected) => {
    api().get("/repos/acme/shop/releases/tags/v1").reply(status, body);

    expect(await port().published("v1")).toEqual(expected);
  });

  test("passes on what GitHub cannot answer", async () => {
    api().get("/repos/acme/shop/releases/tags/v1").reply(502, {});

    await expect(port().published("v1")).rejects.toMatchObject({ status: 502 });
  });
});
