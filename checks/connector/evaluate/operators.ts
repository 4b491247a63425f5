import type { Node } from "../../ruby/nodes.ts";
import {
  type ArrayValue,
  boolean,
  scalarEquals,
  string,
  type StringValue,
  unknown,
  type Value,
} from "../value.ts";
import { stringOf } from "./literals.ts";

/** The value of `left operator right`. */
export function callOperator(left: Value, operator: string, right: Value, node: Node): Value {
  switch (operator) {
    case "==":
    case "!=": {
      const same = scalarEquals(left, right);
      return same === null ? unknown(node) : boolean(same === (operator === "=="), node);
    }
    case "+":
      return plus(left, right, node);
    case "-":
    case "*":
    case "<":
    case ">":
    case "<=":
    case ">=":
      return arithmetic(left, operator, right, node);
    case "=~":
    case "===":
      return unknown(node);
    default:
      return unknown(node);
  }
}

function plus(left: Value, right: Value, node: Node): Value {
  if (left.kind === "array") return joinArrays(left, right, node);
  if (isText(left) && (isText(right) || right.kind === "unknown")) {
    return stringOf([...partsOf(left), ...partsOf(right)], node);
  }
  if (left.kind === "unknown" && isText(right)) return stringOf([null, ...partsOf(right)], node);
  return arithmetic(left, "+", right, node);
}

/** `left + right` where the left side is an array; what is not known on the right makes the result open. */
export function joinArrays(left: ArrayValue, right: Value, node: Node | null): ArrayValue {
  const known = right.kind === "array" ? right : null;
  return {
    kind: "array",
    node,
    items: [...left.items, ...(known?.items ?? [])],
    open: left.open || (known?.open ?? true),
  };
}

function isText(value: Value): value is StringValue | (Value & { kind: "template" }) {
  return value.kind === "string" || value.kind === "template";
}

function partsOf(value: Value): readonly (string | null)[] {
  if (value.kind === "string") return [value.text];
  return value.kind === "template" ? value.parts : [null];
}

function arithmetic(left: Value, operator: string, right: Value, node: Node): Value {
  if (left.kind === "string" && operator === "*" && right.kind === "number") {
    const count = right.number;
    return count >= 0 && left.text.length * count < 10_000
      ? string(left.text.repeat(count), node)
      : unknown(node);
  }
  if (left.kind !== "number" || right.kind !== "number") return unknown(node);
  const [a, b] = [left.number, right.number];
  const float = left.float || right.float;
  switch (operator) {
    case "+":
      return { kind: "number", number: a + b, float, node };
    case "-":
      return { kind: "number", number: a - b, float, node };
    case "*":
      return { kind: "number", number: a * b, float, node };
    case "<":
      return boolean(a < b, node);
    case ">":
      return boolean(a > b, node);
    case "<=":
      return boolean(a <= b, node);
    case ">=":
      return boolean(a >= b, node);
    default:
      return unknown(node);
  }
}

/** Whether `when pattern` takes `subject`; null where that is not known. */
export function caseMatches(pattern: Value, subject: Value): boolean | null {
  return scalarEquals(pattern, subject);
}
