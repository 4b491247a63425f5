import { isConflict, isPassing, retryAfter } from "./failures.ts";

export type Wait = (milliseconds: number) => Promise<void>;

/** Between tries, in milliseconds; a run that waits longer than people do only hides that GitHub is down. */
const pauses: readonly number[] = [1000, 4000, 10_000];

/**
 * Does some work again from its beginning after a passing fault, or where somebody else wrote in the same moment. The
 * work has to look at what is there before it writes.
 */
export async function persist<T>(work: () => Promise<T>, wait: Wait): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pause = pauses[attempt];
      if (pause === undefined || !(isPassing(error) || isConflict(error))) throw error;
      await wait(Math.max(pause, retryAfter(error)));
    }
  }
}
