import { spend } from "./effort.ts";
import { region } from "./regions.ts";
import { mustBeOwn } from "./sharing.ts";
import {
  type ArrayItem,
  arrayOf,
  type ArrayValue,
  choice,
  type HashEntry,
  type HashValue,
  string,
  unknown,
  type Value,
} from "./value.ts";

/** A copy that shares no array or hash with the original. Cyclic structures cannot be written as literals. */
export function copyOf(value: Value, depth = 0): Value {
  if (depth > 40 || !spend()) return unknown(value.node);
  switch (value.kind) {
    case "array": {
      const items: ArrayItem[] = [];
      for (const item of value.items) {
        items.push({ value: copyOf(item.value, depth + 1), conditional: item.conditional });
      }
      return arrayLike(value, items);
    }
    case "hash": {
      const entries = new Map<string, HashEntry>();
      for (const entry of value.entries.values()) {
        const copy = copyOf(entry.value, depth + 1);
        entries.set(entry.key, copy === entry.value ? entry : { ...entry, value: copy });
      }
      return hashLike(value, entries);
    }
    case "string":
      return string(value.text, value.node);
    case "choice":
      return { ...value, options: value.options.map((option) => copyOf(option, depth + 1)) };
    default:
      return value;
  }
}

/** An array of the same nature with other items, which nobody else holds, and which may be changed. */
function arrayLike({ node, open, enumerates }: ArrayValue, items: ArrayItem[]): ArrayValue {
  const copy = arrayOf(items, node, open);
  return enumerates === undefined ? copy : { ...copy, enumerates };
}

/** A hash of the same nature with other entries, which nobody else holds, and which may be changed. */
function hashLike(
  { node, shadowed, open, indifferent, fallback }: HashValue,
  entries: Map<string, HashEntry>,
): HashValue {
  const born = region();
  const copy: HashValue = {
    kind: "hash",
    node,
    entries,
    shadowed,
    open,
    indifferent,
    born,
    pristine: false,
  };
  if (fallback) copy.fallback = fallback;
  return copy;
}

/** A copy of only the array, hash or string itself, as `dup` makes it. */
export function shallowCopyOf(value: Value): Value {
  switch (value.kind) {
    case "array":
      return arrayLike(value, value.items.slice());
    case "hash":
      return hashLike(value, new Map(value.entries));
    case "string":
      return string(value.text, value.node);
    case "choice":
      return { ...value, options: value.options.map(shallowCopyOf) };
    default:
      return value;
  }
}

/**
 * A copy that many evaluations may hold, as long as none of them changes it. As in what `object_definitions` gives,
 * all hashes inside take symbols and strings for the same keys.
 */
export function sharedCopyOf(value: Value, depth = 0): Value {
  if (depth > 40 || !spend()) return unknown(value.node);
  switch (value.kind) {
    case "array": {
      const items: ArrayItem[] = [];
      for (const item of value.items) {
        items.push({ value: sharedCopyOf(item.value, depth + 1), conditional: item.conditional });
      }
      const copy = arrayLike(value, items);
      copy.shared = true;
      return copy;
    }
    case "hash": {
      const entries = new Map<string, HashEntry>();
      for (const entry of value.entries.values()) {
        entries.set(entry.key, withTextKey(entry, sharedCopyOf(entry.value, depth + 1)));
      }
      const copy = hashLike(value, entries);
      copy.indifferent = true;
      copy.shared = true;
      copy.pristine = value.pristine;
      return copy;
    }
    case "string": {
      const copy = string(value.text, value.node);
      copy.shared = true;
      return copy;
    }
    case "choice":
      return { ...value, options: value.options.map((option) => sharedCopyOf(option, depth + 1)) };
    default:
      return value;
  }
}

/** Makes all hashes inside take symbols and strings for the same keys. Only for values nobody else holds. */
export function makeIndifferent(value: Value): void {
  forEachInside(value, (inner) => {
    if (inner.kind !== "hash" || inner.indifferent) return;
    inner.indifferent = true;
    for (const [key, entry] of inner.entries) inner.entries.set(key, withTextKey(entry));
  });
}

/** A copy whose hashes take symbols and strings for the same keys. */
export function indifferentCopyOf(value: Value): Value {
  const copy = copyOf(value);
  makeIndifferent(copy);
  return copy;
}

/** The entry as a hash keeps it that does not tell symbols from strings, perhaps with another value. */
export function withTextKey(entry: HashEntry, value: Value = entry.value): HashEntry {
  const { key, keyNode, conditional } = entry;
  const keyValue = entry.keyValue.kind === "symbol" ? string(key) : entry.keyValue;
  return { key, keyValue, keyNode, value, conditional };
}

/** Visits a value and all that is inside of it, each once. */
function forEachInside(value: Value, visit: (value: Value) => void): void {
  const seen = new Set<Value>();
  const waiting = [value];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (seen.has(at) || !spend()) continue;
    seen.add(at);
    if (at.kind === "array") for (const item of at.items) waiting.push(item.value);
    else if (at.kind === "hash") for (const entry of at.entries.values()) waiting.push(entry.value);
    else if (at.kind === "choice") waiting.push(...at.options);
    else if (at.kind === "unknown" && at.from) waiting.push(at.from);
    visit(at);
  }
}

/** Forgets what may have been changed: all arrays and hashes inside become open. */
export function degrade(value: Value): void {
  forEachInside(value, (inner) => {
    if (inner.kind === "array" || inner.kind === "hash") mustBeOwn(inner);
    if (inner.kind === "array") inner.open = true;
    if (inner.kind !== "hash") return;
    inner.open = true;
    for (const [key, entry] of inner.entries) {
      inner.entries.set(key, { ...entry, value: choice([entry.value, unknown()]), conditional: true });
    }
  });
}
