import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseRecord } from "../../checks/listing/submission-record.ts";
import { type ActionRun, type Job, startJob } from "../support/action-process.ts";
import { type FakeGitHub, type FakeRepository, type Fault, startFakeGitHub } from "../support/fake-github.ts";

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
    GITHUB_SERVER_URL: "https://github.example",
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
    expect(older.summary).toMatch(
      /^## Not submitted\n\nVersion 1\.0\.0 is older than 1\.0\.1, which is submitted already \(<https:\/\/\S+\/programme\/listings\/pull\/1>\)\.\n\n## /,
    );
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

  test("refuses two connectors of one slug, since no tag says which is meant", async () => {
    await job[Symbol.asyncDispose]();
    job = await startJob();
    await job.copy("examples/helpdesk-fixed", "desk");
    await job.copy("examples/helpdesk-fixed", "shop");

    const run = await submit(await release("lantern-desk-v1.0.0"));

    expect(lastLine(run)).toBe(
      "::error::desk/listing.yml and shop/listing.yml have the same slug lantern-desk: give each connector its own, or let paths name one of them.",
    );
  });

  test("opens one pull request where the release and its tag start a run each at the same moment", async () => {
    const env = await release("v1.0.0", "release");

    const runs = await Promise.all([submit(env), submit({ ...env, GITHUB_EVENT_NAME: "push" })]);

    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(runs.map(({ outputs }) => outputs["submission-number"])).toEqual(["1", "1"]);
    expect(listings.state.tickets.size).toBe(1);
    expect(runs.every(({ stdout }) => !stdout.includes("::error"))).toBe(true);
  });

  test("gets over a line that is cut when the pull request was just opened", async () => {
    const env = await release("v1.0.0");
    github.fault({ method: "POST", path: /\/pulls$/, reset: true, after: true });

    const run = await submit(env);

    expect(run).toMatchObject({ exitCode: 0, outputs: { "submission-state": "created" } });
    expect([...listings.state.tickets.values()]).toMatchObject([{ labels: ["submission"] }]);
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

    const run = await submit(env);

    expect(lastLine(run)).toMatch(message);
    expect(run.summary).toMatch(
      /^## Not submitted\n\nlisting\.yml:&#8203;1: .*\n\nWhat has to be mended, or is missing:\n\n- `listing\.yml:1` /,
    );
    expect(run.summary).toContain("listing/manifest");
  });

  test("without the inputs it needs", async () => {
    const env = await release("v1.0.0");

    expect(lastLine(await submit(env, { "listings-repository": "" }))).toContain(
      "needs the input listings-repository (an empty one means that the variable",
    );
    expect(lastLine(await submit(env, { "listings-token": "" }))).toContain(
      "needs the input listings-token (an empty one",
    );
    expect(lastLine(await submit(env, { "listings-repository": "https://github.com/a/b" }))).toContain(
      "must name a repository as owner/name",
    );
  });
});

describe("the programme's policy", () => {
  const policy = ".github/connector-gate.yml";

  test("takes no pre-releases unless it says so", async () => {
    const env = await release("v2.0.0-rc.1");

    const refused = await submit(env);
    listings.commit("main", { [policy]: "role: listings\nprereleases: true\nteams: { code: x }\n" });
    const taken = await submit(env);

    expect(lastLine(refused)).toBe(
      "::error::Not submitted: 2.0.0-rc.1 is a pre-release, which programme/listings does not take; tag a release.",
    );
    expect(taken.outputs).toMatchObject({ "submission-state": "created", version: "2.0.0-rc.1" });
  });

  test("stops a submission without its evidence, and lists exactly what is missing", async () => {
    listings.commit("main", { [policy]: "role: listings\nevidence: { recipes: 9, testers: 3 }\n" });

    const run = await submit(await release("v1.0.0"));

    expect(lastLine(run)).toMatch(
      /^::error::Not submitted: 2 errors.* in connector\.rb; the summary says what is missing\.$/,
    );
    expect(run.summary).toMatch(/^## Not submitted/);
    expect(run.summary).toMatch(/- `listing\.yml:\d+` The manifest names 3 recipes of at least 9\./);
    expect(run.summary).toMatch(
      /- `listing\.yml:\d+` The manifest names 2 testers who ran jobs, of at least 3\./,
    );
    expect(listings.state.tickets.size).toBe(0);
  });

  test("stops a submission without listing.yml by the rule that asks for it", async () => {
    const env = await release("v1.0.0");
    await rm(join(job.workspace, "listing.yml"));

    expect(lastLine(await submit(env))).toContain(
      "listing.yml:1: there is no such file; `connector-gate init` writes a first one",
    );
  });

  test("counts, whatever the author's configuration says", async () => {
    await job.write({ [policy]: "rules:\n  listing/testers: off\n" });
    listings.commit("main", { [policy]: "role: listings\nevidence: { testers: 3 }\n" });

    expect(lastLine(await submit(await release("v1.0.0")))).toContain("Not submitted: 1 error");
  });

  test("says whose mistake it is where it can't be used", async () => {
    listings.commit("main", { [policy]: "role: listings\nprereleases: maybe\n" });

    expect(lastLine(await submit(await release("v1.0.0")))).toBe(
      "::error::The policy .github/connector-gate.yml of programme/listings can't be used (line 2: `prereleases` must be `true` or `false`): tell the programme's people.",
    );
  });
});

describe("a token that is not enough", () => {
  test.each([
    ["is not known", () => "github_pat_gone", /does not know the token of listings-token/],
    ["can't see the repository", () => github.token("ann"), /can't see programme\/secret/],
  ])("%s", async (_, make, message) => {
    github.repository("programme/secret", { private: true });
    const repository = message.source.includes("secret") ? "programme/secret" : "programme/listings";

    const run = await submit(await release("v1.0.0"), {
      "listings-token": make(),
      "listings-repository": repository,
    });

    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(lastLine(run)).toMatch(message);
    expect(run.summary).toMatch(/^## Not submitted\n\n.+\n+$/);
  });

  test("can't see the repository, whatever the connector's own faults", async () => {
    github.repository("programme/secret", { private: true });
    const env = await release("v1.0.0");
    await job.write({ "connector.rb": "{ connection: { fields: [ }, actions: {} }\n" });

    const run = await submit(env, { "listings-repository": "programme/secret" });

    expect(lastLine(run)).toMatch(/can't see programme\/secret/);
  });

  test("lacks a permission that GitHub names", async () => {
    const env = await release("v1.0.0");
    const headers = { "x-accepted-github-permissions": "contents=write" };
    github.fault({ method: "POST", path: /git\/trees$/, status: 403, headers });

    const run = await submit(env, { "listings-token": fineGrained() });

    expect(lastLine(run)).toContain(
      '::error::The token of listings-token lacks contents=write on programme/listings. Give it Contents and Pull requests: read and write; where the organisation approves tokens, an owner must have approved it. GitHub says: "Server Error".',
    );
    expect(await submit(env)).toMatchObject({ exitCode: 0 });
  });

  test.each<[string, Fault, RegExp]>([
    [
      "waits for single sign-on",
      {
        path: /\/contents\//,
        status: 403,
        headers: { "x-github-sso": "required; url=https://github.example/orgs/programme/sso?a=B" },
      },
      /authorise the token of listings-token for it at https:\/\/github\.example\/orgs\/programme\/sso\?a=B, then run/,
    ],
    [
      "is of a kind that the organisation forbids",
      { path: /\/contents\//, status: 403, message: "`programme` forbids access via a personal token" },
      /GitHub says: "`programme` forbids access via a personal token"\./,
    ],
    [
      "was not approved yet",
      {
        path: /git\/trees$/,
        status: 403,
        message: "Resource not accessible by personal access token",
        headers: { "x-accepted-github-permissions": "contents=write" },
      },
      /lacks contents=write .* where the organisation approves tokens, an owner must have approved it\. GitHub says: "Resource/,
    ],
    [
      "lacks a scope",
      { path: /\/pulls$/, method: "POST", status: 404, headers: { "x-accepted-oauth-scopes": "repo" } },
      /lacks repo on programme\/listings\. A classic token needs the scope `public_repo`/,
    ],
    [
      "has used up its rate limit",
      {
        path: /\/pulls$/,
        status: 403,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1764000000" },
      },
      /is used up until 2025-11-24T16:00:00\.000Z: run this again then\.$/,
    ],
    [
      "has to wait long",
      { path: /\/labels$/, status: 403, headers: { "retry-after": "600" } },
      /asks to wait 600 seconds: run this again after that\.$/,
    ],
  ])("%s, and a run after that is mended completes it", async (_, fault, message) => {
    const env = await release("v1.0.0");
    github.fault({ ...fault, times: 20 });
    const given = message.source.includes("approves") ? { "listings-token": fineGrained() } : {};

    const run = await submit(env, given);
    github.clearFaults();
    const again = await submit(env, given);

    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout.match(/^::error/gm)).toHaveLength(1);
    expect(lastLine(run)).toMatch(message);
    expect(`${run.stdout.replace(/^::add-mask::.*$/gm, "")}${run.summary}`).not.toMatch(/ghp_|github_pat_/);
    expect(again).toMatchObject({ exitCode: 0, outputs: { "submission-number": "1" } });
    expect(listings.state.tickets.size).toBe(1);
  });

  test("may neither push nor fork", async () => {
    github.permission(listings, "ann", "read");
    github.fault({ path: /\/forks$/, status: 403, message: "Resource not accessible", times: 9 });

    const run = await submit(await release("v1.0.0"));

    expect(lastLine(run)).toMatch(
      /^::error::The token of listings-token may not push to programme\/listings, nor make a fork of it: ask/,
    );
  });

  test("of the job may not read the tag", async () => {
    const env = await release("v1.0.0");
    const headers = { "x-accepted-github-permissions": "contents=read" };
    github.fault({ path: /git\/ref\/tags/, status: 403, message: "Not by integration", headers });

    expect(lastLine(await submit(env))).toMatch(
      /^::error::The token of github-token .* on acme\/helpdesk\. Give the job `permissions: contents: read`\. GitHub/,
    );
  });

  test("is the workflow's own", async () => {
    github.install("acme");
    const own = "ghs_own";
    github.world.installationTokens.set(own, [...github.world.installations.values()].at(-1)!);

    const run = await submit(await release("v1.0.0"), { "listings-token": own });

    expect(lastLine(run)).toContain("The workflow's own token reaches only its own repository");
  });

  test("of an app that is installed there does", async () => {
    github.install("programme");
    github.world.installationTokens.set("ghs_app", [...github.world.installations.values()].at(-1)!);

    const run = await submit(await release("v1.0.0"), { "listings-token": "ghs_app" });

    expect(run.outputs).toMatchObject({ "submission-state": "created" });
  });

  test("may still make a fork where it may not push", async () => {
    github.permission(listings, "ann", "read");

    const run = await submit(await release("v1.0.0"));
    const newer = await submit(await release("v1.0.1"));
    const again = await submit(await release("v1.0.1"));

    expect(run.outputs).toMatchObject({ "submission-state": "created" });
    expect(listings.state.tickets.get(1)!.pull!.head.repository.owner.login).toBe("ann");
    expect(newer.outputs).toMatchObject({ "submission-state": "updated", "submission-number": "1" });
    expect(lastLine(again)).toMatch(/a tag must not move, so release a newer version/);
  });
});

function fineGrained(): string {
  github.world.userTokens.set("github_pat_ann", github.world.user("ann"));
  return "github_pat_ann";
}
