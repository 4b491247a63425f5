import { describe, expect, test } from "vitest";

import {
  explainFailure,
  isAppToken,
  isConflict,
  isPassing,
  retryAfter,
} from "../../../action/submission/failures.ts";
import { UserError } from "../../../action/user-error.ts";

interface Case {
  readonly status: number;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  readonly path?: string;
  readonly about?: string;
}

function failure(given: Case): Error {
  const { status, method = "POST", headers = {}, message = "Forbidden" } = given;
  const request = { method, url: `https://api.github.com${given.path ?? "/repos/programme/listings/pulls"}` };
  const data = { message, documentation_url: given.about ?? "https://docs.github.com/rest/pulls" };
  return Object.assign(new Error(message), { status, request, response: { headers, data } });
}

function explain(given: Case, token = "github_pat_x"): string {
  const use = {
    input: "listings-token",
    token,
    repository: "programme/listings",
    needs: "Contents and Pull requests: read and write",
  };
  const explained = explainFailure(failure(given), use);
  expect(explained).toBeInstanceOf(UserError);
  return (explained as Error).message;
}

describe("a token that is not enough is explained:", () => {
  test.each([
    [
      "expired or revoked",
      { status: 401 },
      /does not know the token of listings-token: it has expired, was revoked or is cut off\. Make a new one \(Contents and Pull requests/,
    ],
    [
      "without a permission",
      { status: 403, headers: { "x-accepted-github-permissions": "pull_requests=write" } },
      /lacks pull_requests=write on programme\/listings\. Give it Contents .* an owner must have approved it/,
    ],
    [
      "not told which",
      { status: 403 },
      /may not do POST \/repos\/programme\/listings\/pulls on programme\/listings/,
    ],
    ["hidden on a write", { status: 404 }, /may not do POST/],
    [
      "not for this repository",
      { status: 404, method: "GET" },
      /can't see programme\/listings: check the name; a fine-grained token must have the repository selected and be approved by its organisation/,
    ],
    [
      "for single sign-on",
      {
        status: 403,
        headers: {
          "x-github-sso": "required; url=https://github.com/orgs/programme/sso?authorization_request=A",
        },
      },
      /authorise the token of listings-token for it at https:\/\/github\.com\/orgs\/programme\/sso\?authorization_request=A/,
    ],
    [
      "used up",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1764000000" } },
      /rate limit for this token is used up until 2025-11-24T16:00:00\.000Z/,
    ],
    ["to wait", { status: 429, headers: { "retry-after": "120" } }, /asks to wait 120 seconds/],
    [
      "while GitHub is down",
      { status: 502, message: "Bad\nGateway" },
      /could not be reached or failed \(Bad Gateway\)\. What was begun is completed by running this again/,
    ],
    [
      "against a rule",
      { status: 422, message: "Validation Failed" },
      /refused POST .* \(422: Validation Failed\)\. Run this again; if it stays, check the rules of programme\/listings/,
    ],
    [
      "against a rule of a fork's branch",
      { status: 422, message: "Cannot force-push", path: "/repos/ann/listings/git/refs/heads/submit/x" },
      /\(422: Cannot force-push\)\. .* check the rules of ann\/listings, such as those for its branches\./,
    ],
    [
      "by an organisation's policy",
      { status: 403, message: "`programme` forbids access via a personal access token (classic)." },
      /GitHub says: "`programme` forbids access via a personal access token \(classic\)\."/,
    ],
    [
      "to make a fork",
      {
        status: 403,
        message: "Resource not accessible by personal access token",
        path: "/repos/programme/listings/forks",
      },
      /may not push to programme\/listings, nor make a fork of it: ask the programme for write access, or use a classic token .*\. GitHub says: "Resource .*"\./,
    ],
    [
      "to slow down, without a time",
      { status: 403, about: "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api" },
      /^GitHub asks to slow down: run this again in a few minutes\.$/,
    ],
    ["too often", { status: 429 }, /^GitHub asks to slow down/],
  ] as const)("%s", (_, given, expected) => {
    const message = explain(given);

    expect(message).toMatch(expected);
    expect(message).not.toContain("\n");
  });

  test("a classic token by its scopes", () => {
    expect(
      explain({ status: 404, headers: { "x-accepted-oauth-scopes": "public_repo, repo" } }, "ghp_x"),
    ).toMatch(
      /lacks public_repo, repo on programme\/listings\. A classic token needs the scope `public_repo`/,
    );
  });

  test.each(["gho_x", "0123456789".repeat(4)])("%s by its scopes too", (token) => {
    const headers = { "x-accepted-oauth-scopes": "repo", "x-accepted-github-permissions": "contents=write" };

    expect(explain({ status: 403, headers }, token)).toMatch(/lacks repo on programme\/listings\./);
  });

  test("without what GitHub's words could do to a log", () => {
    const message = explain({ status: 403, message: `x\n::error::boo \u001b[31m ${"y".repeat(500)}` });

    expect(message).not.toContain("\n");
    expect(message).not.toContain("\u001b");
    expect(message.length).toBeLessThan(600);
  });

  test("the workflow's own token by what it reaches", () => {
    expect(explain({ status: 403 }, "ghs_x")).toMatch(
      /The workflow's own token reaches only its own repository/,
    );
  });

  test("with the request's number for GitHub's support, and never with the token", () => {
    const message = explain({ status: 401, headers: { "x-github-request-id": "AB:12" } }, "github_pat_0123");

    expect(message).toMatch(/ \(Request AB:12\.\)$/);
    expect(message).not.toContain("0123");
  });

  test("but not what is no answer of GitHub's", () => {
    const defect = new TypeError("x is undefined");

    expect(explainFailure(defect, { input: "", token: "", repository: "", needs: "" })).toBe(defect);
  });
});

test.each([
  [{ status: 500 }, true, false],
  [{ status: 403, headers: { "retry-after": "5" } }, true, false],
  [{ status: 403, headers: { "retry-after": "600" } }, false, false],
  [{ status: 403 }, false, false],
  [{ status: 422 }, false, true],
  [{ status: 409 }, false, true],
  [{ status: 422, method: "GET" }, false, false],
])("%j is passing: %s, a conflict: %s", (given, passing, conflict) => {
  expect([isPassing(failure(given)), isConflict(failure(given))]).toEqual([passing, conflict]);
});

test("the time to wait is GitHub's", () => {
  expect(retryAfter(failure({ status: 429, headers: { "retry-after": "7" } }))).toBe(7000);
  expect(retryAfter(new Error("no"))).toBe(0);
});

test("app tokens are known by their prefix", () => {
  expect([isAppToken("ghs_1"), isAppToken("ghp_1")]).toEqual([true, false]);
});
