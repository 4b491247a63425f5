import { spend } from "../effort.ts";
import { degrade, shallowCopyOf } from "../copies.ts";
import {
  array,
  type ArrayValue,
  boolean,
  choice,
  exactItems,
  isScalar,
  string,
  symbol,
  textOf,
  type Value,
  arrayOf,
} from "../value.ts";
import { callEach } from "./array-blocks.ts";
import { changeArray } from "./array-changes.ts";
import { queryArray } from "./array-queries.ts";
import type { Call } from "./calls.ts";
import { compact, flatten, includes, unique } from "./arrays.ts";
import { lookUp } from "./hash-lookup.ts";
import { equals, isOpaque, joinArrays } from "./operators.ts";
import { matches } from "./regular-expressions.ts";

const maxItems = 5000;

/** What a set answers as the array of its items does. */
const ofSets = new Set(
  "all? any? count each each_with_object empty? exclude? find first flat_map include? length map member? none? size sort sort_by to_a to_set".split(
    " ",
  ),
);

/** A method of Array, or one that the SDK adds to lists of fields; null where it is not understood. */
export function callArray(receiver: ArrayValue, one: Call): Value | null {
  if (one.openArguments || receiver.items.length > maxItems || !spend(receiver.items.length >> 4))
    return null;
  const { name, values, node } = one;
  if (receiver.enumerates === "set" && !ofSets.has(name)) {
    degrade(receiver);
    return null;
  }
  switch (name) {
    case "+":
      if (values[0]?.kind !== "array") one.context.evaluator.surprise(node);
      return values[0] ? joinArrays(receiver, values[0], node) : null;
    case "compact":
      return compact(receiver, node);
    case "flatten":
      return flatten(
        receiver,
        values[0] === undefined ? Infinity : values[0].kind === "number" ? values[0].number : -1,
        node,
      );
    case "to_a":
    case "entries":
      return receiver.enumerates === undefined ? receiver : arrayOf([...receiver.items], node, receiver.open);
    case "to_ary":
    case "lazy":
    case "force":
      return receiver;
    case "to_set":
      return toSet(receiver, node);
    case "reverse":
      return arrayOf(receiver.items.toReversed(), node, receiver.open);
    case "only":
    case "ignored":
    case "required":
      return selectFields(receiver, one);
    case "where":
      return where(receiver, one);
    default:
      return changeArray(receiver, one) ?? (one.block ? callEach(receiver, one) : queryArray(receiver, one));
  }
}

function toSet(receiver: ArrayValue, node: Value["node"]): ArrayValue | null {
  const items = exactItems(receiver);
  const kept = items && unique(items, items);
  return kept && { ...array(kept, node), enumerates: "set" };
}

/** `only` and `ignored` choose fields by name, `required` makes them so. */
function selectFields(receiver: ArrayValue, { name, values, node }: Call): ArrayValue | null {
  if (values.some((value) => textOf(value) === null)) return null;
  const result = arrayOf([], node, receiver.open);
  for (const item of receiver.items) {
    const isNamed =
      item.value.kind === "hash" ? includes(values, lookUp(item.value, symbol("name"), node)) : null;
    if (name === "required") {
      result.items.push(isNamed === false ? item : { ...item, value: required(item.value, isNamed) });
    } else if (isNamed === null) {
      result.items.push({ ...item, conditional: true });
    } else if (isNamed === (name === "only")) {
      result.items.push(item);
    }
  }
  return result;
}

/**
 * The SDK's `where` for keys without an operator in them: the items whose values are equal, in a list or range, or
 * matched, all as the conditions say.
 */
function where(receiver: ArrayValue, { values: [conditions], node }: Call): ArrayValue | null {
  const items = exactItems(receiver);
  if (!items || conditions?.kind !== "hash" || conditions.open || conditions.entries.size === 0) return null;
  if (items[0]?.kind !== "hash") return items.length > 0 && isOpaque(items[0]!) ? null : array([], node);
  const result = array([], node);
  for (const item of items) {
    const verdicts = Array.from(conditions.entries.values(), (entry) => {
      if (item.kind !== "hash" || entry.conditional || !/^\w+$/.test(entry.key)) return null;
      return fits(lookUp(item, entry.keyValue, node), entry.value);
    });
    if (verdicts.includes(false)) continue;
    result.items.push({ value: item, conditional: verdicts.includes(null) });
  }
  return result;
}

function fits(value: Value, wanted: Value): boolean | null {
  if (wanted.kind === "array") {
    const all = exactItems(wanted);
    // What is not there cannot be looked for, nor compared as a number.
    return all && value.kind !== "nil" && value.kind !== "number" ? includes(all, value) : null;
  }
  if (wanted.kind === "regexp") return value.kind === "string" ? matches(wanted, value.text) : null;
  if (!isScalar(wanted) || (wanted.kind === "number") !== (value.kind === "number")) return null;
  return equals(value, wanted);
}

function required(field: Value, isNamed: boolean | null): Value {
  const copy = shallowCopyOf(field);
  if (copy.kind !== "hash") return copy;
  const before = copy.entries.get("optional");
  copy.entries.set("optional", {
    key: "optional",
    keyValue: copy.indifferent ? string("optional") : symbol("optional"),
    keyNode: null,
    value: isNamed ? boolean(false) : choice([boolean(false), ...(before ? [before.value] : [])]),
    conditional: isNamed === null && !before,
  });
  return copy;
}
