import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type AppProcess, appEnvironment, type LogLine, startAppProcess } from "../support/app-process.ts";
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from "../support/fake-github.ts";

let folder: string;
let github: FakeGitHub;
let app: AppProcess;
let shop: FakeRepository;
let connector: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-app-"));
  connector = await readFile(new URL("../../examples/helpdesk/connector.rb", import.meta.url), "utf8");
  github = await startFakeGitHub();
  github.install("acme");
  shop = github.repository("acme/shop", { files: { "README.md": "# Shop\n" } });
  app = await start();
});

afterEach(async () => {
  await app.kill();
  await github.close();
  await rm(folder, { recursive: true });
});

async function start(env: Record<string, string> = {}): Promise<AppProcess> {
  const started = await startAppProcess({ ...appEnvironment(github, join(folder, "queue.sqlite")), ...env });
  github.webhooks.target = started.webhookUrl;
  await started.logged((line) => line.msg === "swept" && line["sweep"] === "open-subjects");
  return started;
}

function openPull() {
  shop.commit("feature", { "connector.rb": connector }, { from: "main" });
  return shop.openPull({ head: "feature", base: "main", author: "ann" });
}

/** Waits for so many finished looks of the app at pull requests. */
async function runs(count: number): Promise<void> {
  let seen = 0;
  await app.logged((line) => isLook(line) && ++seen === count);
}

function isLook(line: LogLine): boolean {
  return line.msg === "subject reconciled" && line["kind"] === "pull-request";
}

function checkRuns() {
  return [...shop.state.checkRuns.values()];
}

test("opens and completes both check runs of a pull request", async () => {
  openPull();
  await runs(1);

  expect(checkRuns().map(({ name, status }) => [name, status])).toEqual([
    ["Connector guidelines", "completed"],
    ["Connector usability", "completed"],
  ]);
});

test("writes nothing for a delivery that comes twice", async () => {
  openPull();
  await runs(1);
  await github.webhooks.settle();
  github.forget();

  for (const delivery of github.webhooks.deliveries) await github.webhooks.send(delivery);
  await runs(2);
  await app.stop();

  expect(github.count().writes).toBe(0);
  expect(github.count().reads).toBeGreaterThan(0);
});

test("finishes after a restart what was queued before", async () => {
  github.fault({ path: /\/pulls\//, status: 502, times: 1 });
  openPull();
  await app.logged((line) => line.msg === "subject is tried again later");
  await app.kill();

  app = await start();
  await runs(1);

  expect(checkRuns().map(({ status }) => status)).toEqual(["completed", "completed"]);
});

test("asks again for deliveries that failed while it was down, once for each", async () => {
  await app.stop();
  openPull();
  shop.commit("feature", { "notes.md": "more" });
  shop.commit("feature", { "notes.md": "even more" });
  await github.webhooks.settle();
  const missed = github.webhooks.deliveries.filter(({ status }) => status === null).length;

  app = await start();
  await runs(1);
  await app.logged((line) => line.msg === "swept" && line["sweep"] === "failed-deliveries");
  await github.webhooks.settle();
  await app.stop();
  app = await start();
  await app.logged((line) => line.msg === "swept" && line["sweep"] === "failed-deliveries");

  expect(missed).toBeGreaterThanOrEqual(3);
  expect(github.webhooks.deliveries.filter(({ redelivery }) => redelivery)).toHaveLength(missed);
  expect(checkRuns().filter(({ status }) => status !== "completed")).toEqual([]);
});

test("logs deliveries and runs, and at no level a token, a payload or source text", async () => {
  await app.stop();
  app = await start({ LOG_LEVEL: "trace" });
  github.fault({ path: /check-runs/, method: "POST", status: 422, times: 1 });
  openPull();
  await runs(1);
  await app.stop();

  const lines = app.log.map((line) => JSON.stringify(line));
  const secrets = [/ghs_/, /BEGIN PRIVATE KEY/, /eyJ[\w-]+\./, new RegExp(github.webhooks.secret)];
  const source =
    connector
      .split("\n")
      .find((line) => line.includes("title:"))
      ?.trim() ?? "";

  expect(app.log).toContainEqual(
    expect.objectContaining({ msg: "delivery queued", delivery: expect.any(String) }),
  );
  expect(app.log).toContainEqual(
    expect.objectContaining({ msg: "subject reconciled", durationMs: expect.any(Number) }),
  );
  for (const secret of secrets) expect(lines.filter((line) => secret.test(line))).toEqual([]);
  expect(source.length).toBeGreaterThan(8);
  expect(lines.filter((line) => line.includes(source))).toEqual([]);
});
