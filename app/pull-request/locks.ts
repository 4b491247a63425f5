/** Lets pieces of work with the same name run one after the other. */
export interface Locks {
  /** The signal ends the waiting for others; what the work does with it is its own business. */
  hold<Result>(name: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export function createLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    async hold(name, work, signal) {
      const before = last.get(name) ?? Promise.resolve();
      async function start() {
        signal?.throwIfAborted();
        return work();
      }
      // How the one before ended is not this one's business.
      const running = before.then(start, start);
      last.set(name, running);
      try {
        return await running;
      } finally {
        if (last.get(name) === running) last.delete(name);
      }
    },
  };
}
