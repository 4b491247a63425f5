import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AppProcess, appEnvironment, runApp, startAppProcess } from "../support/app-process.ts";
import { type FakeGitHub, startFakeGitHub } from "../support/fake-github.ts";

let folder: string;
let github: FakeGitHub;
let app: AppProcess | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-app-"));
  github = await startFakeGitHub();
  app = null;
});

afterEach(async () => {
  await app?.kill();
  await github.close();
  await rm(folder, { recursive: true });
});

function environment(): Record<string, string> {
  return appEnvironment(github, join(folder, "queue.sqlite"));
}

test("names all missing and wrong variables, one line each, and exits with 2", async () => {
  const { code, stdout, stderr } = await runApp({ PORT: "many" });

  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr.trimEnd().split("\n")).toEqual([
    "connector-gate: APP_ID is missing: set it to the App ID on the settings page of the GitHub App",
    "connector-gate: PRIVATE_KEY is missing: set it, or PRIVATE_KEY_PATH, to the private key (.pem) of the GitHub App",
    "connector-gate: WEBHOOK_SECRET is missing: set it to the webhook secret of the GitHub App",
    "connector-gate: PORT must be a whole number from 0 to 65535",
  ]);
});

test("refuses to share its queue file with another process in one line", async () => {
  app = await startAppProcess(environment());

  const { code, stderr } = await runApp(environment());

  expect(code).toBe(2);
  expect(stderr).toMatch(/^connector-gate: the queue file \S+ is in use by another process; [^\n]+\n$/);
});

describe("while it runs", () => {
  beforeEach(async () => {
    app = await startAppProcess(environment());
  });

  test.each([
    ["/healthz", 200, "ok\n"],
    ["/readyz", 200, "ready\n"],
    ["/", 404, "there is nothing here\n"],
  ])("answers %s", async (path, status, text) => {
    const response = await fetch(`${app?.url}${path}`);

    expect([response.status, await response.text()]).toEqual([status, text]);
  });

  test("takes signed deliveries and refuses others", async () => {
    github.webhooks.target = app?.webhookUrl ?? null;
    const signed = await github.webhooks.send(
      github.webhooks.add("ping", { zen: "Keep it logically awesome." }),
    );
    github.webhooks.secret = "another secret";
    const forged = await github.webhooks.send(github.webhooks.add("ping", { zen: "Design for failure." }));

    expect([signed, forged]).toEqual([200, 401]);
  });

  test("stops cleanly when told to, though a client keeps its connection open", async () => {
    const { port } = new URL(app?.url ?? "");
    const idle = connect(Number(port), "127.0.0.1");
    idle.on("error", () => {});
    await new Promise((resolve) => idle.on("connect", resolve));
    await fetch(`${app?.url}/healthz`);

    expect(await app?.stop()).toBe(0);
    idle.destroy();
  });
});
