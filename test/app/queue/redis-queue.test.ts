import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRedisQueue } from "../../../app/queue/redis-queue.ts";
import { hasRedis, type RedisServer, startRedis } from "../../support/redis.ts";
import { keepsTheQueueContract } from "./queue-contract.ts";

describe.skipIf(!hasRedis())("the queue on Redis (skipped where redis-server is not installed)", () => {
  let redis: RedisServer;
  let count = 0;

  beforeAll(async () => {
    redis = await startRedis();
  });

  afterAll(() => redis.stop());

  keepsTheQueueContract(async () => {
    const prefix = `{test-${count++}}`;
    return {
      open: (options) => openRedisQueue({ url: redis.url, prefix, lockMs: 300, checkMs: 100, ...options }),
      cleanUp: async () => {},
    };
  });

  test("gives a turn to one of the processes that ask, until it is over", async () => {
    const prefix = `{test-${count++}}`;
    const queues = await Promise.all([1, 2, 3].map(() => openRedisQueue({ url: redis.url, prefix })));

    const turns = await Promise.all(queues.map((queue) => queue.turn("sweep", 60_000)));
    const other = await queues[0]?.turn("another", 1);

    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(other).toBe(true);
    await Promise.all(queues.map((queue) => queue.close()));
  });
});

test("says in one line that Redis cannot be used, and keeps the password to itself", async () => {
  const opened = openRedisQueue({ url: "redis://:hunter2@127.0.0.1:1" });

  await expect(opened).rejects.toThrow(
    /^Redis at 127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\); check REDIS_URL$/,
  );
});
