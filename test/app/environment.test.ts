import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Environment, readEnvironment } from "../../app/environment.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pkcs1 = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const pkcs8 = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const complete: Environment = { APP_ID: "12345", PRIVATE_KEY: pkcs1, WEBHOOK_SECRET: "It's a secret" };

function noFiles(path: string): string {
  throw new Error(`no file ${path}`);
}

function settingsOf(env: Environment, readFile = noFiles) {
  const result = readEnvironment(env, readFile);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.settings;
}

function problemsOf(env: Environment, readFile = noFiles): readonly string[] {
  const result = readEnvironment(env, readFile);
  return result.ok ? [] : result.problems;
}

test("needs three variables and has defaults for the rest", () => {
  expect(settingsOf(complete)).toMatchObject({
    appId: 12_345,
    privateKey: pkcs8,
    webhookSecret: "It's a secret",
    webhookPath: "/api/github/webhooks",
    host: "localhost",
    port: 3000,
    baseUrl: null,
    logLevel: "info",
    redisUrl: null,
    queueLockMs: 30_000,
    resyncMs: 86_400_000,
    clocksMs: 1_800_000,
    queuePath: "queue.sqlite",
    concurrency: 32,
  });
});

test.each([
  ["as it was downloaded", pkcs1],
  ["as PKCS #8", pkcs8],
  ["with escaped line breaks", pkcs1.replaceAll("\n", String.raw`\n`)],
  ["as base64", Buffer.from(pkcs1).toString("base64")],
  ["with space around it", `\n  ${pkcs1}\n\n`],
])("reads the private key %s", (_how, key) => {
  expect(settingsOf({ ...complete, PRIVATE_KEY: key }).privateKey).toBe(pkcs8);
});

test("reads the private key from a file", () => {
  const { PRIVATE_KEY: _, ...rest } = complete;

  const settings = settingsOf({ ...rest, PRIVATE_KEY_PATH: "app.pem" }, (path) =>
    path === "app.pem" ? pkcs1 : "",
  );

  expect(settings.privateKey).toBe(pkcs8);
});

test.each([
  ["another GitHub", { GHE_HOST: "github.example.com" }, "https://github.example.com/api/v3"],
  [
    "another GitHub without TLS",
    { GHE_HOST: "127.0.0.1:4000", GHE_PROTOCOL: "http" },
    "http://127.0.0.1:4000/api/v3",
  ],
  ["an empty host", { GHE_HOST: "  " }, null],
])("finds the API of %s", (_which, env, baseUrl) => {
  expect(settingsOf({ ...complete, ...env }).baseUrl).toBe(baseUrl);
});

describe("says in one line each what is wrong", () => {
  test("with all that is missing at once", () => {
    expect(problemsOf({ APP_ID: "", PORT: "http" })).toEqual([
      "APP_ID is missing: set it to the App ID on the settings page of the GitHub App",
      "PRIVATE_KEY is missing: set it, or PRIVATE_KEY_PATH, to the private key (.pem) of the GitHub App",
      "WEBHOOK_SECRET is missing: set it to the webhook secret of the GitHub App",
      "PORT must be a whole number from 0 to 65535",
    ]);
  });

  test.each<[string, Environment, string]>([
    [
      "a client id for an app id",
      { APP_ID: "Iv1.8a61f9b3a7aba766" },
      "APP_ID must be the numeric App ID on the settings page of the GitHub App",
    ],
    [
      "a public key",
      { PRIVATE_KEY: "-----BEGIN PUBLIC KEY-----" },
      "PRIVATE_KEY is not a private key in PEM form: copy the whole .pem file of the GitHub App",
    ],
    ["a port out of range", { PORT: "70000" }, "PORT must be a whole number from 0 to 65535"],
    [
      "a URL for a host",
      { GHE_HOST: "https://github.example.com/" },
      "GHE_HOST must be a host name without protocol or path, such as github.example.com",
    ],
    ["an unknown protocol", { GHE_PROTOCOL: "ftp" }, "GHE_PROTOCOL must be https or http"],
    [
      "an unknown level",
      { LOG_LEVEL: "verbose" },
      "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent",
    ],
    ["no workers", { WORKER_CONCURRENCY: "0" }, "WORKER_CONCURRENCY must be a whole number from 1 to 100"],
    [
      "a relative webhook path",
      { WEBHOOK_PATH: "webhooks" },
      "WEBHOOK_PATH must be a path such as /api/github/webhooks",
    ],
  ])("for %s", (_what, env, problem) => {
    expect(problemsOf({ ...complete, ...env })).toEqual([problem]);
  });

  test("for a key file that cannot be read", () => {
    const { PRIVATE_KEY: _, ...rest } = complete;

    expect(problemsOf({ ...rest, PRIVATE_KEY_PATH: "/keys/app.pem" })).toEqual([
      "PRIVATE_KEY_PATH names /keys/app.pem, which cannot be read: check the path and its permissions",
    ]);
  });

  test("for a key file that holds no key", () => {
    const { PRIVATE_KEY: _, ...rest } = complete;

    expect(problemsOf({ ...rest, PRIVATE_KEY_PATH: "app.pem" }, () => "hello")).toEqual([
      "PRIVATE_KEY_PATH (app.pem) is not a private key in PEM form: copy the whole .pem file of the GitHub App",
    ]);
  });

  test("without repeating a secret", () => {
    const problems = problemsOf({ ...complete, PRIVATE_KEY: "hunter2", APP_ID: "hunter3" }).join("\n");

    expect(problems).not.toMatch(/hunter/);
  });
});
