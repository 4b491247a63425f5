import { KeywordHashNode } from "../../ruby/nodes.ts";
import { copyOf } from "../copies.ts";
import {
  array,
  type ClassValue,
  emptyHash,
  exactItems,
  integer,
  string,
  symbol,
  truthiness,
  type Value,
} from "../value.ts";
import { slices } from "./array-groups.ts";
import type { Call } from "./calls.ts";
import { parseJson } from "./json.ts";
import { overwriteUnknown, putEntry, toEntry } from "./literals.ts";

const maxItems = 2000;

/** A method of a class itself, such as `Array.wrap`; null where it is not understood. */
export function callClass({ name: className }: ClassValue, one: Call): Value | null {
  if (one.openArguments) return null;
  const { name, values, block, node } = one;
  const [first, second] = values;
  switch (`${className}.${name}`) {
    case `${className}.name`:
    case `${className}.to_s`:
      return string(className, node);
    case "Array.wrap":
      if (first?.kind === "nil") return array([], node);
      if (first?.kind === "array") return first;
      return !first || first.kind === "unknown" || first.kind === "choice" ? null : array([first], node);
    case "Array.new": {
      if (!first) return array([], node);
      if (first.kind !== "number" || first.number < 0 || first.number > maxItems) return null;
      const items = Array.from({ length: first.number }, (_, index) =>
        block ? block(integer(index)) : second,
      );
      return items.every((item) => item !== undefined) ? array(items, node) : null;
    }
    case "Hash.new":
      return newHash(one);
    case "Hash.[]":
      if (values.length > 1)
        return toHash(
          slices(values, integer(2), false)!.map((pair) => array(pair)),
          node,
        );
      return (
        toHash(first?.kind === "array" ? exactItems(first) : null, node) ??
        (first?.kind === "hash" ? copyOf(first) : null)
      );
    case "Set.new":
      if (block || values.length > 1) return null;
      return one.context.evaluator.call(first ?? array([], node), { ...one, name: "to_set", values: [] });
    case "JSON.parse":
      return first?.kind === "string" ? parseJsonAs(first.text, second, node) : null;
    case "String.new":
      return !first ? string("", node) : first.kind === "string" ? string(first.text, node) : null;
    default: {
      const own = one.context.evaluator.surroundings.constant(`${className}::${name}`);
      return own?.kind === "function" ? one.context.evaluator.invoke(own, values) : null;
    }
  }
}

function parseJsonAs(text: string, options: Value | undefined, node: Value["node"]): Value | null {
  if (!options) return parseJson(text, node);
  const isKnown = options.kind === "hash" && !options.open && options.entries.size === 1;
  const asSymbols = isKnown ? options.entries.get("symbolize_names") : undefined;
  return asSymbols && truthiness(asSymbols.value) ? parseJson(text, node, symbol) : null;
}

/** With a default of its own, a hash answers to keys that it does not have. */
function newHash({ values: [first, second], block, node }: Call): Value | null {
  if (second || first?.node instanceof KeywordHashNode) return null;
  const hash = emptyHash(node);
  if (block) hash.fallback = (self, key) => block(self, key);
  else if (first && first.kind !== "nil") hash.fallback = () => first;
  return hash;
}

/** A hash of pairs; null where they are not all known. */
export function toHash(pairs: readonly Value[] | null, node: Value["node"]): Value | null {
  if (!pairs) return null;
  const hash = emptyHash(node);
  for (const pair of pairs) {
    const [key, value] = exactItems(pair) ?? [];
    const entry = key && value && toEntry(key, value);
    if (entry) putEntry(hash, entry);
    else overwriteUnknown(hash);
  }
  return hash;
}
