import { choice, emptyHash, type HashValue, unknown, type Value } from "./value.ts";

/**
 * One hash for several of which one counts, depending on what is only known when the connector is loaded: what all have
 * is there, and what only some have is there perhaps. Unknown where one may not be a hash.
 */
export function joined(options: readonly Value[], { node }: Value, depth = 0): Value {
  // What is nothing cannot be loaded.
  const hashes = options.filter((option) => option.kind === "hash");
  if (hashes.length < options.filter(({ kind }) => kind !== "nil").length) return unknown(node);
  if (hashes.length === 1) return hashes[0]!;
  const result = emptyHash(node);
  result.open = hashes.some((hash) => hash.open);
  for (const key of new Set(hashes.flatMap((hash) => [...hash.entries.keys()]))) {
    const entries = hashes.flatMap((hash: HashValue) => hash.entries.get(key) ?? []);
    const values = entries.map(({ value }) => value);
    // Sections, and what is in them.
    const isJoined = depth < 3 && values.length > 1 && values.every(({ kind }) => kind === "hash");
    result.entries.set(key, {
      ...entries[0]!,
      value: isJoined ? joined(values, values[0]!, depth + 1) : choice(values),
      conditional: entries.length < hashes.length || entries.some((entry) => entry.conditional),
    });
  }
  return result;
}
