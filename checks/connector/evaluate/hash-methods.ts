import {
  array,
  boolean,
  choice,
  copyOf,
  emptyHash,
  type HashEntry,
  type HashValue,
  integer,
  nil,
  string,
  symbol,
  textOf,
  toText,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import { SymbolNode } from "../../ruby/nodes.ts";
import type { Call } from "./calls.ts";
import { overwriteUnknown } from "./literals.ts";
import { breaksOut, deleteEntry, setEntry } from "./mutation.ts";

/** A method of Hash; null where it is not understood. */
export function callHash(receiver: HashValue, one: Call): Value | null {
  if (one.openArguments) return null;
  const { name, values, node, context } = one;
  const [first, second] = values;
  switch (name) {
    case "[]":
      return first ? lookUp(receiver, first, node) : null;
    case "dig":
      return values.reduce<Value | null>((at, key) => {
        if (at?.kind === "nil") return at;
        return at?.kind === "hash" ? lookUp(at, key, node) : at && unknown(node);
      }, receiver);
    case "fetch":
      return first && !one.block ? fetch(receiver, first, second, node) : null;
    case "merge":
    case "deep_merge":
      return one.block ? null : merge(copyOf(receiver) as HashValue, values);
    case "merge!":
    case "update":
      if (one.block || context.evaluator.isTentative()) return null;
      return merge(receiver, values);
    case "reverse_merge":
      return first?.kind === "hash" ? merge(copyOf(first) as HashValue, [receiver]) : null;
    case "[]=":
    case "store":
      if (!first || !second) return null;
      setEntry(receiver, first, second, context);
      return second;
    case "delete": {
      if (!first || one.block) return null;
      const value = lookUp(receiver, first, node);
      deleteEntry(receiver, first, context);
      return value;
    }
    case "except":
    case "slice":
      return values.every((value) => textOf(value) !== null)
        ? pick(receiver, values, name === "slice", node)
        : null;
    case "compact":
      return compact(receiver, node);
    case "to_h":
    case "symbolize_keys":
    case "stringify_keys":
    case "deep_symbolize_keys":
    case "deep_stringify_keys":
      return one.block ? null : receiver;
    case "key?":
    case "has_key?":
    case "include?":
    case "member?":
      return first ? hasKey(receiver, first, node) : null;
    default:
      return isExact(receiver) ? (one.block ? callWithBlock(receiver, one) : query(receiver, one)) : null;
  }
}

function isExact(hash: HashValue): boolean {
  return !hash.open && Array.from(hash.entries.values()).every((entry) => !entry.conditional);
}

function lookUp(hash: HashValue, key: Value, node: Value["node"]): Value {
  const name = toText(key);
  if (name === null || key.kind === "nil") {
    if (hash.open || hash.entries.size > 40) return unknown(node);
    return choice([...Array.from(hash.entries.values(), (entry) => entry.value), nil()], node);
  }
  const entry = hash.entries.get(name);
  if (!entry) return hash.open ? unknown(node) : nil(node);
  return entry.conditional ? choice([entry.value, unknown()], node) : entry.value;
}

function fetch(hash: HashValue, key: Value, fallback: Value | undefined, node: Value["node"]): Value {
  const found = lookUp(hash, key, node);
  return found.kind === "nil" && !hash.open ? (fallback ?? unknown(node)) : found;
}

function merge(into: HashValue, others: readonly Value[]): HashValue {
  for (const other of others) {
    if (other.kind !== "hash") {
      overwriteUnknown(into);
      continue;
    }
    into.open ||= other.open;
    for (const entry of other.entries.values()) into.entries.set(entry.key, merged(into, entry));
  }
  return into;
}

function merged(into: HashValue, entry: HashEntry): HashEntry {
  if (!entry.conditional) return entry;
  const before = into.entries.get(entry.key);
  return before ? { ...before, value: choice([before.value, entry.value]) } : entry;
}

function pick(hash: HashValue, keys: readonly Value[], kept: boolean, node: Value["node"]): HashValue {
  const names = new Set(keys.map((key) => textOf(key)));
  return {
    kind: "hash",
    node,
    entries: new Map(Array.from(hash.entries).filter(([key]) => names.has(key) === kept)),
    shadowed: [],
    open: hash.open,
  };
}

function compact(hash: HashValue, node: Value["node"]): HashValue {
  const entries = new Map<string, HashEntry>();
  for (const [key, entry] of hash.entries) {
    if (entry.value.kind === "nil") continue;
    const mayBeNil = entry.value.kind === "unknown" || entry.value.kind === "choice";
    entries.set(key, mayBeNil ? { ...entry, conditional: true } : entry);
  }
  return { kind: "hash", node, entries, shadowed: [], open: hash.open };
}

function hasKey(hash: HashValue, key: Value, node: Value["node"]): Value {
  const name = textOf(key);
  if (name === null) return unknown(node);
  const entry = hash.entries.get(name);
  if (entry) return entry.conditional ? unknown(node) : boolean(true, node);
  return hash.open ? unknown(node) : boolean(false, node);
}

function query(hash: HashValue, { name, node, values }: Call): Value | null {
  if (values.length > 0) return null;
  const entries = Array.from(hash.entries.values());
  switch (name) {
    case "keys":
      return array(entries.map(keyOf), node);
    case "values":
      return array(
        entries.map((entry) => entry.value),
        node,
      );
    case "to_a":
      return array(entries.map(pairOf), node);
    case "size":
    case "length":
    case "count":
      return integer(entries.length, node);
    case "empty?":
      return boolean(entries.length === 0, node);
    case "any?":
      return boolean(entries.length > 0, node);
    default:
      return null;
  }
}

function pairOf(entry: HashEntry): Value {
  return array([keyOf(entry), entry.value]);
}

function keyOf(entry: HashEntry): Value {
  return entry.keyNode instanceof SymbolNode
    ? symbol(entry.key, entry.keyNode)
    : string(entry.key, entry.keyNode);
}

function callWithBlock(hash: HashValue, { name, node, block, values }: Call): Value | null {
  if (node.block && breaksOut(node.block)) return null;
  const entries = Array.from(hash.entries.values());
  switch (name) {
    case "map":
    case "collect":
      return array(
        entries.map((entry) => block!(keyOf(entry), entry.value)),
        node,
      );
    case "flat_map":
      return null;
    case "each":
    case "each_pair":
      for (const entry of entries) block!(keyOf(entry), entry.value);
      return hash;
    case "each_with_object":
      if (!values[0]) return null;
      for (const entry of entries) block!(pairOf(entry), values[0]);
      return values[0];
    case "transform_values":
      return {
        ...emptyHash(node),
        entries: new Map(entries.map((entry) => [entry.key, { ...entry, value: block!(entry.value) }])),
      };
    case "select":
    case "filter":
    case "reject": {
      const kept = new Map<string, HashEntry>();
      for (const entry of entries) {
        const truth = truthiness(block!(keyOf(entry), entry.value));
        if (truth === null) kept.set(entry.key, { ...entry, conditional: true });
        else if (truth === (name !== "reject")) kept.set(entry.key, entry);
      }
      return { ...emptyHash(node), entries: kept };
    }
    default:
      return null;
  }
}
