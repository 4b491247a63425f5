/** Asks a source that may take long to answer, for askers that may lose patience, without losing what it gives. */
export interface PatientFetch<Item> {
  /** Without a signal, looks once. With one, waits until there is something, or until it is aborted or closed (null). */
  next(signal?: AbortSignal): Promise<Item | null>;
  close(): void;
}

type Waiter<Item> = PromiseWithResolvers<Item | null>;

/**
 * @param fetch resolves with nothing where there was nothing, after a while where it may block
 * @param giveBack for what came when nobody wanted it any more
 */
export function createPatientFetch<Item>(
  fetch: (block: boolean) => Promise<Item | undefined>,
  giveBack: (item: Item) => Promise<unknown>,
): PatientFetch<Item> {
  const waiters: Waiter<Item>[] = [];
  let asking = false;
  let closed = false;

  /** One question at a time: it is answered to who has waited longest, which may be somebody who came after it was asked. */
  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    while (waiters.length > 0) {
      try {
        const item = await fetch(true);
        if (item !== undefined) await hand(item);
      } catch (error) {
        waiters.shift()?.reject(error);
      }
    }
    asking = false;
  }

  async function hand(item: Item): Promise<void> {
    const waiter = waiters.shift();
    if (waiter !== undefined) waiter.resolve(item);
    // Where even that fails, the source takes it back by itself once its lock has run out.
    else await giveBack(item).catch(() => {});
  }

  return {
    async next(signal) {
      if (closed) return null;
      if (signal === undefined || signal.aborted) return (await fetch(false)) ?? null;
      const waiter: Waiter<Item> = Promise.withResolvers();
      function leave(): void {
        const index = waiters.indexOf(waiter);
        if (index !== -1) waiters.splice(index, 1);
        waiter.resolve(null);
      }
      waiters.push(waiter);
      signal.addEventListener("abort", leave);
      void ask();
      return waiter.promise.finally(() => signal.removeEventListener("abort", leave));
    },
    close() {
      closed = true;
      for (const waiter of waiters.splice(0)) waiter.resolve(null);
    },
  };
}
