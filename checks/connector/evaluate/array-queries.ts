import {
  array,
  type ArrayValue,
  emptyHash,
  exactItems,
  integer,
  keyName,
  nil,
  string,
  textOf,
  toText,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import { sum } from "./array-blocks.ts";
import { enumerate } from "./array-enumerators.ts";
import { groupsOf } from "./array-groups.ts";
import { ask } from "./array-questions.ts";
import { extreme, extremes, order } from "./array-order.ts";
import { join, toSentence } from "./array-texts.ts";
import { allItems, transpose, unique, without } from "./arrays.ts";
import type { Call } from "./calls.ts";
import { toHash } from "./class-methods.ts";
import { lookUp } from "./hash-lookup.ts";
import { toEntry } from "./literals.ts";
import { caseMatches, sameAsKey } from "./operators.ts";
import { rangeSlice } from "./ranges.ts";

/** A method of Array without a block, for which every item must be known; null where it is not understood. */
export function queryArray(receiver: ArrayValue, one: Call): Value | null {
  const items = exactItems(receiver);
  const { name, node, values } = one;
  const [first] = values;
  if (!items) return null;
  switch (name) {
    case "[]":
    case "at":
    case "slice":
    case "first":
    case "last":
    case "take":
    case "drop":
    case "from":
    case "to":
      return part(items, one);
    case "second":
      return items[1] ?? nil(node);
    case "third":
      return items[2] ?? nil(node);
    case "dig":
      return dig(items, one);
    case "fetch":
      return first?.kind === "number" ? (items.at(first.number) ?? values[1] ?? null) : null;
    case "values_at":
      return array(
        values.map((value) => (value.kind === "number" ? (items.at(value.number) ?? nil()) : unknown())),
        node,
      );
    case "grep":
    case "grep_v": {
      const matches = items.map((item) => (first ? caseMatches(first, item) : null));
      if (matches.includes(null)) return null;
      return array(
        items.filter((_item, index) => matches[index] === (name === "grep")),
        node,
      );
    }
    case "join":
      return join(items, first, node);
    case "*":
      if (first?.kind === "string") return join(items, first, node);
      return first?.kind === "number" && items.length * first.number < 5000
        ? array(Array.from({ length: first.number }, () => items).flat(), node)
        : null;
    case "uniq": {
      const kept = unique(items, items);
      return kept && array(kept, node);
    }
    case "to_h":
      return toHash(items, node);
    case "inject":
    case "reduce":
      return fold(items, one);
    case "sum":
      return sum(items, one);
    case "sort": {
      const sorted = order(items, items);
      return sorted && array(sorted, node);
    }
    case "min":
    case "max":
      return first ? extremes(items, one) : extreme(items, items, name === "min" ? -1 : 1, node);
    case "minmax": {
      const ends = [extreme(items, items, -1, node), extreme(items, items, 1, node)];
      return ends.every((end) => end !== null) ? array(ends, node) : null;
    }
    case "rotate": {
      if (first && (first.kind !== "number" || first.float)) return null;
      const by = items.length === 0 ? 0 : (first?.number ?? 1) % items.length;
      return array([...items.slice(by), ...items.slice(0, by)], node);
    }
    case "transpose":
      return transpose(items, node);
    case "in_groups_of": {
      const groups = groupsOf(items, one);
      return groups && array(groups, node);
    }
    case "to_sentence":
      return toSentence(items, one);
    case "tally": {
      const counts = emptyHash(node);
      for (const item of items) {
        const before = counts.entries.get(keyName(item) ?? "");
        const count = before?.value.kind === "number" ? before.value.number : 0;
        const entry = toEntry(item, integer(count + 1));
        if (!entry || (before && before.keyValue.kind !== entry.keyValue.kind)) return null;
        counts.entries.set(entry.key, entry);
      }
      return counts;
    }
    case "pluck":
      return array(
        items.map((item) =>
          values.length === 1 ? pick(item, first!, node) : array(values.map((key) => pick(item, key, node))),
        ),
        node,
      );
    case "smart_join":
      return join(
        items
          .filter((item) => toText(item)?.trim() !== "" && truthiness(item) !== false)
          .map((item) => (item.kind === "string" ? string(item.text.trim()) : item)),
        first,
        node,
      );
    default:
      return enumerate(items, one) ?? ask(items, one) ?? combine(items, one);
  }
}

/** Methods with other arrays as arguments. */
function combine(items: readonly Value[], { name, values, node }: Call): Value | null {
  if (name === "excluding" || name === "without") return without(items, values, node);
  const others = allItems(values);
  if (!others || others.length === 0) return null;
  switch (name) {
    case "-":
    case "difference":
      return without(items, others.flat(), node);
    case "|":
    case "union": {
      const all = [...items, ...others.flat()];
      const kept = unique(all, all);
      return kept && array(kept, node);
    }
    case "&":
    case "intersection": {
      const kept = unique(items, items)?.filter((item) =>
        others.every((other) => other.some((value) => sameAsKey(value, item))),
      );
      return kept ? array(kept, node) : null;
    }
    case "zip":
      return array(
        items.map((item, index) => array([item, ...others.map((other) => other[index] ?? nil())])),
        node,
      );
    case "product":
      return others.length === 1 && items.length * others[0]!.length < 5000
        ? array(
            items.flatMap((item) => others[0]!.map((other) => array([item, other]))),
            node,
          )
        : null;
    default:
      return null;
  }
}

function part(items: readonly Value[], { name, values, node }: Call): Value | null {
  const [first, second] = values;
  if (first === undefined) {
    if (name !== "first" && name !== "last") return null;
    return items.at(name === "first" ? 0 : -1) ?? nil(node);
  }
  if (first.kind === "range" && !second) {
    const slice = rangeSlice(first, items.length);
    return slice ? array(items.slice(slice[0], slice[0] + slice[1]), node) : nil(node);
  }
  if (first.kind !== "number" || (second && second.kind !== "number")) return null;
  const at = first.number;
  switch (name) {
    case "first":
    case "take":
      return at < 0 ? null : array(items.slice(0, at), node);
    case "last":
      return at < 0 ? null : array(at === 0 ? [] : items.slice(-at), node);
    case "drop":
    case "from":
      return at < 0 ? null : array(items.slice(at), node);
    case "to":
      return at < 0 ? null : array(items.slice(0, at + 1), node);
    default: {
      if (!second) return items.at(at) ?? nil(node);
      const start = at < 0 ? at + items.length : at;
      return start < 0 || start > items.length
        ? nil(node)
        : array(items.slice(start, start + second.number), node);
    }
  }
}

function dig(items: readonly Value[], one: Call): Value | null {
  const [first, ...rest] = one.values;
  const found = first?.kind === "number" ? (items.at(first.number) ?? nil(one.node)) : null;
  if (!found || rest.length === 0 || found.kind === "nil") return found;
  return one.context.evaluator.call(found, { ...one, values: rest });
}

function fold(items: readonly Value[], { values, node, context }: Call): Value | null {
  const operator = textOf(values.at(-1));
  const [first, ...rest] = values.length === 2 ? [values[0]!, ...items] : items;
  if (operator === null) return null;
  let total = first ?? nil(node);
  for (const value of rest) {
    const next = context.evaluator.call(total, {
      node,
      name: operator,
      values: [value],
      openArguments: false,
      block: null,
      context,
    });
    if (!next) return null;
    total = next;
  }
  return total;
}

function pick(item: Value, key: Value, node: Value["node"]): Value {
  return item.kind === "hash" ? lookUp(item, key, node) : unknown(node);
}
