import {
  addItems,
  array,
  type ArrayItem,
  type ArrayValue,
  exactItems,
  integer,
  nil,
  truthiness,
  unknown,
  type Value,
  arrayOf,
} from "../value.ts";
import { chunks, groupBy, groupsOf, slices } from "./array-groups.ts";
import { sortBy, sortWith } from "./array-order.ts";
import { search } from "./array-searches.ts";
import { unique } from "./arrays.ts";
import type { Call } from "./calls.ts";
import { toHash } from "./class-methods.ts";
import { callOperator } from "./operators.ts";

/** A method of Array with a block; null where it is not understood. */
export function callEach(receiver: ArrayValue, one: Call): Value | null {
  const items = exactItems(receiver);
  const { name, context, node } = one;
  const block = one.block!;
  const each = (run: (value: Value, index: number) => Value): ArrayItem[] =>
    receiver.items.map(({ value, conditional }, index) => ({
      value: items ? run(value, index) : context.evaluator.tentatively(() => run(value, index), unknown()),
      conditional,
    }));
  switch (name) {
    case "map":
    case "collect":
      return arrayOf(
        each((value) => block(value)),
        node,
        receiver.open,
      );
    case "flat_map":
    case "collect_concat":
      return flattenOnce(
        arrayOf(
          each((value) => block(value)),
          node,
          receiver.open,
        ),
      );
    case "select":
    case "filter":
    case "find_all":
    case "reject":
      return filter(receiver, one, name === "reject");
    default:
      return items && callExact(receiver, items, one);
  }
}

/** Methods that need every item to be known. */
function callExact(receiver: ArrayValue, items: readonly Value[], one: Call): Value | null {
  const { name, values, node } = one;
  const block = one.block!;
  const [first] = values;
  switch (name) {
    case "inject":
    case "reduce":
      return reduce(first ? [first, ...items] : items, one);
    case "sum":
      return sum(
        items.map((item) => block(item)),
        one,
      );
    case "fetch": {
      const at = first?.kind === "number" && !first.float ? first : null;
      return at && (items.at(at.number) ?? block(at));
    }
    case "sort":
      return sortWith(items, one);
    case "chunk_while":
    case "slice_when":
      return chunks(items, one);
    case "to_h":
      return toHash(
        items.map((item) => block(item)),
        node,
      );
    case "index_by":
      return toHash(
        items.map((item) => array([block(item), item])),
        node,
      );
    case "index_with":
      return toHash(
        items.map((item) => array([item, block(item)])),
        node,
      );
    case "group_by":
      return groupBy(items, one);
    case "sort_by":
    case "min_by":
    case "max_by":
      return sortBy(items, one);
    case "uniq": {
      const kept = unique(
        items,
        items.map((item) => block(item)),
      );
      return kept && array(kept, node);
    }
    case "to_a":
      return receiver;
    default:
      return goThrough(receiver, items, one) ?? search(items, one);
  }
}

/** Methods that call the block with each item, or group of items, and mostly give the array. */
function goThrough(receiver: ArrayValue, items: readonly Value[], one: Call): Value | null {
  const { name, values } = one;
  const block = one.block!;
  const [first] = values;
  switch (name) {
    case "each":
    case "each_entry":
      for (const item of items) block(item);
      return receiver;
    case "reverse_each":
      for (const item of items.toReversed()) block(item);
      return receiver;
    case "each_with_index":
      for (const [index, item] of items.entries()) block(item, integer(index));
      return receiver;
    case "each_index":
      for (const index of items.keys()) block(integer(index));
      return receiver;
    case "with_index":
    case "each_with_index_from":
      return withIndex(receiver, items, one);
    case "each_with_object":
    case "with_object":
      if (!first) return null;
      for (const item of items) block(item, first);
      return first;
    case "each_slice":
    case "each_cons": {
      const groups = slices(items, first, name === "each_cons");
      for (const group of groups ?? []) block(array(group));
      return groups && receiver;
    }
    case "in_groups_of": {
      const groups = groupsOf(items, one);
      for (const group of groups ?? []) block(group);
      return groups && receiver;
    }
    default:
      return null;
  }
}

/** `each.with_index(1)`, `map.with_index` and their like: the enumerator knows what is done with the results. */
function withIndex(
  receiver: ArrayValue,
  items: readonly Value[],
  { values, node, block }: Call,
): Value | null {
  const start = values[0] === undefined ? 0 : values[0].kind === "number" ? values[0].number : null;
  if (start === null) return null;
  const results = items.map((item, index) => block!(item, integer(start + index)));
  switch (receiver.enumerates) {
    case "map":
      return array(results, node);
    case "flat_map":
      return flattenOnce(array(results, node));
    case "each":
      return array(items, node);
    case "select":
    case "reject": {
      const truths = results.map(truthiness);
      const keeps = receiver.enumerates === "select";
      return truths.includes(null)
        ? null
        : array(
            items.filter((_, index) => truths[index] === keeps),
            node,
          );
    }
    default:
      return null;
  }
}

function flattenOnce(receiver: ArrayValue): ArrayValue {
  const result: ArrayValue = { ...receiver, items: [] };
  for (const item of receiver.items) {
    if (item.value.kind === "array") {
      const inner = item.value.items.map((one) => ({
        ...one,
        conditional: one.conditional || item.conditional,
      }));
      if (!addItems(result.items, inner)) result.open = true;
      result.open ||= item.value.open;
    } else {
      result.items.push(item);
      result.open ||= item.value.kind === "unknown" || item.value.kind === "choice";
    }
  }
  return result;
}

function reduce(items: readonly Value[], { block, node }: Call): Value {
  const [first, ...rest] = items;
  return rest.reduce((accumulator, value) => block!(accumulator, value), first ?? nil(node));
}

function filter(receiver: ArrayValue, one: Call, negated: boolean): ArrayValue {
  const { context } = one;
  const isExact = exactItems(receiver) !== null;
  const result = arrayOf([], one.node, receiver.open);
  for (const item of receiver.items) {
    const verdict = isExact
      ? one.block!(item.value)
      : context.evaluator.tentatively(() => one.block!(item.value), unknown());
    const truth = truthiness(verdict);
    if (truth === null) result.items.push({ ...item, conditional: true });
    else if (truth !== negated) result.items.push(item);
  }
  return result;
}

/** Ruby adds up floats more exactly than one after the other. */
export function sum(items: readonly Value[], { values: [first], node }: Call): Value | null {
  const all = [first ?? integer(0), ...items];
  if (items.length > 1 && all.some((item) => item.kind === "number" && item.float)) return null;
  return all.reduce((total, value) => callOperator(total, "+", value, node));
}
