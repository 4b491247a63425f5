import { spend } from "../effort.ts";
import {
  ArrayNode,
  AssocNode,
  AssocSplatNode,
  EmbeddedStatementsNode,
  FalseNode,
  FloatNode,
  HashNode,
  ImplicitNode,
  IntegerNode,
  InterpolatedStringNode,
  InterpolatedSymbolNode,
  KeywordHashNode,
  LambdaNode,
  NilNode,
  type Node,
  RangeNode,
  RegularExpressionNode,
  SplatNode,
  StringNode,
  SymbolNode,
  TrueNode,
} from "../../ruby/nodes.ts";
import { withTextKey } from "../copies.ts";
import {
  addItems,
  array,
  type ArrayItem,
  boolean,
  choice,
  emptyHash,
  type HashEntry,
  type HashValue,
  isScalar,
  keyName,
  nil,
  possibleItems,
  string,
  symbol,
  unknown,
  type Value,
  arrayOf,
} from "../value.ts";
import type { Context } from "./evaluator.ts";
import { type Handler, on } from "./handler.ts";
import { shownText } from "./inspect-text.ts";
import { rangeItems } from "./ranges.ts";

export const literalHandlers: readonly [unknown, Handler][] = [
  on(StringNode, textValue),
  on(SymbolNode, textValue),
  on(InterpolatedStringNode, (node, context) => joined(node, node.parts, context)),
  on(InterpolatedSymbolNode, (node, context) => {
    const value = joined(node, node.parts, context);
    return value.kind === "string" ? symbol(value.text, node) : unknown(node);
  }),
  on(IntegerNode, (node) =>
    Number.isSafeInteger(node.value)
      ? { kind: "number", number: node.value, float: false, node }
      : unknown(node),
  ),
  on(FloatNode, (node) => ({ kind: "number", number: node.value, float: true, node })),
  on(TrueNode, (node) => boolean(true, node)),
  on(FalseNode, (node) => boolean(false, node)),
  on(NilNode, (node) => nil(node)),
  on(RegularExpressionNode, (node) => ({
    kind: "regexp",
    source: node.unescaped,
    ignoreCase: node.isIgnoreCase(),
    node,
  })),
  on(RangeNode, (node, context) => ({
    kind: "range",
    first: node.left && context.evaluator.evaluate(node.left, context),
    last: node.right && context.evaluator.evaluate(node.right, context),
    exclusive: node.isExcludeEnd(),
    node,
  })),
  on(ArrayNode, arrayLiteral),
  on(HashNode, (node, context) => hashLiteral(node, node.elements, context)),
  on(KeywordHashNode, (node, context) => hashLiteral(node, node.elements, context)),
  on(ImplicitNode, (node, context) => context.evaluator.evaluate(node.value, context)),
  on(LambdaNode, (node, context) => ({ kind: "lambda", node, scope: context.scope, strict: true })),
];

/** As `evaluate` gives it. Most of what is in a literal is a literal text, for which there is a shorter way. */
function valueOf(node: Node, context: Context): Value {
  const isText = node instanceof StringNode || node instanceof SymbolNode;
  return isText && spend() ? textValue(node) : context.evaluator.evaluate(node, context);
}

/** The value of a literal string or symbol. */
export function textValue(node: StringNode | SymbolNode): Value {
  const { validEncoding, unescaped: text } = node;
  if (!validEncoding) return unknown(node);
  if (node instanceof SymbolNode) return symbol(text, node);
  const value = string(text, node);
  // As `# frozen_string_literal: true` has it.
  if (node.isFrozen()) value.frozen = true;
  return value;
}

/** The string that literal parts and interpolated expressions make together. */
function joined(node: Node, parts: readonly Node[], context: Context): Value {
  const texts: (string | null)[] = [];
  for (const part of parts) {
    const value =
      part instanceof EmbeddedStatementsNode
        ? context.evaluator.evaluate(part.statements, context)
        : context.evaluator.evaluate(part, context);
    if (value.kind === "template") texts.push(...value.parts);
    else texts.push(shownText(value));
  }
  return stringOf(texts, node);
}

/** Longer texts are never shown to anybody. */
const maxTextLength = 200_000;

/** A string of known parts, or a template where some are not known. Adjacent parts are joined. */
export function stringOf(texts: readonly (string | null)[], node: Node | null): Value {
  const parts: (string | null)[] = [];
  if (texts.reduce((length, text) => length + (text?.length ?? 0), 0) > maxTextLength) return unknown(node);
  for (const text of texts) {
    const last = parts.at(-1);
    if (text !== null && typeof last === "string") parts[parts.length - 1] = last + text;
    else if (text !== null || last !== null || parts.length === 0) parts.push(text);
  }
  if (parts.length === 0) return string("", node);
  if (parts.length === 1 && parts[0] !== null) return string(parts[0]!, node);
  return { kind: "template", parts, node };
}

function arrayLiteral(node: ArrayNode, context: Context): Value {
  const items: ArrayItem[] = [];
  let open = false;
  for (const element of node.elements) {
    if (!(element instanceof SplatNode)) {
      items.push({ value: valueOf(element, context), conditional: false });
      continue;
    }
    const splat = context.evaluator.evaluate(element.expression, context);
    const numbers = splat.kind === "range" ? rangeItems(splat) : null;
    const value = numbers ? array(numbers) : splat;
    if (value.kind === "array") {
      if (!addItems(items, value.items) || value.open) open = true;
    } else if (value.kind !== "nil") {
      open = true;
      addItems(items, possibleItems(value));
    }
  }
  return arrayOf(items, node, open);
}

function hashLiteral(node: Node, elements: readonly Node[], context: Context): Value {
  const hash = emptyHash(node);
  let splats = 0;
  for (const element of elements) {
    if (element instanceof AssocNode) addPair(hash, element, context);
    else if (element instanceof AssocSplatNode) {
      splats++;
      addSplat(hash, element, context);
    } else hash.open = true;
  }
  hash.pristine = splats === 0 && !hash.open;
  return hash;
}

function addPair(hash: HashValue, pair: AssocNode, context: Context): void {
  const keyNode = pair.key;
  const key = valueOf(keyNode, context);
  const value = valueOf(pair.value, context);
  // Nearly all keys are symbols, for which there is a shorter way.
  const entry =
    key.kind === "symbol" && key.text.charCodeAt(0) !== 0
      ? { key: key.text, keyValue: key, keyNode, value, conditional: false }
      : toEntry(key, value, keyNode);
  if (entry) addEntry(hash, entry);
  else overwriteUnknown(hash);
}

/** An entry of a hash; null where the key is not known. */
export function toEntry(key: Value, value: Value, keyNode: Node | null = key.node): HashEntry | null {
  const name = keyName(key);
  if (name === null || !isScalar(key)) return null;
  return {
    key: name,
    keyValue: key.kind === "string" ? { ...key } : key,
    keyNode,
    value,
    conditional: false,
  };
}

function addSplat(hash: HashValue, splat: AssocSplatNode, context: Context): void {
  const value = splat.value ? context.evaluator.evaluate(splat.value, context) : unknown();
  if (value.kind === "hash") {
    for (const entry of value.entries.values()) addEntry(hash, entry);
    if (value.open) overwriteUnknown(hash);
  } else if (value.kind !== "nil") {
    overwriteUnknown(hash);
  }
}

/** Something unknown was merged in: it may add entries, and replace any that is there. */
export function overwriteUnknown(hash: HashValue): void {
  hash.open = true;
  for (const [key, entry] of hash.entries) {
    hash.entries.set(key, { ...entry, value: choice([entry.value, unknown()]) });
  }
}

function addEntry(hash: HashValue, entry: HashEntry): void {
  const before = hash.entries.get(entry.key);
  if (!before) {
    hash.entries.set(entry.key, entry);
    return;
  }
  hash.shadowed = [...hash.shadowed, before];
  const value = entry.conditional ? choice([before.value, entry.value]) : entry.value;
  putEntry(hash, { ...entry, value, conditional: entry.conditional && before.conditional });
}

/** Puts an entry in its place: Ruby keeps that of the first entry of a name, and the value of the last. */
export function putEntry(hash: HashValue, entry: HashEntry): void {
  if (hash.indifferent) {
    hash.entries.set(entry.key, withTextKey(entry));
    return;
  }
  const before = hash.entries.get(entry.key);
  const isOtherSpelling = before && before.keyValue.kind !== entry.keyValue.kind;
  if (isOtherSpelling && before.mixed) return;
  hash.entries.set(entry.key, isOtherSpelling || before?.mixed ? { ...entry, mixed: true } : entry);
}
