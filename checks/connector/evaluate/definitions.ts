import { textOf, type Value } from "../value.ts";
import type { Call } from "./calls.ts";

/**
 * A method of `object_definitions`: a hash that resolves a definition when it is asked for, to fields of one's own.
 * `fetch` only finds those that were asked for before.
 */
export function callDefinitions(one: Call): Value | null {
  const [key] = one.values;
  if (one.values.length !== 1 || !["[]", "dig"].includes(one.name)) return null;
  const name = textOf(key);
  const fields = name === null ? null : one.context.evaluator.surroundings.definition(name);
  if (!fields) return one.context.evaluator.surprise(one.node);
  return fields;
}
