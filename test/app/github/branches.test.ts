import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubBranches } from "../../../app/github/branches.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "listings" };
const sha = "a".repeat(40);

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("branches through %s", (_, makeClient) => {
  const port = () => githubBranches(callOf(makeClient()), repository);

  test("have a default, which a repository without commits has not", async () => {
    api().get("/repos/acme/listings").twice().reply(200, { default_branch: "trunk" });
    api().get("/repos/acme/listings/git/ref/heads%2Ftrunk").reply(200, { object: { sha } });
    api()
      .get("/repos/acme/listings/git/ref/heads%2Ftrunk")
      .reply(409, { message: "Git Repository is empty." });

    expect(await port().defaultBranch()).toEqual({ name: "trunk", sha });
    await expect(port().defaultBranch()).rejects.toMatchObject({ status: 409 });
  });

  test("have folders, of which the plain files are listed", async () => {
    const file = { path: "acme.yml", mode: "100644", type: "blob", sha: "1" };
    api()
      .get(`/repos/acme/listings/git/trees/${sha}`)
      .reply(200, { tree: [{ path: "accounts", mode: "040000", type: "tree", sha: "b" }] });
    api()
      .get("/repos/acme/listings/git/trees/b")
      .reply(200, {
        tree: [
          file,
          { ...file, path: "link.yml", mode: "120000", sha: "2" },
          { ...file, path: "more", mode: "040000", type: "tree", sha: "3" },
        ],
      });

    expect(await port().folder("accounts", sha)).toEqual([{ name: "acme.yml", sha: "1" }]);
  });

  test("have no files in a folder that is not there", async () => {
    api().get(`/repos/acme/listings/git/trees/${sha}`).reply(200, { tree: [] });

    expect(await port().folder("accounts", sha)).toEqual([]);
  });

  test("are made, or moved where they are there", async () => {
    api().post("/repos/acme/listings/git/refs", { ref: "refs/heads/x", sha }).reply(422, {});
    api().patch("/repos/acme/listings/git/refs/heads%2Fx", { sha, force: true }).reply(200, {});

    await expect(port().point("x", sha)).resolves.toBeUndefined();
  });

  test("are proposed by a pull request, and it is found again", async () => {
    api()
      .post("/repos/acme/listings/pulls", { head: "x", base: "main", title: "T", body: "B" })
      .reply(201, { number: 3, html_url: "u" });
    api()
      .get("/repos/acme/listings/pulls")
      .query({ state: "open", head: "acme:x", per_page: 100 })
      .reply(200, [{ number: 3, html_url: "u", head: { ref: "x" } }]);
    api()
      .get("/repos/acme/listings/pulls")
      .query({ state: "open", head: "acme:y", per_page: 100 })
      .reply(200, []);

    expect(await port().propose({ head: "x", base: "main", title: "T", body: "B" })).toEqual({
      number: 3,
      url: "u",
    });
    expect(await port().pullFrom("x")).toEqual({ number: 3, url: "u" });
    expect(await port().pullFrom("y")).toBeNull();
  });
});
