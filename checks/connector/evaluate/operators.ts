import type { Node } from "../../ruby/nodes.ts";
import { spend } from "../effort.ts";
import {
  addItems,
  array,
  type ArrayValue,
  boolean,
  exactItems,
  integer,
  type NumberValue,
  possibleItems,
  scalarEquals,
  string,
  type StringValue,
  type TemplateValue,
  unknown,
  type Value,
  arrayOf,
} from "../value.ts";
import { stringOf } from "./literals.ts";
import { rangeCovers } from "./ranges.ts";
import { matches } from "./regular-expressions.ts";

/** The value of `left operator right`. */
export function callOperator(left: Value, operator: string, right: Value, node: Node): Value {
  switch (operator) {
    case "==":
    case "!=": {
      const same = equals(left, right);
      return same === null ? unknown(node) : boolean(same === (operator === "=="), node);
    }
    case "<=>": {
      const order = compare(left, right);
      return order === null ? unknown(node) : integer(order, node);
    }
    case "<":
    case ">":
    case "<=":
    case ">=":
      return inOrder(left, operator, right, node);
    case "+":
      return plus(left, right, node);
    case "^":
      return left.kind === "boolean" && right.kind === "boolean"
        ? boolean(left.boolean !== right.boolean, node)
        : unknown(node);
    default:
      return left.kind === "number" && right.kind === "number"
        ? (arithmetic(left, operator, right, node) ?? unknown(node))
        : unknown(node);
  }
}

function plus(left: Value, right: Value, node: Node): Value {
  if (left.kind === "array") return joinArrays(left, right, node);
  if (isText(left)) {
    if (isText(right) || right.kind === "unknown")
      return stringOf([...partsOf(left), ...partsOf(right)], node);
    // The platform turns the right side into a string, except for nil.
    if (right.kind === "number" || right.kind === "symbol" || right.kind === "boolean") {
      return stringOf([...partsOf(left), textOfOperand(right)], node);
    }
    return unknown(node);
  }
  // Only arrays take arrays. Others come before, but what is known of these may still be changed.
  if (left.kind === "unknown" && right.kind === "array")
    return joinArrays(array([], node, true), right, node);
  if (left.kind === "unknown" && isText(right)) return stringOf([null, ...partsOf(right)], node);
  if (left.kind !== "number" || right.kind !== "number") return unknown(node);
  return arithmetic(left, "+", right, node) ?? unknown(node);
}

function textOfOperand(value: Value): string | null {
  if (value.kind === "number") return value.float ? null : String(value.number);
  if (value.kind === "symbol") return value.text;
  return value.kind === "boolean" ? String(value.boolean) : null;
}

/** `left + right` where the left side is an array; what is not known on the right makes the result open. */
export function joinArrays(left: ArrayValue, right: Value, node: Node | null): ArrayValue {
  const joined = arrayOf([...left.items], node, left.open);
  const isKnown = right.kind === "array" && addItems(joined.items, right.items);
  if (right.kind === "choice") addItems(joined.items, possibleItems(right));
  if (!isKnown || right.open) joined.open = true;
  return joined;
}

function isText(value: Value): value is StringValue | TemplateValue {
  return value.kind === "string" || value.kind === "template";
}

function partsOf(value: Value): readonly (string | null)[] {
  if (value.kind === "string") return [value.text];
  return value.kind === "template" ? value.parts : [null];
}

function inOrder(left: Value, operator: string, right: Value, node: Node): Value {
  const order = left.kind === "number" || left.kind === "string" ? compare(left, right) : null;
  if (order === null) return unknown(node);
  const holds = operator.startsWith("<") ? order < 0 : order > 0;
  return boolean(holds || (order === 0 && operator.endsWith("=")), node);
}

/** Ruby's `<=>` of numbers, strings, symbols and arrays of them; null where it is not known. */
export function compare(left: Value, right: Value, depth = 0): number | null {
  if (depth > 20 || !spend()) return null;
  if (left.kind === "number" && right.kind === "number") return Math.sign(left.number - right.number);
  if (
    (left.kind === "string" && right.kind === "string") ||
    (left.kind === "symbol" && right.kind === "symbol")
  ) {
    return compareTexts(left.text, right.text);
  }
  const [a, b] = [exactItems(left), exactItems(right)];
  if (!a || !b) return null;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compare(a[index]!, b[index]!, depth + 1);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareTexts(left: string, right: string): number | null {
  if (left === right) return 0;
  // Ruby compares bytes, which is the order of code points; UTF-16 units are ordered otherwise beyond the BMP.
  if (/[\ud800-\udfff]/.test(left + right)) return null;
  return left < right ? -1 : 1;
}

/** An operation on two numbers; null where it is not understood, or the result would not be exact. */
export function arithmetic(
  left: NumberValue,
  operator: string,
  right: NumberValue,
  node: Node,
): NumberValue | null {
  const [a, b] = [left.number, right.number];
  const float = left.float || right.float;
  const result = calculate(a, operator, b, float);
  if (result === null || !Number.isFinite(result) || (!float && !Number.isSafeInteger(result))) return null;
  return { kind: "number", number: result, float, node };
}

function calculate(a: number, operator: string, b: number, float: boolean): number | null {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return float ? a / b : b === 0 ? null : Math.floor(a / b);
    case "%":
      return b === 0 ? null : a - b * Math.floor(a / b);
    case "**":
      return b < 0 && !float ? null : a ** b;
    default:
      return null;
  }
}

/** Ruby's `==`, also of arrays and hashes; null where it is not known. */
export function equals(left: Value, right: Value, depth = 0): boolean | null {
  if (isOpaque(left) || isOpaque(right) || depth > 20 || !spend()) return null;
  const scalar = scalarEquals(left, right);
  if (scalar !== null) return scalar;
  if (left.kind !== right.kind) return false;
  // Sets are equal in whatever order.
  if (left.kind === "array")
    return left.enumerates === "set" ? null : equalItems(exactItems(left), exactItems(right), depth);
  if (left.kind === "class" && right.kind === "class") return left.name === right.name;
  if (left.kind !== "hash" || right.kind !== "hash" || left.open || right.open) return null;
  if ([...left.entries.values(), ...right.entries.values()].some((entry) => entry.mixed)) return null;
  if (left.entries.size !== right.entries.size) return false;
  const results = Array.from(left.entries, ([key, entry]) => {
    const other = right.entries.get(key);
    if (!other) return false;
    if (entry.conditional || other.conditional) return null;
    return entry.keyValue.kind === other.keyValue.kind && equals(entry.value, other.value, depth + 1);
  });
  return results.includes(false) ? false : results.includes(null) ? null : true;
}

/** Ruby's `eql?`, by which hashes, `uniq` and `-` compare: `1` and `1.0` are not the same. */
export function sameAsKey(left: Value, right: Value): boolean | null {
  if (left.kind === "number" && right.kind === "number" && left.float !== right.float) return false;
  return equals(left, right);
}

function equalItems(a: readonly Value[] | null, b: readonly Value[] | null, depth: number): boolean | null {
  if (!a || !b) return null;
  if (a.length !== b.length) return false;
  const results = a.map((item, index) => equals(item, b[index]!, depth + 1));
  return results.includes(false) ? false : results.includes(null) ? null : true;
}

/** Whether nothing, or not everything, is known of what it equals. */
export function isOpaque({ kind }: Value): boolean {
  return kind === "unknown" || kind === "choice" || kind === "template";
}

/** Whether `when pattern` takes `subject`; null where that is not known. */
export function caseMatches(pattern: Value, subject: Value): boolean | null {
  switch (pattern.kind) {
    case "class":
      return isInstance(subject, pattern.name);
    case "range":
      return rangeCovers(pattern, subject);
    case "regexp": {
      if (subject.kind === "string" || subject.kind === "symbol") return matches(pattern, subject.text);
      return isOpaque(subject) ? null : false;
    }
    case "lambda":
      return null;
    default:
      return equals(pattern, subject);
  }
}

/** The name of a value's own class; null where it is not known. */
export function classNameOf(value: Value): string | null {
  switch (value.kind) {
    case "string":
    case "template":
      return "String";
    case "symbol":
      return "Symbol";
    case "number":
      return value.float ? "Float" : "Integer";
    case "boolean":
      return value.boolean ? "TrueClass" : "FalseClass";
    case "nil":
      return "NilClass";
    case "array":
      if (value.enumerates === "set") return "Set";
      return value.enumerates === undefined ? "Array" : "Enumerator";
    case "hash":
      return "Hash";
    case "lambda":
      return "Proc";
    case "range":
      return "Range";
    case "regexp":
      return "Regexp";
    default:
      return null;
  }
}

/** Ruby's `is_a?` for the core classes; null where it is not known. */
export function isInstance(value: Value, name: string): boolean | null {
  if (name === "Object") return true;
  if (value.kind === "choice") {
    const all = value.options.map((option) => isInstance(option, name));
    return all.every((one) => one === all[0]) ? all[0]! : null;
  }
  const own = value.kind === "definitions" ? "Hash" : classNameOf(value);
  return own === null ? null : name === own || (ancestors.get(own)?.includes(name) ?? false);
}

const ancestors = new Map([
  ["String", ["Comparable"]],
  ["Symbol", ["Comparable"]],
  ["Integer", ["Numeric", "Comparable"]],
  ["Float", ["Numeric", "Comparable"]],
  ["Array", ["Enumerable"]],
  ["Enumerator", ["Enumerable"]],
  ["Set", ["Enumerable"]],
  ["Hash", ["Enumerable"]],
  ["Range", ["Enumerable"]],
]);

/** `text * count`; null where it would be too long. */
export function repeat(text: string, count: number, node: Node): Value | null {
  return count >= 0 && text.length * count < 10_000 ? string(text.repeat(count), node) : null;
}
