import { array, nil, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { compare } from "./operators.ts";

/** `sort` with a block that compares. Equals need not stay in order, as the sort is Ruby's own. */
export function sortWith(items: readonly Value[], { block, node }: Call): Value | null {
  let isKnown = items.length < 200;
  const sorted = isKnown
    ? items.toSorted((a, b) => {
        const result = block!(a, b);
        isKnown &&= result.kind === "number" && (result.number !== 0 || a === b);
        return result.kind === "number" ? result.number : 0;
      })
    : items;
  return isKnown ? array(sorted, node) : null;
}

/** `sort_by`, and `min_by` and `max_by`, also with a number. */
export function sortBy(items: readonly Value[], { name, values: [count], block, node }: Call): Value | null {
  const keys = items.map((item) => block!(item));
  if (name !== "sort_by" && !count) return extreme(items, keys, name === "min_by" ? -1 : 1, node);
  const sorted = order(items, keys);
  if (!sorted || !count) return sorted && array(sorted, node);
  // Which of two equals counts is not said.
  const inOrder = order(keys, keys) ?? [];
  const isClear = inOrder.every((key, index) => index === 0 || compare(key, inOrder[index - 1]!) !== 0);
  return name !== "sort_by" && isClear ? ends(sorted, name === "max_by", count, node) : null;
}

/** The first of the least (-1) or greatest (1) items by their keys; null where it is not known. */
export function extreme(
  items: readonly Value[],
  keys: readonly Value[],
  sign: -1 | 1,
  node: Value["node"],
): Value | null {
  let best = 0;
  for (const index of items.keys()) {
    const result = compare(keys[index]!, keys[best]!);
    if (result === null) return null;
    if (result === sign) best = index;
  }
  return items[best] ?? nil(node);
}

/** The items in the order of their keys; null where it is not known. Equals stay in order, as the C library has it. */
export function order(items: readonly Value[], keys: readonly Value[]): Value[] | null {
  let isKnown = true;
  const indices = [...items.keys()].sort((a, b) => {
    const result = compare(keys[a]!, keys[b]!);
    isKnown &&= result !== null;
    return result ?? 0;
  });
  return isKnown ? indices.map((index) => items[index]!) : null;
}

/** `min` and `max` with a number. */
export function extremes(items: readonly Value[], { name, values: [count], node }: Call): Value | null {
  const sorted = order(items, items);
  return sorted && ends(sorted, name === "max", count, node);
}

/** The first so many of some items, or the last from their end. */
function ends(
  sorted: readonly Value[],
  isLast: boolean,
  count: Value | undefined,
  node: Value["node"],
): Value | null {
  if (count?.kind !== "number" || count.number < 0) return null;
  return array((isLast ? sorted.toReversed() : sorted).slice(0, count.number), node);
}
