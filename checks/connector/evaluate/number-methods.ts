import { array, boolean, integer, type NumberValue, string, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { arithmetic, callOperator, compare } from "./operators.ts";

const operators = new Set(["+", "-", "*", "/", "%", "**", "<", ">", "<=", ">=", "<=>"]);

const maxItems = 2000;

/** A method of Integer or Float; null where it is not understood. */
export function callNumber(receiver: NumberValue, one: Call): Value | null {
  const { name, values, node, block } = one;
  const [first, second] = values;
  const { number, float } = receiver;
  if (one.openArguments) return null;
  if (first && operators.has(name)) return callOperator(receiver, name, first, node);
  if (name === "times") return float || values.length > 0 ? null : count(0, number - 1, 1, receiver, one);
  if (first?.kind === "number" && !float && !first.float) {
    switch (name) {
      case "upto":
        return count(number, first.number, 1, receiver, one);
      case "downto":
        return count(number, first.number, -1, receiver, one);
      case "step":
        return second?.kind === "number" && !second.float
          ? count(number, first.number, second.number, receiver, one)
          : null;
      case "fdiv":
        return arithmetic({ ...receiver, float: true }, "/", first, node);
      case "div":
        return arithmetic(receiver, "/", first, node);
      case "modulo":
        return arithmetic(receiver, "%", first, node);
      default:
    }
  }
  if (name === "to_s" && first?.kind === "number" && !float && first.number >= 2 && first.number <= 36)
    return string(number.toString(first.number), node);
  if (name === "clamp" && first?.kind === "number" && second?.kind === "number")
    return number < first.number ? first : number > second.number ? second : receiver;
  if (name === "between?" && first && second) {
    const orders = [compare(receiver, first), compare(receiver, second)];
    return orders.includes(null) ? null : boolean(orders[0]! >= 0 && orders[1]! <= 0, node);
  }
  return values.length > 0 || block ? null : convert(receiver, one);
}

function convert(receiver: NumberValue, { name, node }: Call): Value | null {
  const { number, float } = receiver;
  switch (name) {
    case "to_i":
    case "to_int":
    case "truncate":
      return integer(Math.trunc(number), node);
    case "to_f":
      return { ...receiver, float: true, node };
    case "round":
      return integer(Math.sign(number) * Math.round(Math.abs(number)), node);
    case "floor":
      return integer(Math.floor(number), node);
    case "ceil":
      return integer(Math.ceil(number), node);
    case "abs":
      return { ...receiver, number: Math.abs(number), node };
    case "-@":
      return { ...receiver, number: -number, node };
    case "+@":
      return receiver;
    case "succ":
    case "next":
      return float ? null : integer(number + 1, node);
    case "pred":
      return float ? null : integer(number - 1, node);
    case "zero?":
      return boolean(number === 0, node);
    case "positive?":
      return boolean(number > 0, node);
    case "negative?":
      return boolean(number < 0, node);
    case "even?":
      return float ? null : boolean(number % 2 === 0, node);
    case "odd?":
      return float ? null : boolean(number % 2 !== 0, node);
    case "integer?":
      return boolean(!float, node);
    case "ordinalize":
      return float || number < 0 ? null : string(`${number}${ordinal(number)}`, node);
    default:
      return null;
  }
}

/** Calls the block with numbers from one to another, or gives them all where there is no block. */
function count(from: number, to: number, step: number, receiver: NumberValue, one: Call): Value | null {
  const length = step === 0 ? Infinity : Math.max(0, Math.floor((to - from) / step) + 1);
  if (length > maxItems) return null;
  const numbers = Array.from({ length }, (_, index) => integer(from + index * step));
  if (!one.block) return { ...array(numbers, one.node), enumerates: "each" };
  for (const number of numbers) one.block(number);
  return receiver;
}

function ordinal(number: number): string {
  if (Math.floor(number / 10) % 10 === 1) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}
