import type { Redis } from "ioredis";
import { z } from "zod";

/** What is known of a key that has unanswered hints. */
const Entry = z.object({
  /** Another number with every hint. */
  hint: z.number(),
  /** Of the earliest unanswered hint, and of the latest; milliseconds since the epoch. */
  hintedAt: z.number(),
  latestAt: z.number(),
  failures: z.number(),
});
export type LedgerEntry = z.output<typeof Entry>;

const Dead = z.object({ reason: z.string(), failures: z.number(), diedAt: z.number() });
type DeadEntry = z.output<typeof Dead>;

/**
 * Which keys have unanswered hints, and which were given up. This is the truth; BullMQ's jobs only say whose turn it is.
 * A key in here without a job, which a process that ended at the wrong moment can leave behind, gets a new one.
 */
export interface RedisLedger {
  /** Null where there is no room. Else the keys whose turn is to come sooner than it was to be. */
  hint(keys: readonly string[], options: HintOptions): Promise<readonly string[] | null>;
  /** Makes hints of those keys that are dead; returns them. */
  revive(keys: readonly string[], now: number): Promise<readonly string[]>;
  read(key: string): Promise<LedgerEntry | null>;
  countFailure(key: string): Promise<void>;
  /** Forgets a key, unless there were hints after `hint`; true where there were. */
  finish(key: string, hint: number): Promise<boolean>;
  /** The same, and remembers the key as dead. */
  bury(key: string, hint: number, dead: DeadEntry): Promise<boolean>;
  keys(): AsyncIterable<readonly string[]>;
  size(): Promise<number>;
  dead(): Promise<readonly (DeadEntry & { readonly key: string })[]>;
  deadCount(): Promise<number>;
}

export interface HintOptions {
  readonly now: number;
  readonly capacity: number;
  readonly background: boolean;
}

const hintScript = `
  local now, capacity, mode = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
  local fresh = 0
  for i = 4, #ARGV do fresh = fresh + 1 - redis.call('HEXISTS', KEYS[1], ARGV[i]) end
  if mode ~= 'revive' and fresh > 0 and redis.call('HLEN', KEYS[1]) + fresh > capacity then return false end
  local answer = {}
  for i = 4, #ARGV do
    local key = ARGV[i]
    local dead = redis.call('HDEL', KEYS[2], key)
    if mode ~= 'revive' or dead == 1 then
      local text = redis.call('HGET', KEYS[1], key)
      local entry = text and cjson.decode(text) or { hintedAt = now, failures = 0, background = mode == 'background' }
      if mode == 'revive' or (entry.background and mode == 'hint') then table.insert(answer, key) end
      entry.background = entry.background and mode == 'background'
      entry.hint = redis.call('INCR', KEYS[3])
      entry.latestAt = now
      redis.call('HSET', KEYS[1], key, cjson.encode(entry))
    end
  end
  return answer
`;

const failScript = `
  local text = redis.call('HGET', KEYS[1], ARGV[1])
  if not text then return end
  local entry = cjson.decode(text)
  entry.failures = entry.failures + 1
  redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(entry))
`;

const finishScript = `
  local text = redis.call('HGET', KEYS[1], ARGV[1])
  if not text then return 0 end
  local entry = cjson.decode(text)
  if entry.hint == tonumber(ARGV[2]) then
    redis.call('HDEL', KEYS[1], ARGV[1])
    if ARGV[3] ~= '' then redis.call('HSET', KEYS[2], ARGV[1], ARGV[3]) end
    return 0
  end
  entry.failures, entry.hintedAt, entry.background = 0, entry.latestAt, false
  redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(entry))
  return 1
`;

export function createRedisLedger(redis: Redis, prefix: string): RedisLedger {
  const hints = `${prefix}:hints`;
  const dead = `${prefix}:dead`;
  const counter = `${prefix}:counter`;

  function run(script: string, ...parameters: readonly (string | number)[]): Promise<unknown> {
    return redis.eval(script, 3, hints, dead, counter, ...parameters);
  }

  return {
    async hint(keys, { now, capacity, background }) {
      const mode = background ? "background" : "hint";
      return (await run(hintScript, now, capacity, mode, ...new Set(keys))) as string[] | null;
    },
    async revive(keys, now) {
      return (await run(hintScript, now, 0, "revive", ...new Set(keys))) as string[];
    },
    async read(key) {
      const text = await redis.hget(hints, key);
      return text === null ? null : Entry.parse(JSON.parse(text));
    },
    async countFailure(key) {
      await run(failScript, key);
    },
    finish: async (key, hint) => (await run(finishScript, key, hint, "")) === 1,
    bury: async (key, hint, entry) => (await run(finishScript, key, hint, JSON.stringify(entry))) === 1,
    async *keys() {
      let cursor = "0";
      do {
        const [next, fields] = await redis.hscan(hints, cursor, "COUNT", 500);
        yield fields.filter((_field, index) => index % 2 === 0);
        cursor = next;
      } while (cursor !== "0");
    },
    size: () => redis.hlen(hints),
    async dead() {
      const entries = Object.entries(await redis.hgetall(dead));
      return entries.map(([key, text]) => ({ key, ...Dead.parse(JSON.parse(text)) }));
    },
    deadCount: () => redis.hlen(dead),
  };
}
