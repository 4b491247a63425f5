import { expect, test } from "vitest";
import { createPace } from "../../../app/github/pace.ts";

/** Whether a turn comes at once; one that has to wait is given up, though it keeps its place. */
async function isFree(turn: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  const giveUp = new AbortController();
  const asked = turn(giveUp.signal).then(
    () => true,
    () => false,
  );
  setImmediate(() => giveUp.abort());
  return asked;
}

test("lets some go at once, and others when their time has come", async () => {
  let now = 0;
  const pace = createPace({ burst: 2, perSecond: 1 }, () => now);
  const turn = (signal: AbortSignal) => pace.turn("a", signal);

  const atOnce = [await isFree(turn), await isFree(turn), await isFree(turn)];
  now = 1500;
  const early = await isFree(turn);
  now = 4000;
  const later = await isFree(turn);

  expect(atOnce).toEqual([true, true, false]);
  expect([early, later]).toEqual([false, true]);
});

test("keeps a pace for each key", async () => {
  const pace = createPace({ burst: 1, perSecond: 1 }, () => 0);

  const turns = [
    await isFree((signal) => pace.turn("a", signal)),
    await isFree((signal) => pace.turn("b", signal)),
  ];

  expect(turns).toEqual([true, true]);
});

test("saves up no more than a burst", async () => {
  let now = 0;
  const pace = createPace({ burst: 1, perSecond: 1 }, () => now);
  now = 1_000_000;

  expect([
    await isFree((signal) => pace.turn("a", signal)),
    await isFree((signal) => pace.turn("a", signal)),
  ]).toEqual([true, false]);
});

test("waits as long as it takes", async () => {
  const pace = createPace({ burst: 1, perSecond: 1000 });
  await pace.turn("a");

  await expect(pace.turn("a")).resolves.toBeUndefined();
});
