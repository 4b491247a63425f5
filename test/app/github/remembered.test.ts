import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCaller } from "../../../app/github/client.ts";
import { createAnswerMemory } from "../../../app/github/remembered.ts";
import { api, clients, finishApi, startApi } from "../../support/github-api.ts";

const often = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
const names = { owner: "acme", repo: "shop" };

beforeEach(startApi);
afterEach(finishApi);

describe.each(clients)("conditional requests of %s", (_, makeClient) => {
  const caller = () => {
    const { signal } = new AbortController();
    return createCaller(makeClient(), signal, createAnswerMemory(10));
  };

  test("ask with the ETag of the answer before, and give that answer where nothing changed", async () => {
    const asking = caller();
    api().get("/repos/acme/shop/pulls/5").reply(200, { number: 5, title: "old" }, { etag: 'W/"1"' });
    api().get("/repos/acme/shop/pulls/5").matchHeader("if-none-match", 'W/"1"').reply(304);
    api()
      .get("/repos/acme/shop/pulls/5")
      .matchHeader("if-none-match", 'W/"1"')
      .reply(200, { number: 5, title: "new" }, { etag: 'W/"2"' });

    const titles: string[] = [];
    for (let time = 0; time < 3; time++)
      titles.push((await asking.call(often, { ...names, pull_number: 5 })).data.title);

    expect(titles).toEqual(["old", "old", "new"]);
    expect(asking.counts()).toEqual({ reads: 3, writes: 0 });
  });

  test("do not mix up what was asked", async () => {
    const asking = caller();
    api().get("/repos/acme/shop/pulls/5").reply(200, { number: 5 }, { etag: 'W/"1"' });
    api({ badheaders: ["if-none-match"] })
      .get("/repos/acme/shop/pulls/6")
      .reply(200, { number: 6 });

    await asking.call(often, { ...names, pull_number: 5 });

    expect((await asking.call(often, { ...names, pull_number: 6 })).data.number).toBe(6);
  });

  test("pass on every other refusal", async () => {
    const asking = caller();
    api().get("/repos/acme/shop/pulls/5").reply(502, {});

    await expect(asking.call(often, { ...names, pull_number: 5 })).rejects.toMatchObject({ status: 502 });
  });
});

test("the memory keeps what was used last, and nothing large", () => {
  const memory = createAnswerMemory(2);
  const answer = { etag: "e", response: "r" };
  memory.set("a", answer);
  memory.set("b", answer);
  memory.get("a");
  memory.set("c", answer);
  memory.set("d", { etag: "e", response: "x".repeat(100_000) });

  expect(["a", "b", "c", "d"].filter((key) => memory.get(key))).toEqual(["a", "c"]);
});

test("the memory is bounded in characters too, and forgets what an answer replaced", () => {
  const memory = createAnswerMemory(10, 20);
  const answer = (length: number) => ({ etag: "e", response: "x".repeat(length - 2) });
  for (let time = 0; time < 5; time++) memory.set("a", answer(10));
  memory.set("b", answer(10));
  const both = [memory.get("a"), memory.get("b")];
  memory.set("c", answer(5));

  expect(both).not.toContain(undefined);
  expect(memory.get("a")).toBeUndefined();
  expect([memory.get("b"), memory.get("c")]).not.toContain(undefined);
});
