import { copyOf, indifferentCopyOf, shallowCopyOf } from "../copies.ts";
import {
  boolean,
  exactItems,
  nil,
  string,
  textOf,
  toText,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import { mustBeOwn } from "../sharing.ts";
import type { Call } from "./calls.ts";
import { inspectText, shownText } from "./inspect-text.ts";
import { caseMatches, classNameOf, equals, isInstance } from "./operators.ts";

/** The methods that every object answers, Rails' own among them; null for any other. */
export function callCommon(receiver: Value, one: Call): Value | null {
  const { name, node, values, block } = one;
  const [first] = values;
  switch (name) {
    case "!":
      return known(negate(truthiness(receiver)), one);
    case "==":
      return known(first ? equals(receiver, first) : null, one);
    case "eql?":
      // Which `1` and `1.0` are not.
      return known(first && receiver.kind !== "number" ? equals(receiver, first) : null, one);
    case "!=":
      return known(negate(first ? equals(receiver, first) : null), one);
    case "===":
      return receiver.kind === "lambda" ? null : known(first ? caseMatches(receiver, first) : null, one);
    case "class":
      return classOf(receiver, node);
    case "nil?":
      return known(isOpen(receiver) ? null : receiver.kind === "nil", one);
    case "is_a?":
    case "kind_of?":
      return known(first?.kind === "class" ? isInstance(receiver, first.name) : null, one);
    case "present?":
      return known(negate(isBlank(receiver)), one);
    case "blank?":
      return known(isBlank(receiver), one);
    case "presence": {
      const blank = isBlank(receiver);
      if (blank === null) return receiver.kind === "unknown" ? unknown(node) : null;
      return blank ? nil(node) : receiver;
    }
    case "in?":
      return first
        ? one.context.evaluator.call(first, { ...one, name: "include?", values: [receiver] })
        : null;
    case "is_true?":
    case "is_not_true?":
      return isTrue(receiver, one);
    case "is_int?":
    case "is_number?":
      return isNumber(receiver, one);
    case "freeze":
      if (receiver.kind === "array" || receiver.kind === "hash" || receiver.kind === "string") {
        mustBeOwn(receiver);
        receiver.frozen = one.context.evaluator.isTentative(receiver) ? (receiver.frozen ?? "perhaps") : true;
      }
      return receiver;
    case "itself":
    case "html_safe":
      return receiver;
    case "with_indifferent_access":
      return receiver.kind === "hash" ? indifferentCopyOf(receiver) : null;
    case "dup":
    case "clone":
      return shallowCopyOf(receiver);
    case "deep_dup":
      return copyOf(receiver);
    case "to_s": {
      if (receiver.kind === "string") return receiver;
      return textFor(receiver, values.length === 0 ? shownText(receiver) : null, node);
    }
    case "inspect":
      return textFor(receiver, inspectText(receiver), node);
    case "tap":
      if (!block) return null;
      block(receiver);
      return receiver;
    case "then":
    case "yield_self":
      return block ? block(receiver) : null;
    case "try":
    case "send":
    case "public_send":
    case "__send__":
      return callByName(receiver, one);
    default:
      return null;
  }
}

/** What the SDK takes for true and false; null where it raises an exception. */
function isTrue(value: Value, { name, values, node }: Call): Value | null {
  if (values.length > 0) return null;
  const text = value.kind === "string" || value.kind === "number" ? toText(value)! : null;
  const isSure = value.kind === "boolean" || value.kind === "nil";
  const isYes = text === null ? truthiness(value) === true : /^(?:true|t|yes|y|1)$/i.test(text);
  const isNo = text === null ? !isYes : /^(?:false|f|no|n|0)$/i.test(text);
  if ((text === null && !isSure) || isYes === isNo) return null;
  return boolean(isYes === (name === "is_true?"), node);
}

function isNumber(value: Value, { name, node }: Call): Value | null {
  if (value.kind === "nil") return boolean(false, node);
  if (value.kind === "number") return name === "is_int?" && !value.float ? boolean(true, node) : null;
  if (value.kind !== "string") return null;
  const isInt = value.text.trim() !== "" && !/\D/.test(value.text);
  if (name === "is_int?" || isInt) return boolean(isInt, node);
  // Ruby has many more ways to write a number.
  return /^[\s\d.eE_xob+-]*$/.test(value.text) && value.text.trim() !== ""
    ? null
    : boolean(/^\d+$/m.test(value.text), node);
}

function callByName(receiver: Value, one: Call): Value | null {
  const name = textOf(one.values[0]);
  if (name === null || one.openArguments) return null;
  if (one.name === "try" && receiver.kind === "nil") return nil(one.node);
  return one.context.evaluator.call(receiver, { ...one, name, values: one.values.slice(1) });
}

function known(truth: boolean | null, { node }: Call): Value {
  return truth === null ? unknown(node) : boolean(truth, node);
}

function negate(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function classOf(value: Value, node: Value["node"]): Value | null {
  const name = value.kind === "hash" && value.indifferent ? null : classNameOf(value);
  return name === null ? null : { kind: "class", name, node };
}

function isOpen({ kind }: Value): boolean {
  return kind === "unknown" || kind === "choice";
}

/** Rails' `blank?`; null where that is not known. */
export function isBlank(value: Value): boolean | null {
  switch (value.kind) {
    case "nil":
      return true;
    case "boolean":
      return !value.boolean;
    case "string":
      return value.text.trim() === "";
    case "template":
      return value.parts.some((part) => part !== null && part.trim() !== "") ? false : null;
    case "array":
      if (exactItems(value)?.length === 0) return true;
      return value.items.some((item) => !item.conditional) ? false : null;
    case "hash":
      if (Array.from(value.entries.values()).some((entry) => !entry.conditional)) return false;
      return value.open || value.entries.size > 0 ? null : true;
    case "symbol":
      return value.text === "";
    case "choice": {
      const all = value.options.map(isBlank);
      return all.every((one) => one === all[0]) ? all[0]! : null;
    }
    case "unknown":
      return null;
    default:
      return false;
  }
}

/** A text that tells of a value. That of `nil`, `true` and `false` is always the same, and frozen. */
function textFor(receiver: Value, text: string | null, node: Value["node"]): Value | null {
  if (text === null) return null;
  const value = string(text, node);
  if (receiver.kind === "boolean" || (receiver.kind === "nil" && text === "")) value.frozen = true;
  return value;
}
