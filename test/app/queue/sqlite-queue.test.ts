import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteQueue } from "../../../app/queue/sqlite-queue.ts";
import { UserError } from "../../../app/user-error.ts";
import { keepsTheQueueContract } from "./queue-contract.ts";

describe("the queue in a SQLite file", () => {
  keepsTheQueueContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), "gate-queue-"));
    return {
      open: async (options) =>
        openSqliteQueue({ path: join(folder, "queue.sqlite"), pollMs: 20, ...options }),
      cleanUp: () => rm(folder, { recursive: true }),
    };
  });
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gate-queue-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("refuses a second worker on the same file in one line", async () => {
  const path = join(folder, "queue.sqlite");
  const queue = openSqliteQueue({ path });

  expect(() => openSqliteQueue({ path })).toThrow(
    new UserError(
      `the queue file ${path} is in use by another process; stop that one, or give this one its own`,
    ),
  );

  await queue.close();
});

test("lets a visitor re-queue dead letters while a worker waits", async () => {
  const path = join(folder, "queue.sqlite");
  const worker = openSqliteQueue({ path, pollMs: 5 });
  await worker.add(["a"]);
  await (await worker.take())?.bury("broken");
  const waiting = worker.take(new AbortController().signal);

  const visitor = openSqliteQueue({ path, role: "visitor" });
  const count = await visitor.requeue();
  await visitor.close();

  expect(count).toBe(1);
  expect((await waiting)?.key).toBe("a");
  await worker.close();
});

test("says which file cannot be used and why", async () => {
  const path = join(folder, "notes.txt");
  await writeFile(path, "these are notes and not a database, whatever its name says ".repeat(20));

  expect(() => openSqliteQueue({ path })).toThrow(
    `the queue file ${path} cannot be opened: file is not a database`,
  );
});
