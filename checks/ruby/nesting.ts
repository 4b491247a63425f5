import type { Span } from "./source.ts";

/**
 * Says of a span whether one of these is around it. It takes a binary search each time; `spans` may grow until the
 * first time.
 */
export function createIsWithin(spans: readonly Span[]): (inner: Span) => boolean {
  let starts: readonly number[] | undefined;
  /** Where the longest of those ends that start no later. */
  let ends: readonly number[] = [];
  return (inner) => {
    if (!starts) {
      const sorted = spans.toSorted((a, b) => a.start - b.start);
      let end = -Infinity;
      starts = sorted.map(({ start }) => start);
      ends = sorted.map((span) => (end = Math.max(end, span.end)));
    }
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= inner.start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! >= inner.end;
  };
}

/** Says of a span whether one of these is inside of it. */
export function createIsAround(spans: readonly Span[]): (outer: Span) => boolean {
  // Seen from below zero, what is inside is around.
  const isWithin = createIsWithin(spans.map(negated));
  return (outer) => isWithin(negated(outer));
}

function negated({ start, end }: Span): Span {
  return { start: -start, end: -end };
}
