import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installationOf } from "../../../app/github/installations.ts";
import { githubRepositories, repositoryById } from "../../../app/github/repositories.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

beforeEach(startApi);
afterEach(finishApi);

const repository = { owner: "acme", repo: "shop" };
const answer = { id: 7, name: "desk", owner: { id: 3, login: "initech" }, private: true };
const info = { id: 7, ownerId: 3, owner: "initech", repo: "desk", isPrivate: true };

describe.each(clients)("repositories through %s", (_, makeClient) => {
  const port = () => githubRepositories(callOf(makeClient()), repository);

  test("are read by their name, or the one that they have now", async () => {
    api().get("/repos/acme/shop").reply(200, answer);

    expect(await port().read()).toEqual(info);
  });

  test("are read by their number", async () => {
    api().get("/repositories/7").reply(200, answer);

    expect(await repositoryById(callOf(makeClient()), 7)).toEqual(info);
  });

  test("are unknown where GitHub says so, or something else", async () => {
    api().get("/repositories/7").reply(404, {}).get("/repos/acme/shop").reply(200, { id: "seven" });

    expect(await repositoryById(callOf(makeClient()), 7)).toBeNull();
    expect(await port().read()).toBeNull();
  });

  test("tell who pushed to a branch", async () => {
    api()
      .get("/repos/acme/shop/activity")
      .query({ ref: "refs/heads/submit/shop", per_page: 100 })
      .reply(200, [
        { before: "a", after: "b", actor: { login: "ann" } },
        { before: "0", after: "a", actor: null },
      ]);

    expect(await port().pushes("submit/shop")).toEqual([
      { before: "a", after: "b", actor: "ann" },
      { before: "0", after: "a", actor: null },
    ]);
  });

  test.each([403, 404, 422])("do not tell where GitHub answers %i", async (status) => {
    api()
      .get(/activity/)
      .reply(status, { message: "no" });

    expect(await port().pushes("main")).toBeNull();
  });

  test("tell the people of a commit, without GitHub's own merges", async () => {
    api()
      .get("/repos/acme/shop/commits/c")
      .query({ per_page: 1 })
      .reply(200, { author: { login: "ann" }, committer: { login: "web-flow" } });

    expect(await port().peopleOf("c")).toEqual(["ann"]);
  });

  test.each([
    ["one that works", 200, { id: 9, suspended_at: null }, 9],
    ["one that is suspended", 200, { id: 9, suspended_at: "2026-01-05T09:00:00Z" }, null],
    ["none", 404, {}, null],
  ])("have %s as their installation", async (_what, status, body, expected) => {
    api().get("/repos/acme/shop/installation").reply(status, body);

    expect(await installationOf(callOf(makeClient()), repository)).toBe(expected);
  });
});
