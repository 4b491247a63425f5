import { setTimeout as pause } from "node:timers/promises";

/** Waits for some work, but no longer than `ms`. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const timeout = pause(ms, undefined, { signal: done.signal }).catch(() => {});
  await Promise.race([work, timeout]);
  done.abort();
}
