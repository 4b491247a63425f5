import {
  boolean,
  copyOf,
  nil,
  scalarEquals,
  string,
  toText,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import type { Call } from "./calls.ts";

/** The methods that every object answers, Rails' own among them; null for any other. */
export function callCommon(receiver: Value, one: Call): Value | null {
  const { name, node, values, block } = one;
  switch (name) {
    case "!": {
      const truth = truthiness(receiver);
      return truth === null ? unknown(node) : boolean(!truth, node);
    }
    case "==":
    case "!=": {
      const same = values[0] ? scalarEquals(receiver, values[0]) : null;
      return same === null ? unknown(node) : boolean(same === (name === "=="), node);
    }
    case "nil?":
      return receiver.kind === "unknown" || receiver.kind === "choice"
        ? unknown(node)
        : boolean(receiver.kind === "nil", node);
    case "present?":
    case "blank?": {
      const blank = isBlank(receiver);
      return blank === null ? unknown(node) : boolean(blank === (name === "blank?"), node);
    }
    case "presence": {
      const blank = isBlank(receiver);
      if (blank === null) return receiver.kind === "unknown" ? unknown(node) : null;
      return blank ? nil(node) : receiver;
    }
    case "freeze":
    case "itself":
    case "with_indifferent_access":
      return receiver;
    case "dup":
    case "clone":
    case "deep_dup":
      return copyOf(receiver);
    case "to_s": {
      const text = values.length === 0 ? toText(receiver) : null;
      return text === null ? null : string(text, node);
    }
    case "tap":
      if (!block) return null;
      block(receiver);
      return receiver;
    case "then":
    case "yield_self":
      return block ? block(receiver) : null;
    default:
      return null;
  }
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
      if (value.items.some((item) => !item.conditional)) return false;
      return value.open || value.items.length > 0 ? null : true;
    case "hash":
      if (Array.from(value.entries.values()).some((entry) => !entry.conditional)) return false;
      return value.open || value.entries.size > 0 ? null : true;
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
