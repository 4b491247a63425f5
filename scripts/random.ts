export type Random = () => number;

/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

/** Some of a list, in the list's order; all where there are no more. */
export function drawSome<T>(list: readonly T[], count: number, random: Random): readonly T[] {
  const order = list.map((_, index) => ({ index, at: random() })).toSorted((a, b) => a.at - b.at);
  return order
    .slice(0, count)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b)
    .map((index) => list[index]!);
}
