import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createBlobCache, githubFiles } from "../../../app/github/git-files.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "shop" };

beforeEach(startApi);
afterEach(finishApi);

const blob = (path: string, mode = "100644") => ({
  path,
  mode,
  type: "blob",
  sha: `sha of ${path}`,
  size: 1,
});
const folder = (path: string) => ({ path, mode: "040000", type: "tree", sha: `tree-${path}` });
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe.each(clients)("files through %s", (_, makeClient) => {
  const port = () => githubFiles(callOf(makeClient()), repository, createBlobCache(1000));
  const tree = (sha: string, query: object = { recursive: "1" }) =>
    api()
      .get(`/repos/acme/shop/git/trees/${sha}`)
      .query({ ...query });

  test("lists plain files, without links, submodules and other people's code", async () => {
    tree("head").reply(200, {
      truncated: false,
      tree: [
        blob("a.rb"),
        blob("bin/run", "100755"),
        folder("bin"),
        blob("link.rb", "120000"),
        { path: "sub", mode: "160000", type: "commit", sha: "s" },
        blob("vendor/bundle/x.rb"),
        blob("web/node_modules/x.rb"),
      ],
    });

    const listed = await port().list("head");

    expect(listed?.files.map(({ path, mode }) => [path, mode])).toEqual([
      ["a.rb", "100644"],
      ["bin/run", "100755"],
    ]);
  });

  test("walks a tree that GitHub cuts, folder by folder", async () => {
    tree("head").reply(200, { truncated: true, tree: [blob("a.rb")] });
    tree("head", {}).reply(200, { truncated: false, tree: [blob("a.rb"), folder("x"), folder("vendor")] });
    tree("tree-x").reply(200, { truncated: false, tree: [blob("y/z.rb")] });

    const listed = await port().list("head");

    expect(listed).toMatchObject({ isCut: false, files: [{ path: "a.rb" }, { path: "x/y/z.rb" }] });
  });

  test("finds a file of a commit once, and one of a branch each time", async () => {
    const files = port();
    const commit = "a".repeat(40);
    const answer = { type: "file", sha: "s", encoding: "base64", content: base64("one\ntwo") };
    api().get(`/repos/acme/shop/contents/a.yml?ref=${commit}`).reply(404, {});
    api().get(`/repos/acme/shop/contents/a.yml?ref=${commit}`).reply(200, answer);
    api().get("/repos/acme/shop/contents/a.yml?ref=main").twice().reply(200, answer);

    const found = { sha: "s", bytes: new Uint8Array(Buffer.from("one\ntwo")) };
    expect(await files.find("a.yml", commit)).toBeNull();
    for (const ref of [commit, commit, "main", "main"]) expect(await files.find("a.yml", ref)).toEqual(found);
  });

  test("gives up on a tree that never ends", async () => {
    api()
      .get(/git\/trees/)
      .query({ recursive: "1" })
      .times(40)
      .reply(200, { truncated: true, tree: [] });
    api()
      .get(/git\/trees/)
      .times(40)
      .reply(200, { truncated: false, tree: [folder("x"), folder("y")] });

    expect(await port().list("head")).toMatchObject({ isCut: true });
  });

  test("knows a commit that is gone", async () => {
    tree("head").reply(404, { message: "Not Found" });

    expect(await port().list("head")).toBeNull();
  });

  test("reads a file once", async () => {
    api()
      .get("/repos/acme/shop/git/blobs/abc")
      .reply(200, { encoding: "base64", content: base64("héllo!").replace(/.{4}/g, "$&\n") });
    const files = port();

    const texts = [await files.read({ sha: "abc" }), await files.read({ sha: "abc" })];

    expect(texts.map((bytes) => new TextDecoder().decode(bytes))).toEqual(["héllo!", "héllo!"]);
  });

  test("finds one file of a branch, and reads it another way where it is large", async () => {
    const contents = () => api().get("/repos/acme/shop/contents/.github%2Fc.yml").query({ ref: "main" });
    contents().reply(200, { type: "file", sha: "s1", encoding: "base64", content: base64("a: 1") });
    contents().reply(200, { type: "file", sha: "s2", encoding: "none", content: "" });
    api()
      .get("/repos/acme/shop/git/blobs/s2")
      .reply(200, { encoding: "base64", content: base64("b: 2") });

    const small = await port().find(".github/c.yml", "main");
    const large = await port().find(".github/c.yml", "main");

    expect([small, large].map((file) => new TextDecoder().decode(file?.bytes))).toEqual(["a: 1", "b: 2"]);
  });

  test.each([
    ["a file that is not there", 404, { message: "Not Found" }],
    ["a link", 200, { type: "symlink", sha: "s" }],
    ["a folder", 200, []],
  ])("takes %s for none", async (_name, status, answer) => {
    api().get("/repos/acme/shop/contents/a").query({ ref: "main" }).reply(status, answer);

    expect(await port().find("a", "main")).toBeNull();
  });

  test("passes on what it may not read", async () => {
    tree("head").reply(403, { message: "Resource not accessible by integration" });

    await expect(port().list("head")).rejects.toMatchObject({ status: 403 });
  });
});

describe("createBlobCache", () => {
  test("keeps what was used last, within its size", () => {
    const cache = createBlobCache(100);
    for (const key of ["a", "b", "c", "d"]) cache.set(key, new Uint8Array(25));
    cache.get("a");
    cache.set("e", new Uint8Array(25));

    expect(["a", "b", "c", "d", "e"].filter((key) => cache.get(key))).toEqual(["a", "c", "d", "e"]);
  });

  test("does not let one file take it all", () => {
    const cache = createBlobCache(100);
    cache.set("a", new Uint8Array(99));

    expect(cache.get("a")).toBeUndefined();
  });
});
