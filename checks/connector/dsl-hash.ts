import { spanOf } from "../ruby/nodes.ts";
import type { Span } from "../ruby/source.ts";
import { entriesByText, type HashEntry, type HashValue, keyText, type Value } from "./value.ts";

/** A place in the connector: where in the text, and where in the model. */
export interface Place {
  readonly span: Span;
  /** Such as `actions.create_invoice.input_fields.customer_id`; null outside of the model. */
  readonly path: string | null;
}

/** One key of a hash of the DSL with its value. The place is that of the key. */
export interface Property extends Place {
  readonly key: string;
  readonly path: string;
  readonly value: Value;
  /** The place of the value. */
  readonly valuePlace: Place;
}

/** A hash of the DSL, such as an action or the connection. */
export interface DslHash {
  readonly path: string;
  /** The value as far as it is known; null where it is not known to be a hash. */
  readonly hash: HashValue | null;
  /** Whether every key is known, so that what is not there is surely missing. */
  readonly closed: boolean;
  /** The keys in source order. */
  readonly keys: readonly string[];
  has(key: string): boolean;
  get(key: string): Property | undefined;
}

export function createDslHash(value: Value | undefined, path: string, place: Span): DslHash {
  const hash = value?.kind === "hash" ? value : null;
  // A number is a key of its own to Ruby, but the SDK only knows names.
  const entries = hash ? entriesByText(hash) : none;
  // Most keys are asked for by many rules.
  const properties = new Map<string, Property>();
  const owner = { path, span: place };
  return {
    path,
    hash,
    closed: hash !== null && isClosed(hash),
    keys: [...entries.keys()],
    has: (key) => entries.has(key),
    get(key) {
      const known = properties.get(key);
      if (known) return known;
      const entry = entries.get(key);
      if (!entry) return undefined;
      const property = new WrittenProperty(entry, owner);
      properties.set(key, property);
      return property;
    },
  };
}

const none: ReadonlyMap<string, HashEntry> = new Map();

/** Whether a hash has exactly the keys it is known to have. */
export function isClosed(hash: HashValue): boolean {
  if (hash.open) return false;
  for (const entry of hash.entries.values()) if (entry.conditional) return false;
  return true;
}

export function toProperty(entry: HashEntry, parentPath: string, fallback: Span): Property {
  return new WrittenProperty(entry, { path: parentPath, span: fallback });
}

/** Where a property is that has no key in the text, and what its path begins with. */
interface Owner {
  readonly path: string;
  readonly span: Span;
}

/** A class, since most of the very many are only asked for their value. */
export class WrittenProperty implements Property {
  readonly key: string;
  readonly value: Value;
  readonly #entry: HashEntry;
  readonly #owner: Owner;

  constructor(entry: HashEntry, owner: Owner) {
    this.key = keyText(entry);
    this.value = entry.value;
    this.#entry = entry;
    this.#owner = owner;
  }

  get path(): string {
    const { path } = this.#owner;
    return path === "" ? this.key : `${path}.${this.key}`;
  }

  get span(): Span {
    const { keyNode } = this.#entry;
    return keyNode ? spanOf(keyNode) : this.#owner.span;
  }

  get valuePlace(): Place {
    const { node } = this.value;
    return { span: node ? spanOf(node) : this.span, path: this.path };
  }
}

/** The place to point at where a hash lacks a key: its first key; null where there is none. */
export function firstKey(hash: DslHash): Property | null {
  const [key] = hash.keys;
  return key === undefined ? null : (hash.get(key) ?? null);
}
