import nock from "nock";
import { ProbotOctokit } from "probot";
import { afterEach, beforeEach, expect, test } from "vitest";
import { graphql } from "../../../app/github/graphql.ts";
import { callOf, finishApi, startApi } from "../../support/github-api.ts";

beforeEach(startApi);
afterEach(finishApi);

function client(baseUrl: string) {
  return new ProbotOctokit({ baseUrl, retry: { enabled: false }, throttle: { enabled: false } });
}

test.each([
  ["on github.com", "https://api.github.com", "https://api.github.com", "/graphql"],
  ["on GitHub Enterprise Server", "https://ghe.test/api/v3", "https://ghe.test", "/api/graphql"],
])("is asked where it is, %s", async (_where, baseUrl, host, path) => {
  nock(host)
    .post(path, { query: "query { a }", variables: { id: 1 } })
    .reply(200, { data: { a: 1 } });

  expect(await graphql(callOf(client(baseUrl)), "query { a }", { id: 1 })).toEqual({ a: 1 });
});

test.each([
  ["refuses", { data: { a: null }, errors: [{ type: "FORBIDDEN" }] }],
  ["says nothing", { data: null }],
  ["says what nobody expects", "hello"],
])("gives nothing where it %s", async (_what, answer) => {
  nock("https://api.github.com").post("/graphql").reply(200, JSON.stringify(answer));

  expect(await graphql(callOf(client("https://api.github.com")), "query { a }", {})).toBeNull();
});
