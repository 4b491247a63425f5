import { array, type ArrayItem, type ArrayValue, exactItems, nil, truthiness, type Value } from "../value.ts";
import { mustBeOwn } from "../sharing.ts";
import { callEach } from "./array-blocks.ts";
import { queryArray } from "./array-queries.ts";
import { compact, flatten, unique } from "./arrays.ts";
import type { Call } from "./calls.ts";
import { appendTo, concatTo } from "./mutation.ts";
import { equals } from "./operators.ts";

/** A method that changes an array in place; null where it is none, or not understood. */
export function changeArray(receiver: ArrayValue, one: Call): Value | null {
  const { name, values, context } = one;
  switch (name) {
    case "concat":
      // Ruby raises an exception, unless it is an array after all.
      if (values.some(({ kind }) => kind !== "array")) context.evaluator.surprise(one.node);
      for (const value of values) concatTo(receiver, value, context);
      return receiver;
    case "<<":
    case "push":
    case "append":
      appendTo(receiver, values, context);
      return receiver;
    case "unshift":
    case "prepend":
      appendTo(receiver, values, context, true);
      return receiver;
    default:
      return context.evaluator.isTentative(receiver) ? null : changeExact(receiver, one);
  }
}

/** Changes that need every item to be known, and the code to be surely run. */
function changeExact(receiver: ArrayValue, one: Call): Value | null {
  const items = exactItems(receiver);
  const { name, values, node, block } = one;
  const [first, second] = values;
  if (!items) return null;
  const index =
    first?.kind === "number" && !first.float
      ? first.number < 0
        ? first.number + items.length
        : first.number
      : null;
  switch (name) {
    case "pop":
    case "shift": {
      if (first)
        return index === null || first.kind !== "number" || first.number < 0
          ? null
          : takeOff(receiver, items, one, index);
      const item = (name === "pop" ? items.at(-1) : items[0]) ?? nil(node);
      set(receiver, name === "pop" ? items.slice(0, -1) : items.slice(1));
      return item;
    }
    case "insert":
      if (index === null || first?.kind !== "number") return null;
      return insert(receiver, items, first.number < 0 ? index + 1 : index, values.slice(1));
    case "[]=": {
      if (index === null || !second || values.length !== 2 || index < 0 || index > items.length + 100)
        return null;
      const changed = [...items];
      while (changed.length < index) changed.push(nil());
      changed[index] = second;
      set(receiver, changed);
      return second;
    }
    case "delete_at": {
      if (index === null) return null;
      const item = items[index] ?? nil(node);
      set(
        receiver,
        items.filter((_, at) => at !== index),
      );
      return item;
    }
    case "delete": {
      const same = items.map((item) => (first ? equals(item, first) : null));
      if (same.includes(null) || !first || block) return null;
      set(
        receiver,
        items.filter((_, at) => !same[at]),
      );
      return same.includes(true) ? first : nil(node);
    }
    case "clear":
      set(receiver, []);
      return receiver;
    case "replace": {
      const others = exactItems(first);
      if (others) set(receiver, others);
      return others && receiver;
    }
    case "compact!":
      return change(receiver, compact(receiver, node).items, node);
    case "flatten!":
      return first ? null : change(receiver, flatten(receiver, Infinity, node)?.items, node);
    case "uniq!":
      return block ? null : change(receiver, unique(items, items)?.map(asItem), node);
    case "reverse!":
      set(receiver, items.toReversed());
      return receiver;
    case "sort!":
    case "sort_by!": {
      const sorted = (block ? callEach : queryArray)(receiver, { ...one, name: name.slice(0, -1) });
      const others = exactItems(sorted ?? undefined);
      if (others) set(receiver, others);
      return others && receiver;
    }
    case "map!":
    case "collect!":
      if (block)
        set(
          receiver,
          items.map((item) => block(item)),
        );
      return block && receiver;
    case "select!":
    case "filter!":
    case "keep_if":
    case "reject!":
    case "delete_if":
      return block && filter(receiver, items, one);
    default:
      return null;
  }
}

function asItem(value: Value): ArrayItem {
  return { value, conditional: false };
}

function set(receiver: ArrayValue, items: readonly Value[]): void {
  mustBeOwn(receiver);
  receiver.items = items.map(asItem);
}

/** `pop` and `shift` with a number give an array. */
function takeOff(receiver: ArrayValue, items: readonly Value[], { name, node }: Call, count: number): Value {
  const at = name === "pop" ? Math.max(0, items.length - count) : count;
  const [head, tail] = [items.slice(0, at), items.slice(at)];
  set(receiver, name === "pop" ? head : tail);
  return array(name === "pop" ? tail : head, node);
}

function insert(
  receiver: ArrayValue,
  items: readonly Value[],
  at: number,
  added: readonly Value[],
): Value | null {
  if (at < 0 || at > items.length) return null;
  set(receiver, items.toSpliced(at, 0, ...added));
  return receiver;
}

/** Methods with `!` give nil where nothing changed. */
function change(receiver: ArrayValue, items: ArrayItem[] | undefined, node: Value["node"]): Value | null {
  if (!items) return null;
  const isSame =
    items.length === receiver.items.length &&
    items.every((item, index) => item.value === receiver.items[index]!.value);
  mustBeOwn(receiver);
  receiver.items = items;
  return isSame ? nil(node) : receiver;
}

function filter(receiver: ArrayValue, items: readonly Value[], { name, block, node }: Call): Value | null {
  const truths = items.map((item) => truthiness(block!(item)));
  if (truths.includes(null)) return null;
  const keeps = !(name === "reject!" || name === "delete_if");
  const kept = items.filter((_, index) => truths[index] === keeps);
  const isSame = kept.length === items.length;
  set(receiver, kept);
  return isSame && name.endsWith("!") ? nil(node) : receiver;
}
