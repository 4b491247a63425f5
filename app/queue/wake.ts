/** Lets waiters sleep until there is news, a time has passed, or they are told to stop: whatever comes first. */
export interface Wake {
  wait(ms: number, signal: AbortSignal): Promise<void>;
  wakeAll(): void;
}

export function createWake(): Wake {
  const sleepers = new Set<() => void>();
  return {
    wait(ms, signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        function wakeUp(): void {
          clearTimeout(timer);
          signal.removeEventListener("abort", wakeUp);
          sleepers.delete(wakeUp);
          resolve();
        }
        const timer = setTimeout(wakeUp, ms);
        signal.addEventListener("abort", wakeUp);
        sleepers.add(wakeUp);
      });
    },
    wakeAll() {
      for (const wakeUp of sleepers) wakeUp();
    },
  };
}
