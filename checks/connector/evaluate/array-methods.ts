import { spend } from "../effort.ts";
import {
  type ArrayValue,
  boolean,
  choice,
  copyOf,
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
import { compact, flatten, includes } from "./arrays.ts";
import { lookUp } from "./hash-lookup.ts";
import { joinArrays } from "./operators.ts";

const maxItems = 5000;

/** A method of Array, or one that the SDK adds to lists of fields; null where it is not understood. */
export function callArray(receiver: ArrayValue, one: Call): Value | null {
  if (one.openArguments || receiver.items.length > maxItems || !spend(receiver.items.length >> 4))
    return null;
  const { name, values, node } = one;
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
    case "to_ary":
    case "entries":
    case "lazy":
    case "force":
    case "to_set":
      return receiver;
    case "reverse":
      return arrayOf(receiver.items.toReversed(), node, receiver.open);
    case "only":
    case "ignored":
    case "required":
      return selectFields(receiver, one);
    default:
      return changeArray(receiver, one) ?? (one.block ? callEach(receiver, one) : queryArray(receiver, one));
  }
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

function required(field: Value, isNamed: boolean | null): Value {
  const copy = copyOf(field);
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
