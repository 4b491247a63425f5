import { createPace, type Pace, type Rate } from "../github/pace.ts";
import { createLocks, type Locks } from "../pull-request/locks.ts";

/** What all that work on subjects agree on, in one process or in several. Nothing of it outlives them for long. */
export interface Coordination extends Locks {
  /** Nobody is to ask anything of GitHub for a group, at least for `ms`. */
  hush(group: string, ms: number): Promise<void>;
  /** For how much longer, in milliseconds; 0 where nobody said so. */
  hushedMs(group: string): Promise<number>;
  /** A pace that all of them keep together; `name` tells it from other paces. */
  paceOf(name: string, rate: Rate): Pace;
  close(): Promise<void>;
}

/** Forgets what is over beyond this many groups. */
const maxHushed = 2000;

/** The agreement of one process with itself. */
export function createLocalCoordination(now: () => number = Date.now): Coordination {
  const locks = createLocks();
  const hushed = new Map<string, number>();

  return {
    hold: (name, work, signal) => locks.hold(name, work, signal),
    async hush(group, ms) {
      if (hushed.size > maxHushed) {
        for (const [other, until] of hushed) if (until <= now()) hushed.delete(other);
      }
      hushed.set(group, Math.max(hushed.get(group) ?? 0, now() + ms));
    },
    hushedMs: async (group) => Math.max(0, (hushed.get(group) ?? 0) - now()),
    paceOf: (_name, rate) => createPace(rate),
    async close() {},
  };
}
