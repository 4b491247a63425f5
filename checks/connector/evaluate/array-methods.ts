import {
  array,
  type ArrayItem,
  type ArrayValue,
  boolean,
  choice,
  copyOf,
  emptyHash,
  exactItems,
  integer,
  nil,
  scalarEquals,
  string,
  textOf,
  toText,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import type { Call } from "./calls.ts";
import { appendTo, breaksOut, concatTo } from "./mutation.ts";
import { joinArrays } from "./operators.ts";

const maxItems = 5000;

/** A method of Array, or one that the SDK adds to lists of fields; null where it is not understood. */
export function callArray(receiver: ArrayValue, one: Call): Value | null {
  if (one.openArguments || receiver.items.length > maxItems) return null;
  const { name, values, node, context } = one;
  switch (name) {
    case "+":
      return values[0] ? joinArrays(receiver, values[0], node) : null;
    case "concat":
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
    case "compact":
      return compact(receiver, node);
    case "flatten":
      return values.length === 0 ? flatten(receiver, node) : null;
    case "to_a":
    case "entries":
      return receiver;
    case "reverse":
      return { ...receiver, node, items: receiver.items.toReversed() };
    case "only":
    case "ignored":
    case "required":
      return values.every((value) => textOf(value) !== null) ? selectFields(receiver, one) : null;
    default:
      return one.block ? callWithBlock(receiver, one) : query(receiver, one);
  }
}

function compact(receiver: ArrayValue, node: Value["node"]): ArrayValue {
  const items: ArrayItem[] = [];
  for (const item of receiver.items) {
    const isNil = item.value.kind === "nil";
    const mayBeNil = item.value.kind === "unknown" || item.value.kind === "choice";
    if (!isNil) items.push(mayBeNil ? { ...withoutNil(item), conditional: true } : item);
  }
  return { kind: "array", node, items, open: receiver.open };
}

function withoutNil(item: ArrayItem): ArrayItem {
  if (item.value.kind !== "choice") return item;
  return { ...item, value: choice(item.value.options.filter((option) => option.kind !== "nil")) };
}

function flatten(receiver: ArrayValue, node: Value["node"]): ArrayValue {
  const result: ArrayValue = { kind: "array", node, items: [], open: receiver.open };
  for (const item of receiver.items) {
    if (item.value.kind === "array") {
      const inner = flatten(item.value, null);
      result.items.push(
        ...inner.items.map((one) => ({ ...one, conditional: one.conditional || item.conditional })),
      );
      result.open ||= inner.open;
    } else {
      result.items.push(item);
      result.open ||= item.value.kind === "unknown" || item.value.kind === "choice";
    }
  }
  return result;
}

/** `only` and `ignored` choose fields by name, `required` makes them so. */
function selectFields(receiver: ArrayValue, one: Call): ArrayValue {
  const names = new Set(one.values.map((value) => textOf(value)));
  const result: ArrayValue = { kind: "array", node: one.node, items: [], open: receiver.open };
  for (const item of receiver.items) {
    const name = item.value.kind === "hash" ? textOf(item.value.entries.get("name")?.value) : null;
    if (item.value.kind !== "hash" || name === null) {
      result.items.push({ ...item, conditional: one.name !== "required" || item.conditional });
    } else if (one.name === "required") {
      const field = copyOf(item.value);
      if (names.has(name) && field.kind === "hash") {
        field.entries.set("optional", {
          key: "optional",
          keyNode: null,
          value: boolean(false),
          conditional: false,
        });
      }
      result.items.push({ ...item, value: field });
    } else if (names.has(name) === (one.name === "only")) {
      result.items.push(item);
    }
  }
  return result;
}

function callWithBlock(receiver: ArrayValue, one: Call): Value | null {
  const { name, node, values, context } = one;
  const block = one.block!;
  if (node.block && breaksOut(node.block)) return null;
  const exact = exactItems(receiver);
  const each = (run: (value: Value, index: number) => Value): ArrayItem[] =>
    receiver.items.map(({ value, conditional }, index) => ({
      value: exact ? run(value, index) : context.evaluator.tentatively(() => run(value, index)),
      conditional,
    }));
  switch (name) {
    case "map":
    case "collect":
      return { kind: "array", node, items: each((value) => block(value)), open: receiver.open };
    case "flat_map": {
      const items = each((value) => block(value));
      return flattenOnce({ kind: "array", node, items, open: receiver.open });
    }
    case "each":
      if (!exact) return null;
      each((value) => block(value));
      return receiver;
    case "each_with_index":
      if (!exact) return null;
      each((value, index) => block(value, integer(index)));
      return receiver;
    case "each_with_object":
      if (!exact || !values[0]) return null;
      each((value) => block(value, values[0]!));
      return values[0];
    case "inject":
    case "reduce":
      return exact ? reduce(exact, one) : null;
    case "select":
    case "filter":
    case "reject":
      return filter(receiver, one, name === "reject");
    case "find":
    case "detect":
      return exact ? find(exact, one) : null;
    case "any?":
    case "all?":
    case "none?":
      return exact ? quantify(exact, one) : null;
    case "to_h":
      return exact
        ? toHash(
            exact.map((value) => block(value)),
            node,
          )
        : null;
    default:
      return null;
  }
}

function flattenOnce(receiver: ArrayValue): ArrayValue {
  const result: ArrayValue = { ...receiver, items: [] };
  for (const item of receiver.items) {
    if (item.value.kind === "array") {
      result.items.push(...item.value.items);
      result.open ||= item.value.open;
    } else {
      result.items.push(item);
      result.open ||= item.value.kind === "unknown" || item.value.kind === "choice";
    }
  }
  return result;
}

function reduce(items: readonly Value[], one: Call): Value {
  let [accumulator, ...rest] = one.values[0] ? [one.values[0], ...items] : items;
  for (const value of rest) accumulator = one.block!(accumulator ?? unknown(), value);
  return accumulator ?? nil(one.node);
}

function filter(receiver: ArrayValue, one: Call, negated: boolean): ArrayValue {
  const result: ArrayValue = { kind: "array", node: one.node, items: [], open: receiver.open };
  for (const item of receiver.items) {
    const truth = truthiness(one.block!(item.value));
    if (truth === null) result.items.push({ ...item, conditional: true });
    else if (truth !== negated) result.items.push(item);
  }
  return result;
}

function find(items: readonly Value[], one: Call): Value {
  const candidates: Value[] = [];
  for (const item of items) {
    const truth = truthiness(one.block!(item));
    if (truth !== false) candidates.push(item);
    if (truth === true) return choice(candidates, one.node);
  }
  return choice([...candidates, nil()], one.node);
}

function quantify(items: readonly Value[], one: Call): Value {
  const truths = items.map((item) => truthiness(one.block!(item)));
  const decisive = one.name !== "all?";
  if (truths.includes(decisive)) return boolean(one.name === "any?", one.node);
  return truths.includes(null) ? unknown(one.node) : boolean(one.name !== "any?", one.node);
}

function toHash(pairs: readonly Value[], node: Value["node"]): Value {
  const hash = emptyHash(node);
  for (const pair of pairs) {
    const [key, value] = exactItems(pair) ?? [];
    const name = key && textOf(key);
    if (typeof name !== "string" || !value) hash.open = true;
    else hash.entries.set(name, { key: name, keyNode: key!.node, value, conditional: false });
  }
  return hash;
}

/** Questions that need every item to be known. */
function query(receiver: ArrayValue, one: Call): Value | null {
  const items = exactItems(receiver);
  const [argument] = one.values;
  if (!items) return null;
  switch (one.name) {
    case "[]":
    case "dig":
    case "at":
      return argument?.kind === "number" && one.values.length === 1
        ? (items.at(argument.number) ?? nil(one.node))
        : null;
    case "first":
    case "last":
      return argument ? null : (items.at(one.name === "first" ? 0 : -1) ?? nil(one.node));
    case "size":
    case "length":
    case "count":
      return argument ? null : integer(items.length, one.node);
    case "empty?":
      return boolean(items.length === 0, one.node);
    case "any?":
      return argument
        ? null
        : boolean(
            items.some((item) => truthiness(item) !== false),
            one.node,
          );
    case "include?":
    case "exclude?": {
      const matches = items.map((item) => (argument ? scalarEquals(item, argument) : null));
      if (matches.includes(true)) return boolean(one.name === "include?", one.node);
      return matches.includes(null) ? unknown(one.node) : boolean(one.name !== "include?", one.node);
    }
    case "join": {
      const texts = items.map(toText);
      const separator = argument ? textOf(argument) : "";
      return separator === null || texts.includes(null) ? null : string(texts.join(separator), one.node);
    }
    case "uniq":
      return items.every((item) => textOf(item) !== null)
        ? array(
            items.filter((item, index) => items.findIndex((other) => scalarEquals(other, item)) === index),
            one.node,
          )
        : null;
    case "to_h":
      return toHash(items, one.node);
    default:
      return null;
  }
}
