import { array, boolean, choice, integer, nil, truthiness, unknown, type Value } from "../value.ts";
import type { Call } from "./calls.ts";

/** A method of Array whose block says what is looked for; null for any other, or where it is not known. */
export function search(items: readonly Value[], one: Call): Value | null {
  const { name, values, node } = one;
  const block = one.block!;
  const [first] = values;
  switch (name) {
    case "find":
    case "detect":
    case "transform_find":
      return first ? null : find(items, one);
    case "find_index":
    case "index": {
      const at = items.findIndex((item) => truthiness(block(item)) !== false);
      return at === -1 ? nil(node) : truthiness(block(items[at]!)) === null ? null : integer(at, node);
    }
    case "any?":
    case "all?":
    case "none?":
      return quantify(items, one);
    case "one?":
    case "count": {
      const truths = items.map((item) => truthiness(block(item)));
      const count = truths.filter(Boolean).length;
      if (truths.includes(null)) return null;
      return name === "count" ? integer(count, node) : boolean(count === 1, node);
    }
    case "filter_map":
    case "transform_select": {
      const results = items.map((item) => block(item));
      return results.some((value) => truthiness(value) === null)
        ? null
        : array(
            results.filter((value) => truthiness(value)),
            node,
          );
    }
    case "partition": {
      const truths = items.map((item) => truthiness(block(item)));
      if (truths.includes(null)) return null;
      return array(
        [true, false].map((side) => array(items.filter((_, index) => truths[index] === side))),
        node,
      );
    }
    case "take_while":
    case "drop_while": {
      const truths = items.map((item) => truthiness(block(item)));
      const end = truths.findIndex((truth) => truth !== true);
      if (end !== -1 && truths[end] === null) return null;
      const at = end === -1 ? items.length : end;
      return array(name === "take_while" ? items.slice(0, at) : items.slice(at), node);
    }
    default:
      return null;
  }
}

function find(items: readonly Value[], one: Call): Value {
  const candidates: Value[] = [];
  for (const item of items) {
    const verdict = one.block!(item);
    const truth = truthiness(verdict);
    const found = one.name === "transform_find" ? verdict : item;
    if (truth !== false) candidates.push(found);
    if (truth === true) return choice(candidates, one.node);
  }
  return choice([...candidates, nil()], one.node);
}

function quantify(items: readonly Value[], one: Call): Value {
  const decisive = one.name !== "all?";
  let isKnown = true;
  for (const item of items) {
    const truth = truthiness(one.block!(item));
    if (truth === decisive) return isKnown ? boolean(one.name === "any?", one.node) : unknown(one.node);
    isKnown &&= truth !== null;
  }
  return isKnown ? boolean(one.name !== "any?", one.node) : unknown(one.node);
}
