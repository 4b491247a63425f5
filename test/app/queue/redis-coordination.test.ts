import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRedisCoordination } from "../../../app/queue/redis-coordination.ts";
import { hasRedis, type RedisServer, startRedis } from "../../support/redis.ts";
import { keepsTheCoordinationContract } from "./coordination-contract.ts";

/** Whether a turn comes at once; one that has to wait is given up, though it keeps its place. */
async function isFree(turn: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const giveUp = new AbortController();
  const asked = turn(giveUp.signal).then(
    () => true,
    () => false,
  );
  setTimeout(() => giveUp.abort(), 100);
  return asked;
}

describe.skipIf(!hasRedis())(
  "the coordination on Redis (skipped where redis-server is not installed)",
  () => {
    let redis: RedisServer;
    let count = 0;

    beforeAll(async () => {
      redis = await startRedis();
    });

    afterAll(() => redis.stop());

    function open(prefix: string, lockMs = 5000) {
      return openRedisCoordination({ url: redis.url, prefix, lockMs });
    }

    keepsTheCoordinationContract(async () => {
      const prefix = `{test-${count++}}`;
      return [await open(prefix), await open(prefix)];
    });

    test("keeps a lock for as long as the work takes", async () => {
      const prefix = `{test-${count++}}`;
      const [one, other] = [await open(prefix, 900), await open(prefix, 900)];
      const steps: string[] = [];
      const begun = Promise.withResolvers<void>();

      const first = one.hold("a", async () => {
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 1400));
        steps.push("first");
      });
      await begun.promise;
      await other.hold("a", async () => steps.push("second"));
      await first;

      expect(steps).toEqual(["first", "second"]);
      await Promise.all([one.close(), other.close()]);
    });

    test("gives up the lock of a process that ended", async () => {
      const prefix = `{test-${count++}}`;
      const [one, other] = [await open(prefix, 100), await open(prefix, 100)];
      const begun = Promise.withResolvers<void>();
      void one.hold("a", async () => {
        begun.resolve();
        await new Promise(() => {});
      });
      await begun.promise;
      await one.close();

      await expect(other.hold("a", async () => "mine")).resolves.toBe("mine");
      await other.close();
    });

    test("has all processes keep one pace", async () => {
      const prefix = `{test-${count++}}`;
      const [one, other] = [await open(prefix), await open(prefix)];
      const rate = { burst: 2, perSecond: 0.1 };
      const [mine, theirs] = [one.paceOf("writes", rate), other.paceOf("writes", rate)];

      const free = [
        await isFree((signal) => mine.turn("7", signal)),
        await isFree((signal) => theirs.turn("7", signal)),
        await isFree((signal) => mine.turn("7", signal)),
        await isFree((signal) => theirs.turn("8", signal)),
        await isFree((signal) => one.paceOf("notifications", rate).turn("7", signal)),
      ];

      expect(free).toEqual([true, true, false, true, true]);
      await Promise.all([one.close(), other.close()]);
    });
  },
);

test.skipIf(!hasRedis())("goes on by itself where Redis is away", async () => {
  const redis = await startRedis();
  const errors: unknown[] = [];
  const alone = await openRedisCoordination({ url: redis.url, onError: (error) => errors.push(error) });
  await redis.stop();

  await alone.hush("7", 60_000);
  await alone.paceOf("writes", { burst: 1, perSecond: 1 }).turn("7");

  expect(await alone.hold("a", async () => "done")).toBe("done");
  expect(await alone.hushedMs("7")).toBeGreaterThan(0);
  expect(errors).not.toEqual([]);
  await alone.close();
});
