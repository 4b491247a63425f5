import type { CallNode, DefNode, LambdaNode, Node } from "../ruby/nodes.ts";
import { spend } from "./effort.ts";
import type { Parameters } from "./lambda.ts";
import type { Scope } from "./evaluate/scope.ts";
import { region } from "./regions.ts";

/*
 * What a Ruby expression is known to be without running it. Arrays and hashes have an identity and are changed in
 * place, as in Ruby, while a lambda is being evaluated; afterwards nobody changes them.
 */

export interface StringValue {
  readonly kind: "string";
  /** Changed in place by `<<` and the like, as in Ruby. */
  text: string;
  /** The literal that says the whole text, or what it was computed by. */
  node: Node | null;
  /** Where it was made, as `regions.ts` describes. */
  readonly born: number;
  /** Whether Ruby refuses to change it. */
  frozen?: true | "perhaps";
  /** Whether other evaluations hold it too, as `sharing.ts` describes. */
  shared?: true;
}

/** A string of which only some parts are known; a null part stands for anything. */
export interface TemplateValue {
  readonly kind: "template";
  readonly parts: readonly (string | null)[];
  readonly node: Node | null;
}

export interface SymbolValue {
  readonly kind: "symbol";
  readonly text: string;
  readonly node: Node | null;
}

export interface NumberValue {
  readonly kind: "number";
  readonly number: number;
  readonly float: boolean;
  readonly node: Node | null;
}

export interface BooleanValue {
  readonly kind: "boolean";
  readonly boolean: boolean;
  readonly node: Node | null;
}

export interface NilValue {
  readonly kind: "nil";
  readonly node: Node | null;
}

export interface RegexpValue {
  readonly kind: "regexp";
  readonly source: string;
  readonly ignoreCase: boolean;
  readonly node: Node | null;
}

/** A range; an end that is not there is null. */
export interface RangeValue {
  readonly kind: "range";
  readonly first: Value | null;
  readonly last: Value | null;
  readonly exclusive: boolean;
  readonly node: Node | null;
}

/** A class or module by its name, such as `String`. */
export interface ClassValue {
  readonly kind: "class";
  readonly name: string;
  readonly node: Node | null;
}

/** A method defined with `def`. */
export interface FunctionValue {
  readonly kind: "function";
  readonly node: DefNode;
  /** The modules around it, such as `Texts::`, where it is a function of the last of them. */
  readonly namespace: string;
}

export interface ArrayItem {
  readonly value: Value;
  /** Whether the item is there only under some condition. */
  readonly conditional: boolean;
}

export interface ArrayValue {
  readonly kind: "array";
  readonly node: Node | null;
  items: ArrayItem[];
  /** Whether there may be other items, or another order, than `items` tells. */
  open: boolean;
  /** Where it was made, as `regions.ts` describes. */
  readonly born: number;
  /** The method that it was asked to go through the items with, where it stands for an enumerator; or `set` for one. */
  readonly enumerates?: string;
  /** Whether Ruby refuses to change it. */
  frozen?: true | "perhaps";
  /** Whether other evaluations hold it too, as `sharing.ts` describes. */
  shared?: true;
}

/** What a hash key may be, for it to be known. */
export type KeyValue = StringValue | SymbolValue | NumberValue | BooleanValue | NilValue;

export interface HashEntry {
  /** Its name in the hash, as `keyName` gives it. */
  readonly key: string;
  /** The key as it is in Ruby, where it matters whether it is a symbol or a string. */
  readonly keyValue: KeyValue;
  readonly keyNode: Node | null;
  readonly value: Value;
  readonly conditional: boolean;
  /** Whether the hash has it both as a symbol and as a string: the spelling that came second counts, for the SDK. */
  readonly mixed?: true;
}

export interface HashValue {
  readonly kind: "hash";
  readonly node: Node | null;
  entries: Map<string, HashEntry>;
  /** Entries of the literal that a later one of the same name replaced. */
  shadowed: readonly HashEntry[];
  /** Whether there may be other entries, or other values, than `entries` tells. */
  open: boolean;
  /** Whether symbols and strings are the same as keys, as in Rails' `HashWithIndifferentAccess`. */
  indifferent: boolean;
  /** Where it was made, as `regions.ts` describes. */
  readonly born: number;
  /** Whether it surely still has just the entries that its literal gives it. */
  pristine: boolean;
  /** What it gives for a key that it does not have, where that is not nil. */
  fallback?: (hash: HashValue, key: Value) => Value;
  /** Whether Ruby refuses to change it. */
  frozen?: true | "perhaps";
  /** Whether other evaluations hold it too, as `sharing.ts` describes. */
  shared?: true;
}

export interface LambdaValue {
  readonly kind: "lambda";
  /** `->(x) {}` or a `lambda`, `proc` or `Proc.new` call with a block. */
  readonly node: LambdaNode | CallNode;
  readonly scope: Scope;
  /** Whether it is a lambda, strict about its arguments, rather than a proc. */
  readonly strict: boolean;
  /** What it declares, once somebody has asked. */
  parameters?: Parameters;
}

/** The `object_definitions` argument of a schema lambda. */
export interface DefinitionsValue {
  readonly kind: "definitions";
  readonly node: Node | null;
}

/** One of several values, depending on what is only known when the connector runs. */
export interface ChoiceValue {
  readonly kind: "choice";
  readonly options: readonly Value[];
  readonly node: Node | null;
}

export interface UnknownValue {
  readonly kind: "unknown";
  readonly node: Node | null;
  /** What it may be, or hold: a change of it may be a change of that. */
  readonly from?: Value;
}

export type Value =
  | StringValue
  | TemplateValue
  | SymbolValue
  | NumberValue
  | BooleanValue
  | NilValue
  | RegexpValue
  | RangeValue
  | ClassValue
  | FunctionValue
  | ArrayValue
  | HashValue
  | LambdaValue
  | DefinitionsValue
  | ChoiceValue
  | UnknownValue;

export function unknown(node: Node | null = null): UnknownValue {
  return { kind: "unknown", node };
}

/** An unknown value that may be, or hold, what another is or holds. */
export function unknownFrom(value: Value, node: Node | null): UnknownValue {
  const from = value.kind === "unknown" ? value.from : value;
  return from && canChange(from) ? { kind: "unknown", node, from } : unknown(node);
}

function canChange({ kind }: Value): boolean {
  return kind === "array" || kind === "hash" || kind === "string" || kind === "choice";
}

export function nil(node: Node | null = null): NilValue {
  return { kind: "nil", node };
}

export function boolean(value: boolean, node: Node | null = null): BooleanValue {
  return { kind: "boolean", boolean: value, node };
}

export function string(text: string, node: Node | null = null): StringValue {
  return { kind: "string", text, node, born: region() };
}

export function symbol(text: string, node: Node | null = null): SymbolValue {
  return { kind: "symbol", text, node };
}

export function integer(value: number, node: Node | null = null): NumberValue {
  return { kind: "number", number: value, float: false, node };
}

export function array(values: readonly Value[], node: Node | null = null, open = false): ArrayValue {
  return arrayOf(
    values.map((value) => ({ value, conditional: false })),
    node,
    open,
  );
}

export function arrayOf(items: ArrayItem[], node: Node | null, open: boolean): ArrayValue {
  return { kind: "array", node, items, open, born: region() };
}

/** There are very many hashes, and hardly any has a key twice. */
const none: readonly HashEntry[] = [];

export function emptyHash(node: Node | null = null): HashValue {
  return {
    kind: "hash",
    node,
    entries: new Map(),
    shadowed: none,
    open: false,
    indifferent: false,
    born: region(),
    pristine: false,
  };
}

/** Joins alternatives into one value; the same scalar twice is that scalar. */
export function choice(options: readonly Value[], node: Node | null = null): Value {
  const flat: Value[] = [];
  for (const option of options) {
    for (const one of option.kind === "choice" ? option.options : [option]) {
      if (!flat.some((other) => other === one || isSameScalar(other, one))) flat.push(one);
    }
  }
  if (flat.length === 1) return flat[0]!;
  return flat.length === 0 || flat.length > 64 ? unknown(node) : { kind: "choice", options: flat, node };
}

function isSameScalar(a: Value, b: Value): boolean {
  const same = scalarEquals(a, b);
  return same === true && a.kind === b.kind;
}

/** Whether two values are equal in Ruby's sense; null where that is not known. */
export function scalarEquals(a: Value, b: Value): boolean | null {
  if (!isScalar(a) || !isScalar(b)) return null;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case "string":
    case "symbol":
      return a.text === (b as StringValue).text;
    case "number":
      return a.number === (b as NumberValue).number;
    case "boolean":
      return a.boolean === (b as BooleanValue).boolean;
    case "nil":
      return true;
  }
}

/** Whether the value is one that can be told apart by its text: the only keys of hashes that are followed. */
export function isScalar(value: Value): value is KeyValue {
  return (
    value.kind === "string" ||
    value.kind === "symbol" ||
    value.kind === "number" ||
    value.kind === "boolean" ||
    value.kind === "nil"
  );
}

/** Whether Ruby takes the value for true; null where that is not known. */
export function truthiness(value: Value): boolean | null {
  switch (value.kind) {
    case "nil":
      return false;
    case "boolean":
      return value.boolean;
    case "unknown":
      return null;
    case "choice": {
      const all = value.options.map(truthiness);
      return all.every((one) => one === all[0]) ? all[0]! : null;
    }
    default:
      return true;
  }
}

/** The text of a string or symbol; null for anything else. */
export function textOf(value: Value | undefined): string | null {
  return value?.kind === "string" || value?.kind === "symbol" ? value.text : null;
}

/** The known start of a string; empty where there is none. */
export function leadingText(value: Value): string {
  if (value.kind === "string") return value.text;
  return value.kind === "template" ? (value.parts[0] ?? "") : "";
}

/** A text with the same sign in the place of each part that is not known; null for what is no text, or not known at all. */
export function textWithHoles(value: Value, hole: string): string | null {
  if (value.kind === "string") return value.text;
  return value.kind === "template" ? value.parts.map((part) => part ?? hole).join("") : null;
}

/** What `to_s` gives; null where that is not known. */
export function toText(value: Value): string | null {
  switch (value.kind) {
    case "string":
    case "symbol":
      return value.text;
    case "number":
      return numberText(value);
    case "boolean":
      return String(value.boolean);
    case "nil":
      return "";
    case "class":
      return value.name;
    default:
      return null;
  }
}

/** What the names of keys begin with that are neither symbols nor strings. */
const otherKey = "\0";

/**
 * The name of a key: its text. Symbol and string keys of one text are one key to the SDK, so one replaces the other;
 * numbers and the like are keys of their own.
 */
export function keyName(key: Value): string | null {
  if (key.kind === "string" || key.kind === "symbol") return isOther(key.text) ? null : key.text;
  const text = isScalar(key) ? toText(key) : null;
  return text === null ? null : otherKey + text;
}

/** The text of an entry's key, whatever it is. */
export function keyText({ key }: HashEntry): string {
  return isOther(key) ? key.slice(otherKey.length) : key;
}

function isOther(name: string): boolean {
  return name.charCodeAt(0) === otherKey.charCodeAt(0);
}

/** The entries by the text of their key, whatever it is. A name comes before a number of the same text. */
export function entriesByText({ entries }: HashValue): ReadonlyMap<string, HashEntry> {
  const names = [...entries.keys()];
  if (!names.some(isOther)) return entries;
  const byText = new Map<string, HashEntry>();
  for (const entry of entries.values()) {
    const text = keyText(entry);
    if (!byText.has(text) || entry.key === text) byText.set(text, entry);
  }
  return byText;
}

function numberText({ number, float }: NumberValue): string | null {
  // Ruby and JavaScript change to exponents at different sizes.
  if (!Number.isFinite(number) || Math.abs(number) >= 1e15 || (number !== 0 && Math.abs(number) < 1e-4))
    return null;
  return float && Number.isInteger(number) ? `${number}.0` : String(number);
}

/** The items of an array of which every item is known to be there, and no other; null otherwise. */
export function exactItems(value: Value | undefined): readonly Value[] | null {
  if (value?.kind !== "array" || value.open || value.items.some((item) => item.conditional)) return null;
  return value.items.map((item) => item.value);
}

/** The items that a list may have of which it is not known which one it is. */
export function possibleItems(value: Value): ArrayItem[] {
  return alternatives(value).flatMap((option) =>
    option.kind === "array" ? option.items.map((item) => ({ ...item, conditional: true })) : [],
  );
}

/** Longer lists are not followed: no connector writes them by hand. */
const maxItems = 20_000;

/** Adds items to those of an array; false where there would be too many. */
export function addItems(into: ArrayItem[], items: readonly ArrayItem[]): boolean {
  if (into.length + items.length > maxItems || !spend(items.length >> 4)) return false;
  for (const item of items.slice()) into.push(item);
  return true;
}

/** The values that a value may be: the options of a choice, or the value itself. */
export function alternatives(value: Value | undefined): readonly Value[] {
  if (!value) return [];
  return value.kind === "choice" ? value.options : [value];
}
