import { integer, type RangeValue, string, type Value } from "../value.ts";

const maxItems = 2000;

/** The items of a range of integers, or of single letters; null where they are not known, or too many. */
export function rangeItems({ first, last, exclusive }: RangeValue): readonly Value[] | null {
  if (first?.kind === "number" && last?.kind === "number" && !first.float) {
    const end = exclusive ? Math.ceil(last.number) - 1 : Math.floor(last.number);
    if (end - first.number >= maxItems) return null;
    return Array.from({ length: Math.max(0, end - first.number + 1) }, (_, index) =>
      integer(first.number + index),
    );
  }
  if (first?.kind === "string" && last?.kind === "string" && isLetter(first.text) && isLetter(last.text)) {
    const start = first.text.charCodeAt(0);
    const count = Math.max(0, last.text.charCodeAt(0) - start + (exclusive ? 0 : 1));
    return Array.from({ length: count }, (_, index) => string(String.fromCharCode(start + index)));
  }
  return null;
}

function isLetter(text: string): boolean {
  return /^[a-z]$/.test(text) || /^[A-Z]$/.test(text);
}

/** Whether a range has a value in it; null where that is not known. */
export function rangeCovers({ first, last, exclusive }: RangeValue, value: Value): boolean | null {
  if (value.kind !== "number") {
    return value.kind === "unknown" || value.kind === "choice" || value.kind === "string" ? null : false;
  }
  if ((first && first.kind !== "number") || (last && last.kind !== "number")) return null;
  const above = first === null || first.number <= value.number;
  const below = last === null || (exclusive ? value.number < last.number : value.number <= last.number);
  return above && below;
}

/** Where a range of indices starts and how many items it takes, in something of `length`; null where it misses. */
export function rangeSlice({ first, last, exclusive }: RangeValue, length: number): [number, number] | null {
  if ((first && first.kind !== "number") || (last && last.kind !== "number")) return null;
  let start = first?.number ?? 0;
  let end = last?.number ?? -1;
  if (start < 0) start += length;
  if (end < 0) end += length;
  if (start < 0 || start > length) return null;
  return [start, Math.max(0, Math.min(end + (exclusive && last ? 0 : 1), length) - start)];
}
