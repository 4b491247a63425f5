import { afterEach, beforeEach, expect, test } from "vitest";
import { QueueFullError, type Claim, type SubjectQueue } from "../../../app/queue/subject-queue.ts";

export interface QueueHarness {
  /** Opens the queue over the same storage as before, as a new process would. */
  open(options?: { readonly capacity?: number }): Promise<SubjectQueue>;
  cleanUp(): Promise<void>;
}

/** What every queue promises, whatever holds its keys. To be called inside a `describe`. */
export function keepsTheQueueContract(createHarness: () => Promise<QueueHarness>): void {
  let harness: QueueHarness;
  let queue: SubjectQueue;

  beforeEach(async () => {
    harness = await createHarness();
    queue = await harness.open();
  });

  afterEach(async () => {
    await queue.close();
    await harness.cleanUp();
  });

  /** Waits for the next claim; the test's own time limit is the only clock. */
  async function take(from: SubjectQueue = queue): Promise<Claim> {
    const claim = await from.take(new AbortController().signal);
    if (claim === null) throw new Error("the queue was closed");
    return claim;
  }

  test("gives back what was added, the longest due first", async () => {
    await queue.add(["a"]);
    await queue.add(["b", "c"]);

    const keys = [(await take()).key, (await take()).key, (await take()).key];

    expect(keys).toEqual(["a", "b", "c"]);
    expect(await queue.take()).toBeNull();
  });

  test("accepts nothing at all", async () => {
    await queue.add([]);

    expect(await queue.stats()).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  test("collapses a burst into one run", async () => {
    await Promise.all(Array.from({ length: 50 }, () => queue.add(["a", "a"])));

    await (await take()).done();

    expect(await queue.take()).toBeNull();
    expect(await queue.stats()).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  test("counts what waits, runs and is dead", async () => {
    await queue.add(["a"]);
    await (await take()).bury("broken");
    await queue.add(["b", "c"]);
    await take();

    expect(await queue.stats()).toEqual({ waiting: 1, running: 1, dead: 1 });
  });

  test("lets nobody else work on a subject that is being worked on", async () => {
    await queue.add(["a"]);
    await take();
    await queue.add(["a"]);

    expect(await queue.take()).toBeNull();
  });

  test("runs a subject once more when hints came while it ran", async () => {
    await queue.add(["a"]);
    const first = await take();
    await queue.add(["a"]);
    await queue.add(["a"]);
    await first.done();

    const second = await take();
    await second.done();

    expect(second.key).toBe("a");
    expect(second.hintedAt).toBeGreaterThanOrEqual(first.hintedAt);
    expect(await queue.take()).toBeNull();
  });

  test("takes a subject up again after it was done", async () => {
    await queue.add(["a"]);
    await (await take()).done();
    await queue.add(["a"]);

    expect((await take()).key).toBe("a");
  });

  test("tries again after the delay, and counts the failures", async () => {
    await queue.add(["a"]);
    const first = await take();
    await first.retry(40, "GitHub answered 502");
    const early = await queue.take();
    const second = await take();
    await second.retry(0, "GitHub answered 502");
    const third = await take();

    expect(early).toBeNull();
    expect([first.failures, second.failures, third.failures]).toEqual([0, 1, 2]);
    expect(third.hintedAt).toBe(first.hintedAt);
  });

  test("postpones without counting a failure", async () => {
    await queue.add(["a"]);
    await (await take()).postpone(40);
    const early = await queue.take();

    expect(early).toBeNull();
    expect((await take()).failures).toBe(0);
  });

  test("does not let new hints shorten the delay", async () => {
    await queue.add(["a"]);
    await (await take()).retry(60_000, "rate limit");
    await queue.add(["a"]);

    expect(await queue.take()).toBeNull();
    expect(await queue.stats()).toEqual({ waiting: 1, running: 0, dead: 0 });
  });

  test("one run answers a retry and the hints that came before it", async () => {
    await queue.add(["a"]);
    const first = await take();
    await queue.add(["a"]);
    await first.retry(0, "GitHub answered 502");
    await (await take()).done();

    expect(await queue.take()).toBeNull();
  });

  test("forgets the failures once a subject succeeded", async () => {
    await queue.add(["a"]);
    await (await take()).retry(0, "GitHub answered 502");
    const second = await take();
    await queue.add(["a"]);
    await second.done();

    expect((await take()).failures).toBe(0);
  });

  test("gives back what was released, without counting a failure", async () => {
    await queue.add(["a"]);
    await (await take()).release();

    expect(await take()).toMatchObject({ key: "a", failures: 0 });
  });

  test("works on what somebody waits for before the background", async () => {
    await queue.add(["slow-1", "slow-2"], { background: true });
    await queue.add(["fast"]);
    await queue.add(["slow-2"]);

    const keys = [(await take()).key, (await take()).key, (await take()).key];

    expect(keys.slice(0, 2).sort()).toEqual(["fast", "slow-2"]);
    expect(keys[2]).toBe("slow-1");
  });

  test("takes keys for the background along with others", async () => {
    await queue.add(["later-1", "now-1", "later-2", "now-2"], {
      background: (key) => key.startsWith("later"),
    });

    const keys = [(await take()).key, (await take()).key, (await take()).key, (await take()).key];

    expect(keys.slice(0, 2).sort()).toEqual(["now-1", "now-2"]);
    expect(keys.slice(2).sort()).toEqual(["later-1", "later-2"]);
  });

  test("lists dead letters with their reasons", async () => {
    await queue.add(["a"]);
    await (await take()).retry(0, "first");
    await (await take()).bury("second");

    expect(await queue.dead()).toEqual([
      { key: "a", reason: "second", failures: 2, diedAt: expect.any(Number) },
    ]);
    expect(await queue.take()).toBeNull();
  });

  test("does not bury a subject that has news", async () => {
    await queue.add(["a"]);
    const claim = await take();
    await queue.add(["a"]);
    await claim.bury("broken");

    expect(await queue.dead()).toEqual([]);
    expect(await take()).toMatchObject({ key: "a", failures: 0 });
  });

  test("a new hint brings a dead letter back to life", async () => {
    await queue.add(["a"]);
    await (await take()).bury("broken");
    await queue.add(["a"]);

    expect(await take()).toMatchObject({ key: "a", failures: 0 });
    expect(await queue.dead()).toEqual([]);
  });

  test("re-queues dead letters, all or those named", async () => {
    await queue.add(["a", "b", "c"]);
    for (const claim of [await take(), await take(), await take()]) await claim.bury("broken");

    const named = await queue.requeue(["a", "unknown"]);
    const again = await queue.requeue(["a"]);
    const rest = await queue.requeue();

    expect([named, again, rest]).toEqual([1, 0, 2]);
    expect(await queue.stats()).toEqual({ waiting: 3, running: 0, dead: 0 });
    expect(await take()).toMatchObject({ failures: 0 });
  });

  test("refuses new keys when it is full, all of them or none, and still takes hints about known ones", async () => {
    await queue.close();
    queue = await harness.open({ capacity: 2 });
    await queue.add(["a"]);

    await expect(queue.add(["b", "c"])).rejects.toBeInstanceOf(QueueFullError);
    await queue.add(["b"]);
    await queue.add(["a", "b"]);
    await expect(queue.add(["c"])).rejects.toBeInstanceOf(QueueFullError);

    expect(await queue.stats()).toEqual({ waiting: 2, running: 0, dead: 0 });
  });

  test("keeps what waits and what is dead over a restart", async () => {
    await queue.add(["a"]);
    await (await take()).bury("broken");
    await queue.add(["b"]);
    await queue.close();

    queue = await harness.open();

    expect(await queue.stats()).toEqual({ waiting: 1, running: 0, dead: 1 });
    expect((await take()).key).toBe("b");
  });

  test("gives back what a process was working on when it ended", async () => {
    await queue.add(["a"]);
    await take();
    await queue.add(["a"]);
    await queue.close();

    queue = await harness.open();
    const claim = await take();
    await claim.done();

    expect(claim).toMatchObject({ key: "a", failures: 1 });
    expect(await queue.take()).toBeNull();
  });

  test("remembers what is watched over a restart, each key once", async () => {
    await queue.watch("b");
    await queue.watch("a");
    await queue.watch("b");
    await queue.watch("c");
    await queue.unwatch("c");
    await queue.unwatch("never watched");
    await queue.close();

    queue = await harness.open();

    expect(await queue.watched()).toEqual(["a", "b"]);
    expect(await queue.take()).toBeNull();
  });

  test("wakes up for what is added later", async () => {
    const waiting = take();
    await queue.add(["a"]);

    expect((await waiting).key).toBe("a");
  });

  test("stops waiting when it is told to, and loses nothing by it", async () => {
    const stop = new AbortController();
    const waiting = queue.take(stop.signal);
    stop.abort();
    const claim = await waiting;
    await queue.add(["a"]);

    expect(claim).toBeNull();
    expect((await take()).key).toBe("a");
  });

  test("stops waiting when it is closed", async () => {
    const waiting = queue.take(new AbortController().signal);
    await queue.close();

    expect(await waiting).toBeNull();
  });
}
