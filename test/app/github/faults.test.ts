import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCaller } from "../../../app/github/client.ts";
import { faultOf } from "../../../app/github/faults.ts";
import { api, callOf, clients, finishApi, startApi } from "../../support/github-api.ts";

const now = new Date("2026-01-05T10:00:00Z");
const inAMinute = String(now.getTime() / 1000 + 60);

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("faults of %s", (_, makeClient) => {
  async function fault(): Promise<unknown> {
    try {
      await callOf(makeClient())("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" });
    } catch (error) {
      return faultOf(error, now);
    }
    return "none";
  }

  test.each<[string, number, Record<string, string>, string, object]>([
    ["a server error", 500, {}, "", { kind: "temporary", status: 500, retryAfterMs: null }],
    ["a gateway", 502, {}, "", { kind: "temporary", status: 502, retryAfterMs: null }],
    [
      "maintenance",
      503,
      { "retry-after": "30" },
      "",
      { kind: "temporary", status: 503, retryAfterMs: 30_000 },
    ],
    [
      "a token that ran out",
      401,
      {},
      "Bad credentials",
      { kind: "temporary", status: 401, retryAfterMs: null },
    ],
    [
      "too many requests",
      429,
      { "retry-after": "5" },
      "",
      { kind: "temporary", status: 429, retryAfterMs: 5000 },
    ],
    [
      "a limit with a wait",
      403,
      { "retry-after": "5" },
      "",
      { kind: "temporary", status: 403, retryAfterMs: 5000 },
    ],
    [
      "the primary limit",
      403,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": inAMinute },
      "API rate limit exceeded",
      { kind: "temporary", status: 403, retryAfterMs: 60_000 },
    ],
    [
      "a secondary limit that names no time",
      403,
      {},
      "You have exceeded a secondary rate limit.",
      { kind: "temporary", status: 403, retryAfterMs: 60_000 },
    ],
    [
      "a missing permission",
      403,
      {},
      "Resource not accessible by integration",
      { kind: "denied", status: 403 },
    ],
    ["a repository that is gone", 404, {}, "Not Found", { kind: "missing", status: 404 }],
    ["one that was taken down", 451, {}, "", { kind: "missing", status: 451 }],
    ["a commit that vanished", 422, {}, "No commit found", { kind: "refused", status: 422 }],
  ])("%s", async (_name, status, headers, message, expected) => {
    api().get("/repos/acme/shop").reply(status, { message }, headers);

    expect(await fault()).toEqual(expected);
  });

  test("a connection that was cut", async () => {
    api()
      .get("/repos/acme/shop")
      .replyWithError(Object.assign(new Error("reset"), { code: "ECONNRESET" }));

    expect(await fault()).toMatchObject({ kind: "temporary", retryAfterMs: null });
  });
});

test("our own mistakes are none", () => {
  expect(faultOf(new TypeError("x is not a function"), now)).toBeNull();
  expect(faultOf("a text", now)).toBeNull();
});

test("requests are counted, and none is sent once the work is over", async () => {
  const ending = new AbortController();
  const [, makeClient] = clients[0]!;
  const caller = createCaller(makeClient(), ending.signal);
  const names = { owner: "acme", repo: "shop" };
  api().get("/repos/acme/shop").reply(200, {});
  api().post("/repos/acme/shop/issues", { title: "x" }).reply(201, {});

  await caller.call("GET /repos/{owner}/{repo}", names);
  await caller.call("POST /repos/{owner}/{repo}/issues", { ...names, title: "x" });
  ending.abort();

  await expect(caller.call("GET /repos/{owner}/{repo}", names)).rejects.toMatchObject({ name: "AbortError" });
  expect(caller.counts()).toEqual({ reads: 1, writes: 1 });
});
