import type { Node } from "../../ruby/nodes.ts";
import { array, boolean, emptyHash, nil, string, type Value } from "../value.ts";
import { toEntry } from "./literals.ts";

/** The value of a JSON text; null where it is none, or too long to be a literal. */
export function parseJson(text: string, node: Node | null): Value | null {
  if (text.length > 200_000) return null;
  try {
    return toValue(JSON.parse(text) as unknown, node, 0);
  } catch {
    return null;
  }
}

function toValue(json: unknown, node: Node | null, depth: number): Value | null {
  if (depth > 50) return null;
  switch (typeof json) {
    case "string":
      return string(json, node);
    case "boolean":
      return boolean(json, node);
    case "number":
      // The text is gone, so 1.0 and 1 are the same here, but not in Ruby.
      return Number.isSafeInteger(json) ? { kind: "number", number: json, float: false, node } : null;
    default:
      break;
  }
  if (json === null) return nil(node);
  if (Array.isArray(json)) {
    const items = json.map((item) => toValue(item, node, depth + 1));
    return items.includes(null) ? null : array(items as Value[], node);
  }
  const hash = emptyHash(node);
  for (const [key, item] of Object.entries(json as Record<string, unknown>)) {
    const value = toValue(item, node, depth + 1);
    const entry = value && toEntry(string(key), value);
    if (!entry) return null;
    hash.entries.set(key, entry);
  }
  return hash;
}
