import { Buffer } from "node:buffer";
import { Probot } from "probot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFakeGitHub, type FakeGitHub, type FakeRepository } from "./fake-github.ts";

let github: FakeGitHub;
let shop: FakeRepository;

beforeAll(async () => {
  github = await startFakeGitHub();
  shop = github.repository("acme/shop", { files: { "connector.rb": "{\n}\n", "docs/a.md": "a" } });
  github.install("acme");
});

afterAll(async () => github.close());

const names = { owner: "acme", repo: "shop" };

describe("the fake GitHub", () => {
  test("names objects as Git does", async () => {
    const sha = github.world.git.addBlob(Buffer.from("what is up, doc?"));

    expect(sha).toBe("bd9dbf5aae1a3862dd1526723246b20206e5fc37");
  });

  test("gives an app that signs its token one of an installation", async () => {
    const [installation] = github.world.installations.values();
    const probot = new Probot({
      appId: github.appId,
      privateKey: github.privateKey,
      baseUrl: `${github.url}/api/v3`,
      logLevel: "fatal",
    });
    const client = await probot.auth(installation?.id ?? 0);

    const { data } = await client.rest.repos.get(names);

    expect(data.full_name).toBe("acme/shop");
  });

  test("reads files, folders and recursive trees, and cuts long ones", async () => {
    const client = github.client("acme");

    const file = await client.rest.repos.getContent({ ...names, path: "docs/a.md" });
    const folder = await client.rest.repos.getContent({ ...names, path: "docs" });
    const tree = await client.rest.git.getTree({ ...names, tree_sha: "main", recursive: "1" });
    shop.state.maxTreeEntries = 1;
    const cut = await client.rest.git.getTree({ ...names, tree_sha: "main", recursive: "1" });
    shop.state.maxTreeEntries = 100_000;

    expect(file.data).toMatchObject({ content: "YQ==\n", size: 1 });
    expect(folder.data).toMatchObject([{ name: "a.md", type: "file" }]);
    expect(tree.data.tree.map(({ path }) => path)).toEqual(["connector.rb", "docs", "docs/a.md"]);
    expect(cut.data).toMatchObject({ truncated: true, tree: [{}] });
  });

  test("commits, opens a pull request, and shows its diff", async () => {
    shop.commit("feature", { "connector.rb": "{\n  title: 'Shop'\n}\n" }, { from: "main" });
    const pull = shop.openPull({ head: "feature" });
    const client = github.client("acme");

    const files = await client.rest.pulls.listFiles({ ...names, pull_number: pull.number });

    expect(files.data).toMatchObject([
      { filename: "connector.rb", patch: "@@ -1,2 +1,3 @@\n {\n+  title: 'Shop'\n }" },
    ]);
  });

  test("refuses what the installation may not do, and updates that are no fast forward", async () => {
    github.repository("other/closed", { private: true });
    const client = github.client("acme");
    const main = shop.state.refs.get("refs/heads/main") ?? "";

    const hidden = client.rest.repos.get({ owner: "other", repo: "closed" });
    const back = client.rest.git.updateRef({ ...names, ref: "heads/feature", sha: main });

    await expect(hidden).rejects.toMatchObject({ status: 404 });
    await expect(back).rejects.toMatchObject({ status: 422 });
  });

  test("pages lists", async () => {
    const client = github.client("acme");
    const issue = shop.openIssue("ann", "Hello", "");
    for (let index = 0; index < 5; index++) shop.comment(issue, "ann", `comment ${index}`);

    const all = await client.paginate(client.rest.issues.listComments, {
      ...names,
      issue_number: issue.number,
      per_page: 2,
    });

    expect(all.map(({ body }) => body)).toEqual([0, 1, 2, 3, 4].map((index) => `comment ${index}`));
  });

  test("fails on demand, counts, and answers 304 to what is known", async () => {
    const client = github.client("acme");
    github.forget();
    github.fault({ path: /shop$/, status: 502 });

    await expect(client.rest.repos.get(names)).rejects.toMatchObject({ status: 502 });
    const first = await client.rest.repos.get(names);
    const again = client.request("GET /repos/{owner}/{repo}", {
      ...names,
      headers: { "if-none-match": first.headers.etag },
    });

    await expect(again).rejects.toMatchObject({ status: 304 });
    expect(github.count()).toEqual({ reads: 3, writes: 0 });
  });

  test("records a signed webhook for every change", () => {
    const events = github.webhooks.deliveries.map(({ event, action }) => `${event} ${action ?? ""}`.trim());

    expect(events).toContain("pull_request opened");
    expect(events).toContain("push");
    expect(events).toContain("issue_comment created");
  });
});
