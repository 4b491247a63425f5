import { AssocNode, HashNode, KeywordHashNode, type Node, spanOf } from "../ruby/nodes.ts";
import type { Span } from "../ruby/source.ts";
import { isClosed, type Place, type Property, WrittenProperty } from "./dsl-hash.ts";
import { type HashValue, textOf, truthiness, type Value } from "./value.ts";

/** Where a list of fields is used. */
export type FieldRole = "connection" | "config" | "input" | "output" | "definition";

/** One field in one list. The place is that of its hash. */
export interface Field extends Place {
  readonly path: string;
  /** Null where it is not known. */
  readonly name: string | null;
  readonly hash: HashValue;
  /** The hash literal it is written as; null where it is computed. */
  readonly node: Node | null;
  readonly list: FieldList;
  /** Whether it is in the list only under some condition. */
  readonly conditional: boolean;
  /** Whether every attribute is known, so that what is not there is surely missing. */
  readonly closed: boolean;
  /** Whether it is what its literal says, not changed by `merge`, `required` and the like. */
  readonly pristine: boolean;
  has(attribute: string): boolean;
  get(attribute: string): Property | undefined;
  /** The value of an attribute; undefined where it is not there. */
  value(attribute: string): Value | undefined;
  /** The text of a string or symbol attribute; null where it is not there or not known. */
  text(attribute: string): string | null;
  /** Whether the attribute is literally true or false; null otherwise. */
  flag(attribute: string): boolean | null;
  /** The field in `toggle_field`; undefined where there is none that is known. */
  readonly toggle: Field | undefined;
  /** The nested fields; undefined where there is no `properties`. */
  readonly properties: FieldList | undefined;
  /** Whether this is the field of a `toggle_field`. */
  readonly isToggle: boolean;
}

/** A list of fields as resolved at one place. */
export interface FieldList {
  readonly path: string;
  readonly role: FieldRole;
  /** Whether there are surely no other fields than `fields`. */
  readonly closed: boolean;
  /** Every field that is, or may be, in the list; alternatives are marked as conditional. */
  readonly fields: readonly Field[];
  /** The value of the list; unknown where there is no such list or nothing is known of it. */
  readonly value: Value;
  /** The field that the list is nested in. */
  readonly parent: Field | null;
  /** Whether the key of the list is there at all. */
  readonly exists: boolean;
}

export interface FieldListOptions {
  readonly path: string;
  readonly role: FieldRole;
  readonly fallback: Span;
  readonly parent?: Field | null;
  readonly exists?: boolean;
  /** How many more lists may be nested in the list that these are all in. */
  readonly nested?: { left: number };
}

/** A list that holds another twice, many levels deep, is small to write, but there is no end to what it holds. */
const maxNesting = 30;
const maxNestedLists = 5000;

export function createFieldList(value: Value, options: FieldListOptions): FieldList {
  return new WrittenFieldList(value, options);
}

class WrittenFieldList implements FieldList {
  readonly path: string;
  readonly role: FieldRole;
  readonly parent: Field | null;
  readonly exists: boolean;
  readonly value: Value;
  readonly closed: boolean;
  readonly #options: FieldListOptions;
  #fields: readonly Field[] | undefined;

  constructor(value: Value, options: FieldListOptions) {
    this.path = options.path;
    this.role = options.role;
    this.parent = options.parent ?? null;
    this.exists = options.exists ?? true;
    this.value = value;
    this.closed = isListOfHashes(value);
    this.#options = options;
  }

  get fields(): readonly Field[] {
    return (this.#fields ??= collect(this.value, this, this.#options));
  }
}

function isListOfHashes(value: Value): boolean {
  if (value.kind !== "array" || value.open) return false;
  for (const { value: item, conditional } of value.items)
    if (conditional || item.kind !== "hash") return false;
  return true;
}

/** The lists that a list contains by nesting, itself first. */
export function nestedLists(list: FieldList): FieldList[] {
  const all: FieldList[] = [];
  add(list);
  return all;

  function add(one: FieldList): void {
    all.push(one);
    for (const field of one.fields) if (field.properties) add(field.properties);
  }
}

function collect(value: Value, list: FieldList, given: FieldListOptions): Field[] {
  const fields: Field[] = [];
  const options = { ...given, nested: given.nested ?? { left: maxNestedLists } };
  add(value, false, 0);
  return fields;

  function add(item: Value, conditional: boolean, depth: number): void {
    if (depth > 8) return;
    switch (item.kind) {
      case "array":
        for (const one of item.items) add(one.value, conditional || one.conditional, depth + 1);
        break;
      case "choice":
        for (const option of item.options) add(option, true, depth + 1);
        break;
      case "hash":
        fields.push(new ListedField(item, list, conditional, options, false));
        break;
      default:
    }
  }
}

/** A class, since there are very many of them: most of what they tell is only worked out when asked. */
export class ListedField implements Field {
  readonly options: FieldListOptions;
  readonly name: string | null;
  readonly hash: HashValue;
  readonly node: Node | null;
  readonly list: FieldList;
  readonly conditional: boolean;
  readonly isToggle: boolean;
  #path: string | undefined;
  #closed: boolean | undefined;
  #toggle: Field | null | undefined;
  #properties: FieldList | null | undefined;

  constructor(
    hash: HashValue,
    list: FieldList,
    conditional: boolean,
    options: FieldListOptions,
    isToggle: boolean,
  ) {
    this.options = options;
    this.hash = hash;
    this.list = list;
    this.conditional = conditional;
    this.isToggle = isToggle;
    this.name = textOf(hash.entries.get("name")?.value);
    this.node = hash.node instanceof HashNode || hash.node instanceof KeywordHashNode ? hash.node : null;
  }

  get path(): string {
    return (this.#path ??= `${this.options.path}.${this.isToggle ? "toggle_field" : (this.name ?? "?")}`);
  }

  get span(): Span {
    return this.hash.node ? spanOf(this.hash.node) : this.options.fallback;
  }

  get closed(): boolean {
    return (this.#closed ??= isClosed(this.hash));
  }

  get pristine(): boolean {
    return isPristine(this.hash);
  }

  has(attribute: string): boolean {
    return this.hash.entries.has(attribute);
  }

  get(attribute: string): Property | undefined {
    const entry = this.hash.entries.get(attribute);
    return entry && new WrittenProperty(entry, this);
  }

  value(attribute: string): Value | undefined {
    return this.hash.entries.get(attribute)?.value;
  }

  text(attribute: string): string | null {
    return textOf(this.hash.entries.get(attribute)?.value);
  }

  flag(attribute: string): boolean | null {
    const value = this.hash.entries.get(attribute)?.value;
    return value?.kind === "boolean" ? truthiness(value) : null;
  }

  get toggle(): Field | undefined {
    if (this.#toggle === undefined) {
      const value = this.hash.entries.get("toggle_field")?.value;
      this.#toggle = value?.kind === "hash" ? this.#toggleOf(value) : null;
    }
    return this.#toggle ?? undefined;
  }

  #toggleOf(hash: HashValue): Field {
    return new ListedField(hash, this.list, this.conditional, { ...this.options, path: this.path }, true);
  }

  get properties(): FieldList | undefined {
    if (this.#properties === undefined) {
      const value = this.hash.entries.get("properties")?.value;
      this.#properties = value && nesting(this.list) < maxNesting ? this.#listOf(value) : null;
    }
    return this.#properties ?? undefined;
  }

  #listOf(value: Value): FieldList | null {
    const { nested } = this.options;
    if (nested && nested.left-- <= 0) return null;
    const { path, span: fallback } = this;
    return createFieldList(value, {
      path,
      role: this.list.role,
      fallback,
      parent: this,
      ...(nested ? { nested } : {}),
    });
  }
}

function nesting(list: FieldList): number {
  let depth = 0;
  for (let at = list.parent; at; at = at.list.parent) depth++;
  return depth;
}

/** Whether a hash still has just the entries that its literal gives it. */
function isPristine(hash: HashValue): boolean {
  if (hash.pristine) return true;
  const { node } = hash;
  if (!(node instanceof HashNode || node instanceof KeywordHashNode) || hash.open) return false;
  const { elements } = node;
  if (elements.length !== hash.entries.size + hash.shadowed.length) return false;
  for (const element of elements) if (!(element instanceof AssocNode)) return false;
  // The entries stand in the order of the literal, but for names that it has twice.
  let next = 0;
  for (const { keyNode } of hash.entries.values()) {
    if (keyOf(elements[next++]) !== keyNode && !elements.some((element) => keyOf(element) === keyNode))
      return false;
  }
  return true;
}

function keyOf(element: Node | undefined): Node | null {
  return element instanceof AssocNode ? element.key : null;
}
