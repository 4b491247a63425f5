export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds of each of several pieces of work, run in turn so that a slow moment slows all of them. */
export function timeInTurn(
  work: Readonly<Record<string, () => void>>,
  runs: number,
): ReadonlyMap<string, number> {
  const times = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
  for (let run = 0; run < runs; run++) {
    for (const [name, piece] of Object.entries(work)) {
      const start = performance.now();
      piece();
      times.get(name)!.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Lines of a table: name, median, and how it compares with the first. */
export function toTable(title: string, times: ReadonlyMap<string, number>): string {
  const [base = 1] = times.values();
  const longest = Math.max(...[...times.keys()].map((name) => name.length));
  const lines = [...times].map(
    ([name, time]) =>
      `  ${name.padEnd(longest)}  ${time.toFixed(1).padStart(9)} ms  ${(time / base).toFixed(2).padStart(7)} x`,
  );
  return `${title}\n${lines.join("\n")}\n`;
}
