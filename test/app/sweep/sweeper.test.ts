import { afterEach, expect, test } from "vitest";
import { defaultRetryPolicy } from "../../../app/reconcile/retry-policy.ts";
import { startSweeper, type Sweep, type Sweeper } from "../../../app/sweep/sweeper.ts";

const nothing = { found: 0, requests: 1, incomplete: false };
let sweeper: Sweeper | null = null;

afterEach(() => sweeper?.stop());

/** Starts a sweeper and resolves with its log once it has so many lines. */
function linesOf(
  count: number,
  sweeps: readonly Sweep[],
  isOurTurn = async () => true,
): Promise<readonly object[]> {
  return new Promise((resolve) => {
    const lines: object[] = [];
    const write = (data: object, message: string) => {
      lines.push({ ...data, message });
      if (lines.length === count) resolve(lines);
    };
    sweeper = startSweeper({
      sweeps,
      isOurTurn,
      policy: { ...defaultRetryPolicy, firstDelayMs: 1 },
      log: { debug: write, info: write, warn: write, error: write },
    });
  });
}

test("sweeps at the start and again at its interval", async () => {
  const sweep: Sweep = { kind: "open-subjects", everyMs: 1, run: async () => ({ ...nothing, found: 3 }) };

  const lines = await linesOf(2, [sweep]);

  expect(lines).toEqual([
    expect.objectContaining({ message: "swept", sweep: "open-subjects", found: 3 }),
    expect.objectContaining({ message: "swept", sweep: "open-subjects", found: 3 }),
  ]);
});

test("tries again after a failure, and lets the other sweeps go on", async () => {
  let calls = 0;
  const failing: Sweep = {
    kind: "failing",
    everyMs: 1,
    run: async () => {
      if (calls++ === 0) throw new Error("GitHub does not answer");
      return nothing;
    },
  };

  const lines = await linesOf(2, [failing]);

  expect(lines).toEqual([
    expect.objectContaining({ message: "sweep failed", sweep: "failing" }),
    expect.objectContaining({ message: "swept", sweep: "failing" }),
  ]);
});

test("does not wait for its interval, or long, after a failure", async () => {
  const failures = [true, true, false];
  const failing: Sweep = {
    kind: "failing",
    everyMs: 24 * 60 * 60_000,
    run: async () => {
      if (failures.shift()) throw new Error("GitHub does not answer");
      return nothing;
    },
  };

  const lines = await linesOf(3, [failing]);

  expect(lines.at(-1)).toMatchObject({ message: "swept", sweep: "failing" });
});

test("leaves to another process what is not its turn", async () => {
  let runs = 0;
  const turns = [false, false, true];
  const sweep: Sweep = { kind: "shared", everyMs: 1, run: async () => (runs++, nothing) };

  await linesOf(1, [sweep], async () => turns.shift() ?? false);

  expect(runs).toBe(1);
});
