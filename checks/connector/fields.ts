import { AssocNode, HashNode, KeywordHashNode, type Node, spanOf } from "../ruby/nodes.ts";
import type { Span } from "../ruby/source.ts";
import { isClosed, type Place, type Property, toProperty } from "./dsl-hash.ts";
import { exactItems, type HashValue, textOf, truthiness, type Value } from "./value.ts";

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
}

const maxNesting = 30;

export function createFieldList(value: Value, options: FieldListOptions): FieldList {
  let fields: Field[] | undefined;
  const list: FieldList = {
    path: options.path,
    role: options.role,
    parent: options.parent ?? null,
    exists: options.exists ?? true,
    value,
    closed: exactItems(value)?.every((item) => item.kind === "hash") ?? false,
    get fields() {
      fields ??= collect(value, list, options);
      return fields;
    },
  };
  return list;
}

/** The lists that a list contains by nesting, itself first. */
export function* nestedLists(list: FieldList): Generator<FieldList> {
  yield list;
  for (const field of list.fields) if (field.properties) yield* nestedLists(field.properties);
}

function collect(value: Value, list: FieldList, options: FieldListOptions): Field[] {
  const fields: Field[] = [];
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
        fields.push(createField(item, list, conditional, options, false));
        break;
      default:
    }
  }
}

function createField(
  hash: HashValue,
  list: FieldList,
  conditional: boolean,
  options: FieldListOptions,
  isToggle: boolean,
): Field {
  const name = textOf(hash.entries.get("name")?.value);
  const path = isToggle ? `${options.path}.toggle_field` : `${options.path}.${name ?? "?"}`;
  const span = hash.node ? spanOf(hash.node) : options.fallback;
  let toggle: Field | null | undefined;
  let properties: FieldList | null | undefined;
  const field: Field = {
    path,
    span,
    name,
    hash,
    node: hash.node instanceof HashNode || hash.node instanceof KeywordHashNode ? hash.node : null,
    list,
    conditional,
    closed: isClosed(hash),
    pristine: isPristine(hash),
    isToggle,
    has: (attribute) => hash.entries.has(attribute),
    get(attribute) {
      const entry = hash.entries.get(attribute);
      return entry && toProperty(entry, path, span);
    },
    text: (attribute) => textOf(hash.entries.get(attribute)?.value),
    flag(attribute) {
      const value = hash.entries.get(attribute)?.value;
      return value?.kind === "boolean" ? truthiness(value) : null;
    },
    get toggle() {
      if (toggle === undefined) {
        const value = hash.entries.get("toggle_field")?.value;
        toggle =
          value?.kind === "hash" ? createField(value, list, conditional, { ...options, path }, true) : null;
      }
      return toggle ?? undefined;
    },
    get properties() {
      if (properties === undefined) {
        const value = hash.entries.get("properties")?.value;
        properties =
          value && nesting(list) < maxNesting
            ? createFieldList(value, { path, role: list.role, fallback: span, parent: field })
            : null;
      }
      return properties ?? undefined;
    },
  };
  return field;
}

function nesting(list: FieldList): number {
  let depth = 0;
  for (let at = list.parent; at; at = at.list.parent) depth++;
  return depth;
}

/** Whether a hash still has just the entries that its literal gives it. */
function isPristine(hash: HashValue): boolean {
  const { node } = hash;
  if (!(node instanceof HashNode || node instanceof KeywordHashNode) || hash.open) return false;
  const keys = new Set<Node>();
  for (const element of node.elements) {
    if (!(element instanceof AssocNode)) return false;
    keys.add(element.key);
  }
  let own = 0;
  for (const entry of hash.entries.values()) {
    if (!entry.keyNode || !keys.has(entry.keyNode)) return false;
    own++;
  }
  return own === keys.size - hash.shadowed.length;
}
