import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppProcess, appEnvironment, startAppProcess } from "../support/app-process.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../support/fake-github.ts";
import type { PullTicket } from "../support/fake-github/world.ts";

/** What an author sees, from signed webhooks to check runs, with the real process and the real checks. */

let folder: string;
let github: FakeGitHub;
let app: AppProcess;
let good: string;
let bad: string;
let installations = 0;

const debugLine = "        puts 'looking for tickets'\n";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-pull-"));
  good = await readFile(new URL("../../examples/helpdesk-fixed/connector.rb", import.meta.url), "utf8");
  bad = good.replace(/(execute: lambda do \|[^\n]*\n|execute: ->\([^\n]*\{\n)/, `$1${debugLine}`);
  github = await startFakeGitHub();
  app = await startAppProcess(appEnvironment(github, join(folder, "queue.sqlite")));
  github.webhooks.target = app.webhookUrl;
});

afterAll(async () => {
  await app.kill();
  await github.close();
  await rm(folder, { recursive: true });
});

function newShop(files: Record<string, string>): FakeRepository {
  // An installation each, since GitHub's limits are kept for each by itself.
  const owner = `acme${++installations}`;
  github.install(owner);
  const shop = github.repository(`${owner}/shop`, { files });
  github.permission(shop, "ann", "write");
  return shop;
}

function openPull(shop: FakeRepository, files: Record<string, string>): PullTicket {
  shop.commit("feature", files, { from: "main" });
  return shop.openPull({ head: "feature" });
}

/** Waits until something is so; the test's own time limit ends the waiting. */
async function until<Value>(look: () => Value | undefined | false): Promise<Value> {
  for (;;) {
    const value = look();
    if (value !== undefined && value !== false) return value;
    await pause(10);
  }
}

async function completed(
  shop: FakeRepository,
  pull: PullTicket,
  name: "guidelines" | "usability" = "guidelines",
) {
  return until(() => {
    const { sha } = pull.pull.head;
    const both = ["guidelines", "usability"].map((each) => shop.checkRun(sha, `Connector ${each}`));
    const done = both.every((run) => run?.status === "completed");
    return done && shop.checkRun(sha, `Connector ${name}`);
  });
}

test("a first pull request, a push that fixes one finding and adds another, and a forced push", async () => {
  const shop = newShop({ "connector.rb": good });
  const pull = openPull(shop, { "connector.rb": bad });

  const first = await completed(shop, pull);
  shop.commit("feature", { "connector.rb": good.replace(/^(\s+)help: /m, "$1hlep: ") });
  const second = await completed(shop, pull);
  shop.commit("feature", { "connector.rb": `${good}# nothing\n` }, { from: "main", force: true });
  const third = await completed(shop, pull);

  expect(first).toMatchObject({ title: "1 new warning", conclusion: "success" });
  expect(first.annotations[0]?.message).toContain("`puts`");
  expect(second.title).toMatch(/new/);
  expect(second.summary).not.toContain("`puts`");
  expect(third).toMatchObject({ title: "No findings", conclusion: "success" });
});

test("a suggestion on the changed line, the button, and the commit that it makes", async () => {
  const shop = newShop({ "connector.rb": good });
  const pull = openPull(shop, { "connector.rb": bad });
  const run = await completed(shop, pull);
  expect(shop.state.reviewComments).toMatchObject([{ path: "connector.rb" }]);
  expect(run.actions).toMatchObject([{ label: "Fix 1 finding" }]);
  const before = pull.pull.head.sha;

  shop.press(run, "fix", "ann");
  await until(() => pull.pull.head.sha !== before);
  const after = await completed(shop, pull);

  expect(after).toMatchObject({ conclusion: "neutral", title: "No connector changed" });
  const { git } = github.world;
  const entry = git.files(git.commit(pull.pull.head.sha)?.tree ?? "").get("connector.rb");
  expect(Buffer.from(git.blob(entry?.sha ?? "") ?? []).toString()).toBe(good);
});

test("a fork", async () => {
  const shop = newShop({ "connector.rb": good });
  const fork = shop.fork("eve");
  fork.commit("patch", { "connector.rb": bad }, { from: "main" });
  const pull = shop.openPull({ head: "eve:patch", author: "eve" });

  const run = await completed(shop, pull);

  expect(run).toMatchObject({ title: "1 new warning", actions: [] });
  expect(run.summary).toContain("The branch belongs to a fork");
});

test("two connectors, of which one has a syntax error", async () => {
  const shop = newShop({ "a/connector.rb": good, "b/connector.rb": good });
  const pull = openPull(shop, { "a/connector.rb": bad, "b/connector.rb": `${good}\n}}}` });

  const run = await completed(shop, pull);

  expect(run.conclusion).toBe("failure");
  expect(new Set(run.annotations.map(({ path }) => path))).toEqual(
    new Set(["a/connector.rb", "b/connector.rb"]),
  );
});

test("an action that only got another name brings nothing new", async () => {
  const shop = newShop({ "connector.rb": bad });
  const pull = openPull(shop, {
    "connector.rb": bad.replace(/^    search_tickets: \{/m, "    find_tickets: {"),
  });

  const run = await completed(shop, pull);

  expect(run).toMatchObject({ conclusion: "success", title: "Nothing new: 1 there before" });
});

test("sixty findings, all annotated", async () => {
  const shop = newShop({ "connector.rb": good });
  const pull = openPull(shop, { "connector.rb": bad.replace(debugLine, debugLine.repeat(60)) });

  const run = await completed(shop, pull);

  expect(run.annotations).toHaveLength(60);
});

test("re-running, by the button and by a command", async () => {
  const shop = newShop({ "connector.rb": good });
  const pull = openPull(shop, { "connector.rb": bad });
  const first = await completed(shop, pull);

  shop.rerun(first, "ann");
  await until(() => shop.state.checkRuns.length === 4);
  await completed(shop, pull);
  const comment = shop.comment(pull, "ann", "/recheck");
  await until(() => comment.reactions.length > 0);

  expect(comment.reactions.map(({ content }) => content)).toEqual(["+1"]);
  expect(shop.state.checkRuns).toHaveLength(6);
});

test("commands of people with and without rights", async () => {
  const shop = newShop({ "connector.rb": good });
  const pull = openPull(shop, { "connector.rb": bad });
  await completed(shop, pull);

  const refused = shop.comment(pull, "eve", "/fix");
  await until(() => refused.reactions.length > 0);
  const explained = shop.comment(pull, "eve", "/explain debug-output");
  await until(() => explained.reactions.length > 0);
  const fixed = shop.comment(pull, "ann", "/fix");
  await until(() => fixed.reactions.length > 0);
  const run = await completed(shop, pull);

  expect([refused, explained, fixed].map(({ reactions }) => reactions[0]?.content)).toEqual([
    "-1",
    "+1",
    "+1",
  ]);
  expect(run).toMatchObject({ conclusion: "neutral", title: "No connector changed" });
});
