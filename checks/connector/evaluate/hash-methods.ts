import { spend } from "../effort.ts";
import { shallowCopyOf } from "../copies.ts";
import {
  boolean,
  choice,
  type HashValue,
  isScalar,
  nil,
  string,
  symbol,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import { mustBeOwn } from "../sharing.ts";
import type { Call } from "./calls.ts";
import { callExact, isExact } from "./hash-entries.ts";
import { convertKeys, derived, keyFor, plainCopyOf } from "./hash-keys.ts";
import { findEntry, isMixed, lookUp } from "./hash-lookup.ts";
import { merge, reverseMerge } from "./hash-merging.ts";
import { deleteEntry, setEntry } from "./mutation.ts";

/** A method of Hash; null where it is not understood. */
export function callHash(receiver: HashValue, one: Call): Value | null {
  if (one.openArguments || !spend(receiver.entries.size >> 4)) return null;
  const { name, values, node, context } = one;
  const [first, second] = values;
  switch (name) {
    case "[]":
      return first && values.length === 1 ? lookUp(receiver, first, node) : null;
    case "dig": {
      const found = first ? lookUp(receiver, first, node) : null;
      if (!found || values.length === 1 || found.kind === "nil") return found;
      return context.evaluator.call(found, { ...one, values: values.slice(1) });
    }
    case "fetch":
      return first ? fetch(receiver, first, one) : null;
    case "merge":
    case "deep_merge":
      return merge(shallowCopyOf(receiver) as HashValue, one);
    case "merge!":
    case "update":
    case "deep_merge!":
      return context.evaluator.isTentative(receiver) ? null : merge(receiver, one);
    case "reverse_merge":
    case "with_defaults":
      return first?.kind === "hash" ? reverseMerge(receiver, first, one) : null;
    case "[]=":
    case "store":
      if (!first || !second) return null;
      setEntry(
        receiver,
        receiver.indifferent && first.kind === "symbol" ? string(first.text, first.node) : first,
        second,
        context,
      );
      return second;
    case "default=":
      if (!first || context.evaluator.isTentative(receiver)) return null;
      receiver.fallback = () => first;
      return first;
    case "delete": {
      const isThere = first && truthiness(hasKey(receiver, first, node));
      if (!first || one.block || isThere === null) return null;
      if (!isThere) return nil(node);
      const value = lookUp(receiver, first, node);
      deleteEntry(receiver, first, context);
      return value;
    }
    case "except":
    case "slice":
    case "without":
      return values.every(isScalar) && !isMixed(receiver)
        ? pick(receiver, values, name === "slice", node)
        : null;
    case "compact":
      return compact(receiver, node);
    case "key":
      return first && isExact(receiver) ? keyFor(receiver, first, node) : null;
    case "extract!": {
      const taken = callHash(receiver, { ...one, name: "slice" });
      const rest = taken && callHash(receiver, { ...one, name: "except" });
      return rest?.kind === "hash" && replaceBy(receiver, rest, one) ? taken : null;
    }
    case "to_h":
      if (one.block) return isExact(receiver) ? callExact(receiver, one) : null;
      return receiver.indifferent
        ? { ...(shallowCopyOf(receiver) as HashValue), indifferent: false }
        : receiver;
    case "to_hash":
      return plainCopyOf(receiver);
    case "symbolize_keys":
    case "deep_symbolize_keys":
    case "to_options":
      return convertKeys(plainCopyOf(receiver) as HashValue, symbol, name.startsWith("deep"), node);
    case "stringify_keys":
    case "deep_stringify_keys":
      return receiver.indifferent
        ? shallowCopyOf(receiver)
        : convertKeys(receiver, string, name.startsWith("deep"), node);
    case "key?":
    case "has_key?":
    case "include?":
    case "member?":
      return first ? hasKey(receiver, first, node) : null;
    case "exclude?": {
      const truth = first ? truthiness(hasKey(receiver, first, node)) : null;
      return truth === null ? unknown(node) : boolean(!truth, node);
    }
    default:
      if (withBang.has(name)) return changeInPlace(receiver, one);
      return isExact(receiver) ? callExact(receiver, one) : null;
  }
}

/** Methods that change the hash as those of the same name without `!` say. */
const withBang = new Set([
  "compact!",
  "deep_stringify_keys!",
  "deep_symbolize_keys!",
  "except!",
  "stringify_keys!",
  "symbolize_keys!",
  "transform_keys!",
  "transform_values!",
]);

function changeInPlace(receiver: HashValue, one: Call): Value | null {
  if (one.context.evaluator.isTentative(receiver) || receiver.indifferent) return null;
  const size = receiver.entries.size;
  const changed = callHash(receiver, { ...one, name: one.name.slice(0, -1) });
  if (changed?.kind !== "hash" || !replaceBy(receiver, changed, one)) return null;
  return one.name === "compact!" && changed.entries.size === size ? nil(one.node) : receiver;
}

/** Puts the entries of another hash in the place of its own. */
function replaceBy(receiver: HashValue, { entries, open }: HashValue, { context }: Call): boolean {
  if (context.evaluator.isTentative(receiver)) return false;
  mustBeOwn(receiver);
  receiver.entries = new Map(entries);
  receiver.open = open;
  return true;
}

function fetch(hash: HashValue, key: Value, { values, node, block }: Call): Value | null {
  if (!isScalar(key) || isMixed(hash, key)) return null;
  const entry = findEntry(hash, key);
  if (entry) return entry.conditional ? choice([entry.value, unknown()], node) : entry.value;
  if (hash.open) return unknown(node);
  return block ? block(key) : (values[1] ?? null);
}

function pick(hash: HashValue, keys: readonly Value[], kept: boolean, node: Value["node"]): HashValue {
  const chosen = new Set(keys.map((key) => findEntry(hash, key)));
  const result = derived(hash, node);
  if (kept) {
    for (const entry of chosen) if (entry) result.entries.set(entry.key, entry);
  } else {
    for (const entry of hash.entries.values()) if (!chosen.has(entry)) result.entries.set(entry.key, entry);
  }
  return result;
}

function compact(hash: HashValue, node: Value["node"]): HashValue {
  const result = derived(hash, node);
  for (const [key, entry] of hash.entries) {
    // It stands for a string and a symbol, of which only one need be nil.
    if (entry.value.kind === "nil" && !entry.mixed) continue;
    const mayBeNil =
      entry.mixed ||
      entry.value.kind === "unknown" ||
      (entry.value.kind === "choice" &&
        entry.value.options.some(({ kind }) => kind === "nil" || kind === "unknown"));
    result.entries.set(key, mayBeNil ? { ...entry, conditional: true } : entry);
  }
  return result;
}

function hasKey(hash: HashValue, key: Value, node: Value["node"]): Value {
  if (!isScalar(key) || isMixed(hash, key)) return unknown(node);
  const entry = findEntry(hash, key);
  if (entry) return entry.conditional ? unknown(node) : boolean(true, node);
  return hash.open ? unknown(node) : boolean(false, node);
}
