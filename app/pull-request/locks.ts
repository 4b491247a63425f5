/** Lets pieces of work with the same name run one after the other. */
export interface Locks {
  hold<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

export function createLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    async hold(name, work) {
      const before = last.get(name) ?? Promise.resolve();
      // How the one before ended is not this one's business.
      const running = before.then(work, work);
      last.set(name, running);
      try {
        return await running;
      } finally {
        if (last.get(name) === running) last.delete(name);
      }
    },
  };
}
