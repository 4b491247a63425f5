import { array, emptyHash, nil, truthiness, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { toEntry } from "./literals.ts";

/** The items in groups of a size; null where it is not known. */
export function slices(
  items: readonly Value[],
  size: Value | undefined,
  overlapping: boolean,
): Value[][] | null {
  if (size?.kind !== "number" || size.number < 1) return null;
  const groups: Value[][] = [];
  for (let at = 0; at < items.length; at += overlapping ? 1 : size.number) {
    const group = items.slice(at, at + size.number);
    if (!overlapping || group.length === size.number) groups.push(group);
  }
  return groups;
}

/** Runs of items, each of which goes on as the block says of an item and the next. */
export function chunks(items: readonly Value[], { name, block, node }: Call): Value | null {
  const runs: Value[][] = items.length === 0 ? [] : [[items[0]!]];
  for (const [index, item] of items.slice(1).entries()) {
    const truth = truthiness(block!(items[index]!, item));
    if (truth === null) return null;
    if (truth === (name === "chunk_while")) runs.at(-1)!.push(item);
    else runs.push([item]);
  }
  return array(
    runs.map((run) => array(run)),
    node,
  );
}

/** More than it takes to fill up any group that is meant. */
const mostFillers = 1000;

/** Rails' `in_groups_of`: the last group is filled up. */
export function groupsOf(items: readonly Value[], { values, node }: Call): Value[] | null {
  const [size, filler = nil(node)] = values;
  const groups = slices(items, size, false);
  if (!groups || size?.kind !== "number" || (filler.kind === "unknown" && groups.length > 0)) return null;
  const isFilled = truthiness(filler) !== false || filler.kind === "nil";
  if (isFilled && size.number > mostFillers) return null;
  return groups.map((group) => {
    const missing = isFilled ? size.number - group.length : 0;
    return array([...group, ...Array.from({ length: missing }, () => filler)]);
  });
}

export function groupBy(items: readonly Value[], { block, node }: Call): Value | null {
  const groups = emptyHash(node);
  for (const item of items) {
    const entry = toEntry(block!(item), item);
    const before = entry && groups.entries.get(entry.key);
    if (!entry || (before && before.keyValue.kind !== entry.keyValue.kind)) return null;
    const members = before?.value.kind === "array" ? before.value : array([]);
    members.items.push({ value: item, conditional: false });
    groups.entries.set(entry.key, { ...entry, value: members });
  }
  return groups;
}
