import { spend } from "../effort.ts";
import { indifferentCopyOf, makeIndifferent, shallowCopyOf } from "../copies.ts";
import { choice, type HashEntry, type HashValue, unknown, type Value } from "../value.ts";
import { mustBeOwn } from "../sharing.ts";
import type { Call } from "./calls.ts";
import { overwriteUnknown, putEntry } from "./literals.ts";

/** `merge`, `deep_merge` and their like, in place. */
export function merge(into: HashValue, { name, values, block }: Call): HashValue | null {
  mustBeOwn(into);
  for (const other of values) {
    if (other.kind !== "hash") {
      overwriteUnknown(into);
      continue;
    }
    for (const entry of other.entries.values()) {
      const before = into.entries.get(entry.key);
      const value = before ? mergedValue(name, before, entry, block) : entry.value;
      putEntry(into, { ...merged(before, { ...entry, value }), keyNode: entry.keyNode });
    }
    if (other.open) overwriteUnknown(into);
  }
  if (into.indifferent) makeIndifferent(into);
  return into;
}

/** The receiver with defaults for what it lacks. */
export function reverseMerge(receiver: HashValue, defaults: HashValue, one: Call): HashValue | null {
  const copy = receiver.indifferent ? indifferentCopyOf(defaults) : shallowCopyOf(defaults);
  return merge(copy as HashValue, { ...one, values: [receiver] });
}

function mergedValue(name: string, before: HashEntry, entry: HashEntry, block: Call["block"]): Value {
  if (!spend()) return unknown();
  if (name.startsWith("deep") && before.value.kind === "hash" && entry.value.kind === "hash") {
    const inner = shallowCopyOf(before.value) as HashValue;
    for (const one of entry.value.entries.values()) {
      const old = inner.entries.get(one.key);
      inner.entries.set(one.key, { ...one, value: old ? mergedValue(name, old, one, block) : one.value });
    }
    inner.open ||= entry.value.open;
    return inner;
  }
  if (entry.mixed) return choice([before.value, entry.value, unknown()]);
  return block ? block(before.keyValue, before.value, entry.value) : entry.value;
}

function merged(before: HashEntry | undefined, entry: HashEntry): HashEntry {
  if (!entry.conditional) return entry;
  return before ? { ...before, value: choice([before.value, entry.value]) } : entry;
}
