import type { Node } from "../../ruby/nodes.ts";
import { array, boolean, emptyHash, nil, string, type symbol, type Value } from "../value.ts";
import { toEntry } from "./literals.ts";

/** The value of a JSON text; null where it is none, or too long to be a literal. */
export function parseJson(text: string, node: Node | null, toKey: ToKey = string): Value | null {
  if (text.length > 200_000) return null;
  try {
    return toValue(JSON.parse(text) as unknown, node, toKey, 0);
  } catch {
    return null;
  }
}

type ToKey = typeof string | typeof symbol;

function toValue(json: unknown, node: Node | null, toKey: ToKey, depth: number): Value | null {
  if (depth > 50) return null;
  switch (typeof json) {
    case "string":
      return string(json, node);
    case "boolean":
      return boolean(json, node);
    case "number":
      // The text is gone, so 1.0 and 1 are the same here, but not in Ruby.
      return Number.isSafeInteger(json) || !Number.isInteger(json)
        ? { kind: "number", number: json, float: !Number.isInteger(json), node }
        : null;
    default:
      break;
  }
  if (json === null) return nil(node);
  if (Array.isArray(json)) {
    const items = json.map((item) => toValue(item, node, toKey, depth + 1));
    return items.includes(null) ? null : array(items as Value[], node);
  }
  const hash = emptyHash(node);
  const entries = Object.entries(json as Record<string, unknown>);
  // JavaScript puts keys that are numbers first, and in their order.
  if (entries.length > 1 && entries.some(([key]) => /^\d+$/.test(key))) return null;
  for (const [key, item] of entries) {
    const value = toValue(item, node, toKey, depth + 1);
    const entry = value && toEntry(toKey(key), value);
    if (!entry) return null;
    hash.entries.set(key, entry);
  }
  return hash;
}
