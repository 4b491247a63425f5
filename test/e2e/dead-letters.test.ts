import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteQueue } from "../../app/queue/sqlite-queue.ts";
import { runApp } from "../support/app-process.ts";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-dead-"));
  path = join(folder, "queue.sqlite");
});

afterEach(() => rm(folder, { recursive: true }));

function command(...args: readonly string[]) {
  return runApp({ QUEUE_PATH: path }, "app/dead-letters.ts", args);
}

test("lists dead letters and brings them back while the app runs", async () => {
  const queue = openSqliteQueue({ path });
  await queue.add(["pr:1:acme/shop#1", "pr:1:acme/shop#2"]);
  await (await queue.take())?.bury("GitHub answered 500");
  await (await queue.take())?.bury("GitHub answered 502");

  const listed = await command();
  const one = await command("requeue", "pr:1:acme/shop#2");
  const all = await command("requeue", "--all");

  expect(listed.stdout).toMatch(/^\S+Z  pr:1:acme\/shop#\d  1 failures  GitHub answered 50\d\n/);
  expect(listed.stdout).toMatch(/\n2 dead letters\n$/);
  expect([one.stdout, all.stdout]).toEqual(["1 re-queued\n", "1 re-queued\n"]);
  expect(await queue.stats()).toEqual({ waiting: 2, running: 0, dead: 0 });
  await queue.close();
});

test.each([
  [
    "without a queue",
    ["list"],
    /^dead-letters: there is no queue file \S+; set QUEUE_PATH or REDIS_URL as for the app\n$/,
  ],
  ["with unknown arguments", ["delete"], /^dead-letters: unknown arguments\ndead-letters: Usage: /],
])("says in one line what is wrong %s", async (_what, args, message) => {
  const { code, stderr } = await command(...args);

  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
