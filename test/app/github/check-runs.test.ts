import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubCheckRuns, type CheckRunUpdate } from "../../../app/github/check-runs.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const repository = { owner: "acme", repo: "shop" };
const sha = "a".repeat(40);
const appId = 7;

beforeEach(startApi);
afterEach(finishApi);

const update: CheckRunUpdate = {
  externalId: "cg1:a:b",
  output: { title: "1 new error", summary: "It is bad." },
  annotations: [
    {
      path: "connector.rb",
      startLine: 2,
      endLine: 2,
      columns: { start: 3, end: 9 },
      level: "failure",
      title: "error: structure/bad",
      message: "Bad.",
    },
    {
      path: "connector.rb",
      startLine: 2,
      endLine: 4,
      columns: null,
      level: "notice",
      title: "t",
      message: "m",
    },
  ],
  conclusion: "failure",
  actions: [{ identifier: "fix", label: "Fix 1 finding", description: "Commits all safe fixes" }],
};

describe.each(clients)("check runs through %s", (_, makeClient) => {
  const port = () => githubCheckRuns(callOf(makeClient()), repository, appId);

  test("lists the newest of its own of each name", async () => {
    const run = (id: number, name: string, app = appId) => ({
      id,
      name,
      app: { id: app },
      external_id: "x",
      status: "completed",
      started_at: "1970-01-01T00:01:00Z",
      output: { annotations_count: 3 },
    });
    api()
      .get(`/repos/acme/shop/commits/${sha}/check-runs`)
      .query({ app_id: appId, per_page: 100 })
      .reply(200, { total_count: 3, check_runs: [run(1, "A"), run(9, "A"), run(5, "A"), run(6, "B", 99)] });

    const runs = await port().list(sha);

    expect(runs).toEqual([
      { id: 9, name: "A", externalId: "x", isCompleted: true, annotationCount: 3, startedAt: 60 },
    ]);
  });

  test("opens a queued run", async () => {
    api()
      .post("/repos/acme/shop/check-runs", {
        head_sha: sha,
        name: "A",
        status: "queued",
        output: { title: "Soon", summary: "Wait." },
      })
      .reply(201, { id: 12 });

    expect(await port().create(sha, "A", { title: "Soon", summary: "Wait." })).toEqual({ id: 12 });
  });

  test("opens a run that is complete at once", async () => {
    api()
      .post("/repos/acme/shop/check-runs", {
        head_sha: sha,
        name: "A",
        external_id: "cg1:a:b",
        status: "completed",
        conclusion: "neutral",
        output: { title: "Nothing", summary: "To do.", annotations: [] },
        actions: [],
      })
      .reply(201, { id: 12, app: { slug: "gate" } });
    const runs = port();

    const opened = await runs.createWith(sha, "A", {
      externalId: "cg1:a:b",
      conclusion: "neutral",
      output: { title: "Nothing", summary: "To do." },
      annotations: [],
      actions: [],
    });

    expect([opened, runs.ownLogin()]).toEqual([{ id: 12 }, "gate[bot]"]);
  });

  test("completes a run with its annotations and buttons", async () => {
    api()
      .patch("/repos/acme/shop/check-runs/12", {
        external_id: "cg1:a:b",
        status: "completed",
        conclusion: "failure",
        output: {
          title: "1 new error",
          summary: "It is bad.",
          annotations: [
            {
              path: "connector.rb",
              start_line: 2,
              end_line: 2,
              start_column: 3,
              end_column: 9,
              annotation_level: "failure",
              title: "error: structure/bad",
              message: "Bad.",
            },
            {
              path: "connector.rb",
              start_line: 2,
              end_line: 4,
              annotation_level: "notice",
              title: "t",
              message: "m",
            },
          ],
        },
        actions: [{ identifier: "fix", label: "Fix 1 finding", description: "Commits all safe fixes" }],
      })
      .reply(200, {});

    await expect(port().update(12, update)).resolves.toBeUndefined();
  });

  test("leaves a run open while more annotations are to come", async () => {
    api()
      .patch("/repos/acme/shop/check-runs/12", (body: Record<string, unknown>) => {
        return body["status"] === "in_progress" && !("conclusion" in body);
      })
      .reply(200, {});

    await expect(port().update(12, { ...update, conclusion: null })).resolves.toBeUndefined();
  });

  test("notes another external id and nothing else", async () => {
    api().patch("/repos/acme/shop/check-runs/12", { external_id: "cg1:c:b" }).reply(200, {});

    await expect(port().rename(12, "cg1:c:b")).resolves.toBeUndefined();
  });

  test.each([403, 404, 422, 500, 502])("passes on a %i", async (status) => {
    api().post("/repos/acme/shop/check-runs").reply(status, { message: "no" });

    await expect(port().create(sha, "A", update.output)).rejects.toMatchObject({ status });
  });
});
