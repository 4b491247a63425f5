import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Coordination } from "../../../app/queue/coordination.ts";

/** Two that work on the same subjects; in one process, both are the same. */
export type Pair = readonly [Coordination, Coordination];

/** What every agreement promises, however many processes it binds. To be called inside a `describe`. */
export function keepsTheCoordinationContract(open: () => Promise<Pair>): void {
  let one: Coordination;
  let other: Coordination;

  beforeEach(async () => {
    [one, other] = await open();
  });

  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
  });

  test("lets one at a time have what has a name", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await pause(5);
      inside--;
    };

    await Promise.all([one, other, one, other].map((side) => side.hold("a", work)));

    expect(most).toBe(1);
  });

  test("lets others have something else meanwhile", async () => {
    const free = Promise.withResolvers<string>();

    const first = one.hold("a", () => free.promise);
    await other.hold("b", async () => free.resolve("b was free"));

    expect(await first).toBe("b was free");
  });

  test("lets go of what failed", async () => {
    const failing = one.hold("a", async () => {
      throw new Error("no luck");
    });

    await expect(failing).rejects.toThrow("no luck");
    await expect(other.hold("a", async () => "next")).resolves.toBe("next");
  });

  test("ends the waiting of those who gave up", async () => {
    const [begun, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const giveUp = new AbortController();
    let ran = false;
    const holding = one.hold("a", () => {
      begun.resolve();
      return free.promise;
    });
    await begun.promise;
    const waiting = other.hold("a", async () => (ran = true), giveUp.signal);
    giveUp.abort();
    free.resolve();

    await expect(waiting).rejects.toThrow(/aborted/);
    await holding;
    expect(ran).toBe(false);
  });

  test("begins nothing for those who gave up while they asked, and keeps nothing from others", async () => {
    const giveUp = new AbortController();
    let ran = false;
    const asking = one.hold("a", async () => (ran = true), giveUp.signal);
    giveUp.abort();

    await expect(asking).rejects.toThrow(/aborted/);
    await expect(other.hold("a", async () => "next")).resolves.toBe("next");
    expect(ran).toBe(false);
  });

  test("tells everybody whom to leave alone, and for how long", async () => {
    await one.hush("7", 60_000);
    await other.hush("7", 1000);

    const [known, heard, another] = [
      await one.hushedMs("7"),
      await other.hushedMs("7"),
      await one.hushedMs("8"),
    ];

    for (const ms of [known, heard]) {
      expect(ms).toBeGreaterThan(1000);
      expect(ms).toBeLessThanOrEqual(60_000);
    }
    expect(another).toBe(0);
  });
}
