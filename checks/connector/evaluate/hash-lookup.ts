import { choice, type HashEntry, type HashValue, keyName, nil, unknown, type Value } from "../value.ts";

/** The entry that a key stands for; null where the hash has none. */
export function findEntry(hash: HashValue, key: Value): HashEntry | null {
  const name = keyName(key);
  const entry = name === null ? undefined : hash.entries.get(name);
  if (!entry) return null;
  const isText = (value: Value): boolean => value.kind === "string" || value.kind === "symbol";
  const same =
    entry.keyValue.kind === key.kind || (hash.indifferent && isText(key) && isText(entry.keyValue));
  return same ? entry : null;
}

/** Whether a hash has a key in two spellings, of which only one is followed. */
export function isMixed(hash: HashValue, key?: Value): boolean {
  if (hash.indifferent) return false;
  if (key) return hash.entries.get(keyName(key) ?? "")?.mixed === true;
  return Array.from(hash.entries.values()).some((entry) => entry.mixed);
}

/** `hash[key]`. */
export function lookUp(hash: HashValue, key: Value, node: Value["node"]): Value {
  if (keyName(key) === null) {
    if (hash.open || hash.fallback || hash.entries.size > 40) return unknown(node);
    return choice([...Array.from(hash.entries.values(), (entry) => entry.value), nil()], node);
  }
  if (isMixed(hash, key)) return unknown(node);
  const entry = findEntry(hash, key);
  if (!entry) return hash.open ? unknown(node) : (hash.fallback?.(hash, key) ?? nil(node));
  return entry.conditional ? choice([entry.value, unknown()], node) : entry.value;
}
