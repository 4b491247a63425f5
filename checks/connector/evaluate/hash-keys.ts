import { spend } from "../effort.ts";
import { shallowCopyOf } from "../copies.ts";
import {
  array,
  arrayOf,
  type ArrayValue,
  emptyHash,
  type HashEntry,
  type HashValue,
  keyText,
  nil,
  string,
  symbol,
  textOf,
  unknown,
  type Value,
} from "../value.ts";
import type { Call } from "./calls.ts";
import { putEntry, toEntry } from "./literals.ts";
import { equals } from "./operators.ts";

/** A copy whose hashes tell symbols from strings again. What is none of Rails' hashes stays as it is. */
export function plainCopyOf(value: Value): Value {
  if (!spend()) return unknown(value.node);
  if (value.kind === "array") {
    const items = value.items.map((item) => ({ ...item, value: plainCopyOf(item.value) }));
    return { ...(shallowCopyOf(value) as ArrayValue), items };
  }
  if (value.kind !== "hash" || !value.indifferent) return value;
  const copy: HashValue = { ...(shallowCopyOf(value) as HashValue), indifferent: false };
  for (const [key, entry] of copy.entries)
    copy.entries.set(key, { ...entry, value: plainCopyOf(entry.value) });
  return copy;
}

/** The hash with its keys as strings or symbols, also those of hashes inside. */
export function convertKeys(
  hash: HashValue,
  to: typeof string | typeof symbol,
  deep: boolean,
  node: Value["node"],
): HashValue {
  if (!spend(hash.entries.size + 1)) return { ...derived(hash, node), open: true };
  const result = { ...derived(hash, node), indifferent: false };
  for (const [key, entry] of hash.entries) {
    const value = deep ? convertInside(entry.value, to) : entry.value;
    // What is no name has a text, but no symbol.
    if (textOf(entry.keyValue) === null && to === symbol) result.entries.set(key, { ...entry, value });
    else putEntry(result, { ...entry, key: keyText(entry), keyValue: to(keyText(entry)), value });
  }
  return result;
}

function convertInside(value: Value, to: typeof string | typeof symbol): Value {
  if (value.kind === "hash") return convertKeys(value, to, true, value.node);
  if (value.kind !== "array") return value;
  const items = value.items.map((item) => ({ ...item, value: convertInside(item.value, to) }));
  return arrayOf(items, value.node, value.open);
}

/** The hash with the keys that a block gives; null where it is not known. */
export function transformKeys(
  hash: HashValue,
  entries: readonly HashEntry[],
  block: NonNullable<Call["block"]>,
  node: Value["node"],
): Value | null {
  const result = derived(hash, node);
  for (const entry of entries) {
    const changed = toEntry(block(keyOf(entry)), entry.value, entry.keyNode);
    if (!changed) return null;
    putEntry(result, changed);
  }
  return result;
}

/** An empty hash of the same nature. */
export function derived(hash: HashValue, node: Value["node"]): HashValue {
  return { ...emptyHash(node), open: hash.open, indifferent: hash.indifferent };
}

/** A key as Ruby gives it: a string is a copy. */
export function keyOf({ key, keyNode, keyValue }: HashEntry): Value {
  return keyValue.kind === "string" ? string(key, keyNode) : keyValue;
}

export function pairOf(entry: HashEntry): Value {
  return array([keyOf(entry), entry.value]);
}

/** The key of a value; null where it is not known. */
export function keyFor(hash: HashValue, value: Value, node: Value["node"]): Value | null {
  for (const entry of hash.entries.values()) {
    const isSame = equals(entry.value, value);
    if (isSame === null) return null;
    if (isSame) return keyOf(entry);
  }
  return nil(node);
}
