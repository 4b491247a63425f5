import { Script } from "node:vm";

const key = Symbol.for("connector-gate.bounded-work");
const script = new Script(`globalThis[Symbol.for("connector-gate.bounded-work")]()`);

export type Bounded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/**
 * Does synchronous work, stopping it after some time wherever it is. What was stopped may have left anything that it
 * uses half done, so use none of it again.
 */
export function withinTime<T>(milliseconds: number, work: () => T): Bounded<T> {
  const slot = globalThis as { [key]?: () => void };
  let result: Bounded<T> = { ok: false };
  slot[key] = () => {
    result = { ok: true, value: work() };
  };
  try {
    // Only code that is run this way can be stopped from the outside without a thread of its own.
    script.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return { ok: false };
  } finally {
    delete slot[key];
  }
  return result;
}
