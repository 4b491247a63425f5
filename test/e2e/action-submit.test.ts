import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseRecord } from "../../checks/listing/submission-record.ts";
import { type ActionRun, type Job, startJob } from "../support/action-process.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../support/fake-github.ts";

let github: FakeGitHub;
let source: FakeRepository;
let listings: FakeRepository;
let token: string;
let job: Job;

beforeEach(async () => {
  github = await startFakeGitHub();
  source = github.repository("acme/helpdesk");
  listings = github.repository("programme/listings");
  github.permission(listings, "ann", "write");
  token = github.token("ann");
  job = await startJob();
  await job.copy("examples/helpdesk-fixed", ".");
});

afterEach(async () => {
  await job[Symbol.asyncDispose]();
  await github.close();
});

/** Tags a commit of the source, checks it out, and gives the run's environment. */
async function release(tag: string, event = "push"): Promise<Record<string, string>> {
  const sha = source.commit("main", { "tags.txt": tag });
  source.tag(tag, sha, { annotated: tag.endsWith("1") });
  const payload =
    event === "release"
      ? { action: "published", release: { tag_name: tag, draft: false } }
      : { deleted: false };
  await job.write({
    ".git/HEAD": `${sha}\n`,
    "../event.json": JSON.stringify({ ...payload, repository: { fork: false } }),
  });
  return environment({ GITHUB_EVENT_NAME: event, GITHUB_REF: `refs/tags/${tag}`, GITHUB_SHA: sha });
}

function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  return {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY_ID: String(source.state.id),
    GITHUB_EVENT_PATH: join(job.workspace, "../event.json"),
    ...more,
  };
}

function submit(
  env: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const given = {
    "listings-repository": "programme/listings",
    "listings-token": token,
    "github-token": github.token("job"),
  };
  return job.run({ mode: "submit", ...given, ...inputs }, env);
}

function recordText(slug = "lantern-desk"): string {
  const { git } = github.world;
  const head = listings.state.refs.get(`refs/heads/submit/${slug}`) ?? "";
  const blob = git.files(git.commit(head)?.tree ?? "").get(`listings/${slug}/listing.json`)?.sha ?? "";
  return Buffer.from(git.blob(blob) ?? []).toString();
}

const lastLine = ({ stdout }: ActionRun) => stdout.trimEnd().split("\n").at(-1) ?? "";

describe("the action in mode submit", () => {
  test.each(["push", "release", "workflow_dispatch"])("submits a tag on %s", async (event) => {
    const run = await submit(await release("v1.2.0", event));

    expect(run).toMatchObject({
      exitCode: 0,
      stderr: "",
      outputs: {
        version: "1.2.0",
        verdict: "pass",
        "submission-state": "created",
        "submission-number": "1",
        "submission-url": expect.stringMatching(/programme\/listings\/pull\/1$/) as string,
      },
    });
    expect(run.summary).toContain("Submission created: [Lantern Desk 1.2.0]");
    const [pull] = listings.state.tickets.values();
    expect(pull).toMatchObject({ title: "Lantern Desk 1.2.0 (lantern-desk)", labels: ["submission"] });
  });

  test("writes a record that reads back, with what is known of the release", async () => {
    const env = await release("v1.2.0");

    await submit(env);

    const record = parseRecord(recordText());
    expect(record).toMatchObject({
      slug: "lantern-desk",
      version: "1.2.0",
      previousVersion: null,
      release: {
        repository: "acme/helpdesk",
        repositoryId: source.state.id,
        tag: "v1.2.0",
        commit: env["GITHUB_SHA"],
        path: ".",
        file: "connector.rb",
      },
    });
    expect(Object.keys(record?.capabilities.actions ?? {})).toContain("create_ticket");
    expect(record?.description).toBe(await readFile(join(job.workspace, "README.md"), "utf8"));
    expect(record?.logo).not.toBeNull();
  });

  test("changes nothing for the same tag, and updates for a newer one", async () => {
    const env = await release("v1.0.0");
    await submit(env);
    github.forget();
    const again = await submit(env);
    const { writes } = github.count();
    const newer = await submit(await release("v1.0.1"));
    await job.write({ ".git/HEAD": `${env["GITHUB_SHA"]}\n` });
    const older = await submit(env);

    expect([again.outputs["submission-state"], writes]).toEqual(["unchanged", 0]);
    expect(newer.outputs).toMatchObject({ "submission-state": "updated", "submission-number": "1" });
    expect(older.exitCode).toBe(1);
    expect(lastLine(older)).toMatch(/^::error::Not submitted: version 1\.0\.0 is older than 1\.0\.1/);
    expect(listings.state.tickets.size).toBe(1);
  });

  test("submits each of two connectors by its own tags", async () => {
    await job.write({ "connector.rb": "", "listing.yml": "" });
    await job[Symbol.asyncDispose]();
    job = await startJob();
    await job.copy("examples/helpdesk-fixed", "desk");
    await job.copy("examples/helpdesk-fixed", "shop");
    const listing = await readFile(join(job.workspace, "shop/listing.yml"), "utf8");
    await job.write({ "shop/listing.yml": listing.replace("slug: lantern-desk", "slug: lantern-shop") });

    const desk = await submit(await release("lantern-desk-v1.0.0"));
    const shop = await submit(await release("lantern-shop-v2.0.0"));
    const neither = await submit(await release("v3.0.0"));

    expect([desk.outputs["submission-number"], shop.outputs["submission-number"]]).toEqual(["1", "2"]);
    expect(parseRecord(recordText("lantern-shop"))).toMatchObject({
      version: "2.0.0",
      release: { path: "shop" },
    });
    expect(lastLine(neither)).toBe(
      "::error::The tag v3.0.0 is not of the form <slug>-v* for any of lantern-desk, lantern-shop; name it so, or set tag-pattern.",
    );
  });

  test("masks both tokens before anything else", async () => {
    const run = await submit(await release("v1.0.0"));

    const [first, second] = run.stdout.split("\n");
    expect([first, second]).toEqual([`::add-mask::${token}`, "::add-mask::ghp_job"]);
    expect(run.stdout.split(token)).toHaveLength(2);
    expect(run.summary).not.toContain(token);
  });
});

describe("the action refuses to submit", () => {
  test.each([
    ["for a pull request", { GITHUB_EVENT_NAME: "pull_request" }, "never runs for pull_request"],
    [
      "for pull_request_target",
      { GITHUB_EVENT_NAME: "pull_request_target" },
      "never runs for pull_request_target",
    ],
    [
      "for a push of a branch",
      { GITHUB_REF: "refs/heads/main" },
      "needs a tag, and this is the event push for refs/heads/main",
    ],
    ["for an issue", { GITHUB_EVENT_NAME: "issues" }, "needs a tag, and this is the event issues"],
    [
      "for a tag that no one can type",
      { GITHUB_REF: "refs/tags/v1.0.0$(id)" },
      'The tag "v1.0.0$(id)" can\'t be submitted',
    ],
    ["for a tag of another form", { GITHUB_REF: "refs/tags/release-1" }, "is not of the form v*"],
    [
      "for a version that is none",
      { GITHUB_REF: "refs/tags/v1.2" },
      "has 1.2 for the version, which is not SemVer",
    ],
    ["for a tag that is not there", { GITHUB_REF: "refs/tags/v9.9.9" }, "acme/helpdesk has no tag v9.9.9"],
  ])("%s", async (_, change, message) => {
    const env = await release("v1.0.0");

    const run = await submit({ ...env, ...change });

    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(lastLine(run)).toContain(message);
    expect(listings.state.tickets.size).toBe(0);
  });

  test("in a fork", async () => {
    const env = await release("v1.0.0");
    await job.write({ "../event.json": JSON.stringify({ repository: { fork: true } }) });

    expect(lastLine(await submit(env))).toContain("acme/helpdesk is a fork");
  });

  test.each(["edited", "deleted", "unpublished"])("when a release was %s", async (action) => {
    const env = await release("v1.0.0", "release");
    await job.write({ "../event.json": JSON.stringify({ action, release: { tag_name: "v1.0.0" } }) });

    expect(lastLine(await submit(env))).toContain(`this is the event release (${action})`);
  });

  test("what is not the tag's commit", async () => {
    const env = await release("v1.0.0");
    await job.write({ ".git/HEAD": `${"d".repeat(40)}\n` });

    expect(lastLine(await submit(env))).toMatch(/The tag v1.0.0 points at \w{7}, and ddddddd is checked out/);
  });

  test("a connector with errors, and says how many", async () => {
    const env = await release("v1.0.0");
    await job.write({ "connector.rb": "{ connection: { fields: [ }, actions: {} }\n" });

    const run = await submit(env);

    expect(lastLine(run)).toMatch(/^::error::Not submitted: \d+ errors?.* in connector\.rb/);
    expect(run.summary).toContain("connector.rb");
    expect(listings.state.tickets.size).toBe(0);
  });

  test.each([
    ["that is no YAML", "a: [", /listing\.yml:1: the file is not valid YAML/],
    ["that misses something", "slug: x-y\n", /listing\.yml:1: `name` is missing \(and \d+ more\)/],
  ])("a listing.yml %s", async (_, text, message) => {
    const env = await release("v1.0.0");
    await job.write({ "listing.yml": text });

    expect(lastLine(await submit(env))).toMatch(message);
  });

  test("without the inputs it needs", async () => {
    const env = await release("v1.0.0");

    expect(lastLine(await submit(env, { "listings-repository": "" }))).toContain(
      "needs the input listings-repository",
    );
    expect(lastLine(await submit(env, { "listings-token": "" }))).toContain(
      "needs the input listings-token (an empty one",
    );
    expect(lastLine(await submit(env, { "listings-repository": "https://github.com/a/b" }))).toContain(
      "must name a repository as owner/name",
    );
  });
});
