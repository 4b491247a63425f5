import { array, integer, type Value } from "../value.ts";
import { slices } from "./array-groups.ts";
import type { Call } from "./calls.ts";

/** Methods of the same effect, so that enumerators go by few names. */
const otherNames = new Map([
  ["collect", "map"],
  ["filter", "select"],
  ["find_all", "select"],
  ["reverse_each", "each"],
]);

/** A method that gives an enumerator where it has no block; null for any other. */
export function enumerate(items: readonly Value[], { name, values: [first], node }: Call): Value | null {
  switch (name) {
    case "each":
    case "map":
    case "collect":
    case "flat_map":
    case "select":
    case "filter":
    case "find_all":
    case "reject":
    case "each_entry":
    case "reverse_each":
      return {
        ...array(name === "reverse_each" ? items.toReversed() : items, node),
        enumerates: otherNames.get(name) ?? name,
      };
    case "each_with_index":
    case "with_index":
      return name === "with_index" || !first ? pairs(items, first, node) : null;
    case "each_slice":
    case "each_cons": {
      const groups = slices(items, first, name === "each_cons");
      return (
        groups && {
          ...array(
            groups.map((group) => array(group)),
            node,
          ),
          enumerates: "each",
        }
      );
    }
    default:
      return null;
  }
}

function pairs(items: readonly Value[], start: Value | undefined, node: Value["node"]): Value | null {
  const from = start === undefined ? 0 : start.kind === "number" ? start.number : null;
  if (from === null) return null;
  return {
    ...array(
      items.map((item, index) => array([item, integer(from + index)])),
      node,
    ),
    enumerates: "each",
  };
}
