import { spend } from "../effort.ts";
import { array, type ArrayItem, type ArrayValue, choice, exactItems, type Value, arrayOf } from "../value.ts";
import { equals, sameAsKey } from "./operators.ts";

export function compact(receiver: ArrayValue, node: Value["node"]): ArrayValue {
  const items: ArrayItem[] = [];
  for (const item of receiver.items) {
    const isNil = item.value.kind === "nil";
    const mayBeNil = item.value.kind === "unknown" || item.value.kind === "choice";
    if (!isNil) items.push(mayBeNil ? withoutNil(item) : item);
  }
  return arrayOf(items, node, receiver.open);
}

function withoutNil(item: ArrayItem): ArrayItem {
  if (item.value.kind !== "choice") return { ...item, conditional: true };
  const options = item.value.options.filter((option) => option.kind !== "nil");
  const isSure =
    options.length === item.value.options.length && options.every(({ kind }) => kind !== "unknown");
  return { value: choice(options), conditional: item.conditional || !isSure };
}

export function flatten(
  receiver: ArrayValue,
  levels: number,
  node: Value["node"],
  depth = 0,
): ArrayValue | null {
  if (levels < 0 || depth > 40 || !spend(receiver.items.length + 1)) return null;
  const result = arrayOf([], node, receiver.open);
  for (const item of receiver.items) {
    if (item.value.kind === "array" && levels > 0) {
      const inner = flatten(item.value, levels - 1, null, depth + 1);
      if (!inner) return null;
      for (const one of inner.items)
        result.items.push({ ...one, conditional: one.conditional || item.conditional });
      result.open ||= inner.open;
    } else {
      result.items.push(item);
      result.open ||= item.value.kind === "unknown" || item.value.kind === "choice";
    }
  }
  return result;
}

/** Whether one of some values equals another; null where that is not known. */
export function includes(values: readonly Value[], value: Value, isSame = equals): boolean | null {
  const results = values.map((one) => isSame(one, value));
  return results.includes(true) ? true : results.includes(null) ? null : false;
}

/** The items of arrays of which all are known; null otherwise. */
export function allItems(values: readonly Value[]): readonly (readonly Value[])[] | null {
  const all = values.map((value) => exactItems(value));
  return all.every((items) => items !== null) ? all : null;
}

export function without(
  items: readonly Value[],
  others: readonly Value[],
  node: Value["node"],
): Value | null {
  const kept: Value[] = [];
  for (const item of items) {
    const isOther = includes(others, item, sameAsKey);
    if (isOther === null && others.length > 0) return null;
    if (!isOther) kept.push(item);
  }
  return array(kept, node);
}

/** The items without those that are equal to an earlier one; null where that is not known. */
export function unique(items: readonly Value[], keys: readonly Value[]): Value[] | null {
  const kept: number[] = [];
  for (const index of items.keys()) {
    const same = kept.map((earlier) => sameAsKey(keys[earlier]!, keys[index]!));
    if (same.includes(null)) return null;
    if (!same.includes(true)) kept.push(index);
  }
  return kept.map((index) => items[index]!);
}

export function transpose(items: readonly Value[], node: Value["node"]): Value | null {
  const rows = allItems(items);
  const length = rows?.[0]?.length ?? 0;
  // Rows of other lengths raise an exception.
  if (!rows || rows.some((row) => row.length !== length)) return null;
  const columns = Array.from({ length }, (_, at) => array(rows.map((row) => row[at]!)));
  return array(columns, node);
}
