import type { Named, Section } from "./connector.ts";
import { createDslHash, type DslHash, type Property } from "./dsl-hash.ts";

/** Reads the entries of a section of the DSL, such as `actions`. */
export function createSection<T extends Named>(
  parent: DslHash,
  key: string,
  read: (property: Property) => T,
): Section<T> {
  const property = parent.get(key);
  const hash = createDslHash(property?.value, property?.path ?? key, property?.span ?? { start: 0, end: 0 });
  const entries = hash.keys.map((name) => read(hash.get(name)!));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    property,
    closed: property && property.value.kind !== "nil" ? hash.closed : parent.closed,
    entries,
    get: (name) => byName.get(name),
    has: (name) => byName.has(name),
  };
}
