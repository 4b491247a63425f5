import { copyOf } from "../copies.ts";
import { mustBeOwn } from "../sharing.ts";
import {
  array,
  boolean,
  emptyHash,
  type HashEntry,
  type HashValue,
  integer,
  nil,
  truthiness,
  type Value,
} from "../value.ts";
import { callArray } from "./array-methods.ts";
import type { Call } from "./calls.ts";
import { toHash } from "./class-methods.ts";
import { derived, keyFor, keyOf, pairOf, transformKeys } from "./hash-keys.ts";
import { findEntry, lookUp } from "./hash-lookup.ts";
import { toEntry } from "./literals.ts";
import { equals } from "./operators.ts";

/** Whether a hash has exactly the entries it is known to have, and each key in one spelling. */
export function isExact(hash: HashValue): boolean {
  return !hash.open && Array.from(hash.entries.values()).every((entry) => !entry.conditional && !entry.mixed);
}

/** Methods that need every entry to be known. Those that Hash has from Enumerable go through its pairs. */
export function callExact(hash: HashValue, one: Call): Value | null {
  const { name, node, values, block, context } = one;
  const [first] = values;
  const entries = Array.from(hash.entries.values());
  switch (name) {
    case "keys":
      return array(
        entries.map((entry) => keyOf(entry)),
        node,
      );
    case "values":
      return array(
        entries.map((entry) => entry.value),
        node,
      );
    case "size":
    case "length":
      return integer(entries.length, node);
    case "empty?":
      return boolean(entries.length === 0, node);
    case "shift": {
      const [entry] = entries;
      if (first || context.evaluator.isTentative(hash)) return null;
      if (!entry) return hash.fallback ? null : nil(node);
      mustBeOwn(hash);
      hash.entries.delete(entry.key);
      return pairOf(entry);
    }
    case "value?":
    case "has_value?": {
      const found = first && keyFor(hash, first, null);
      return found
        ? boolean(
            entries.some((entry) => equals(entry.value, first) === true),
            node,
          )
        : null;
    }
    case "fetch_values":
      return !block && values.every((key) => findEntry(hash, key))
        ? callExact(hash, { ...one, name: "values_at" })
        : null;
    case "values_at":
      return array(
        values.map((key) => lookUp(hash, key, node)),
        node,
      );
    case "invert": {
      const pairs = entries.map((entry) => toEntry(entry.value, keyOf(entry)));
      if (pairs.includes(null)) return null;
      return { ...emptyHash(node), entries: new Map(pairs.map((entry) => [entry!.key, entry!])) };
    }
    case "each":
    case "each_pair":
      if (!block) break;
      for (const entry of entries) block(pairOf(entry));
      return hash;
    case "each_key":
    case "each_value":
      if (!block) return callExact(hash, { ...one, name: name === "each_key" ? "keys" : "values" });
      for (const entry of entries) block(name === "each_key" ? keyOf(entry) : entry.value);
      return hash;
    case "to_h":
      // Ruby passes key and value as two arguments here, not as a pair.
      return toHash(
        entries.map((entry) => block!(keyOf(entry), entry.value)),
        node,
      );
    case "transform_values":
      if (!block) return null;
      return {
        ...derived(hash, node),
        entries: new Map(entries.map((entry) => [entry.key, { ...entry, value: block(entry.value) }])),
      };
    case "transform_keys":
      return block && !first ? transformKeys(hash, entries, block, node) : null;
    case "select":
    case "filter":
    case "reject":
      return block ? filter(hash, entries, one) : null;
    case "delete_if":
    case "keep_if":
    case "reject!":
    case "select!": {
      if (!block || context.evaluator.isTentative(hash)) return null;
      const kept = filter(hash, entries, {
        ...one,
        name: name === "delete_if" || name === "reject!" ? "reject" : "select",
      });
      if (!isExact(kept)) return null;
      const isSame = kept.entries.size === hash.entries.size;
      mustBeOwn(hash);
      hash.entries = kept.entries;
      return isSame && name.endsWith("!") ? nil(node) : hash;
    }
    case "clear":
      if (context.evaluator.isTentative(hash)) return null;
      mustBeOwn(hash);
      hash.entries = new Map();
      return hash;
    case "any?":
      if (!block && !first) return boolean(entries.length > 0, node);
      break;
    case "deep_dup":
      return copyOf(hash);
    default:
  }
  return viaPairs.has(name)
    ? callArray(
        array(
          entries.map((entry) => pairOf(entry)),
          node,
        ),
        one,
      )
    : null;
}

const viaPairs = new Set([
  "all?",
  "any?",
  "collect",
  "count",
  "detect",
  "each",
  "each_pair",
  "each_slice",
  "each_with_index",
  "each_with_object",
  "entries",
  "filter_map",
  "find",
  "find_all",
  "first",
  "flat_map",
  "group_by",
  "inject",
  "map",
  "max_by",
  "min_by",
  "none?",
  "one?",
  "partition",
  "reduce",
  "sort",
  "sort_by",
  "sum",
  "to_a",
  "uniq",
  "zip",
]);

/** Ruby passes key and value as two arguments here, not as a pair. */
function filter(hash: HashValue, entries: readonly HashEntry[], { name, block, node }: Call): HashValue {
  const result = derived(hash, node);
  for (const entry of entries) {
    const truth = truthiness(block!(keyOf(entry), entry.value));
    if (truth === null) result.entries.set(entry.key, { ...entry, conditional: true });
    else if (truth === (name !== "reject")) result.entries.set(entry.key, entry);
  }
  return result;
}
