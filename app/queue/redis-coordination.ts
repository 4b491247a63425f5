import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Pace, Rate } from "../github/pace.ts";
import { type Coordination, createLocalCoordination } from "./coordination.ts";
import { connectPrompt } from "./redis-connection.ts";

export interface RedisCoordinationOptions {
  readonly url: string;
  /** What the names of all keys in Redis begin with. */
  readonly prefix?: string;
  /** How long a lock holds without a sign of life from its process. */
  readonly lockMs?: number;
  /** Told of what goes wrong, where the work goes on without the others. */
  readonly onError?: (error: unknown) => void;
}

/** How often a lock that somebody else holds is asked for. */
const lockPollMs = 50;

const renewScript =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";
const releaseScript =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
const hushScript =
  "if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '', 'PX', ARGV[1]) end";

/** The bucket of `createPace`, by the clock of Redis; answers how many milliseconds to wait. */
const turnScript = `
  local burst, perMs = tonumber(ARGV[1]), tonumber(ARGV[2]) / 1000
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local known = redis.call('HMGET', KEYS[1], 'tokens', 'at')
  local tokens = math.min(burst, (tonumber(known[1]) or burst) + (now - (tonumber(known[2]) or now)) * perMs) - 1
  redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now)
  redis.call('PEXPIRE', KEYS[1], math.ceil((burst - tokens) / perMs) + 1000)
  return tokens >= 0 and 0 or math.ceil(-tokens / perMs)
`;

/**
 * The agreement of several processes. Where Redis does not answer, each process goes on by itself: two may then work on
 * the same pull request, or ask GitHub too soon, and what comes of that is made good by the next look.
 */
export async function openRedisCoordination(options: RedisCoordinationOptions): Promise<Coordination> {
  const { url, prefix = "{connector-gate}", lockMs = 30_000, onError = () => {} } = options;
  const redis = await connectPrompt(url, onError);
  const local = createLocalCoordination();

  async function orElse<Result>(request: () => Promise<Result>, otherwise: () => Result): Promise<Result> {
    try {
      return await request();
    } catch (error) {
      onError(error);
      return otherwise();
    }
  }

  async function acquire(key: string, token: string, signal: AbortSignal | undefined): Promise<void> {
    const ask = () => redis.set(key, token, "PX", lockMs, "NX");
    while ((await orElse<string | null>(ask, () => "without")) === null) {
      await pause(lockPollMs * (1 + Math.random()), undefined, signal ? { signal } : {});
    }
  }

  async function holdEverywhere<Result>(
    name: string,
    work: () => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const key = `${prefix}:lock:${name}`;
    const token = randomUUID();
    await acquire(key, token, signal);
    const renewing = setInterval(
      () => void redis.eval(renewScript, 1, key, token, lockMs).catch(onError),
      lockMs / 3,
    ).unref();
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      clearInterval(renewing);
      await redis.eval(releaseScript, 1, key, token).catch(onError);
    }
  }

  function paceOf(name: string, rate: Rate): Pace {
    const own = local.paceOf(name, rate);
    return {
      async turn(key, signal) {
        const bucket = `${prefix}:pace:${name}:${key}`;
        const ask = () => redis.eval(turnScript, 1, bucket, rate.burst, rate.perSecond) as Promise<number>;
        const waitMs = await orElse<number | null>(ask, () => null);
        if (waitMs === null) return own.turn(key, signal);
        if (waitMs > 0) await pause(waitMs, undefined, signal ? { signal } : {});
      },
    };
  }

  return {
    // Those of the same process wait in order, and only the first of them asks the others.
    hold: (name, work, signal) => local.hold(name, () => holdEverywhere(name, work, signal)),
    async hush(group, ms) {
      await local.hush(group, ms);
      if (ms < 1) return;
      await orElse<unknown>(
        () => redis.eval(hushScript, 1, `${prefix}:hushed:${group}`, Math.ceil(ms)),
        () => null,
      );
    },
    async hushedMs(group) {
      const everywhere = await orElse<number>(
        () => redis.pttl(`${prefix}:hushed:${group}`),
        () => 0,
      );
      return Math.max(everywhere, await local.hushedMs(group));
    },
    paceOf,
    async close() {
      redis.disconnect();
    },
  };
}
