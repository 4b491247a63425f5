import { expect, test } from "vitest";
import { type ChaosOptions, runChaos } from "../support/chaos/chaos.ts";
import { hasRedis } from "../support/redis.ts";

const small: ChaosOptions = {
  seed: 7,
  pulls: 6,
  owners: 3,
  pushes: 10,
  deliveries: 150,
  faults: 0.05,
  kills: 2,
  processes: 1,
  log: () => {},
};

const minutes = 60_000;

test(
  "ends as after one clean run, whatever is doubled, delayed, failing or killed",
  { timeout: 3 * minutes },
  async () => {
    const result = await runChaos(small);

    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ sent: 150, kills: 2, unfinished: 0 });
  },
);

test.skipIf(!hasRedis())(
  "does so with three processes on Redis, one killed (skipped where redis-server is not installed)",
  { timeout: 3 * minutes },
  async () => {
    const result = await runChaos({ ...small, processes: 3, kills: 1 });

    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ sent: 150, kills: 1, unfinished: 0 });
  },
);
