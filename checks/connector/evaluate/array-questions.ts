import { boolean, integer, nil, truthiness, unknown, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { caseMatches, equals } from "./operators.ts";

/** A method without a block that counts or looks for something; null for any other, or where it is not known. */
export function ask(items: readonly Value[], { name, values: [first], node }: Call): Value | null {
  switch (name) {
    case "size":
    case "length":
      return integer(items.length, node);
    case "count": {
      const same = first ? items.map((item) => equals(item, first)) : [];
      if (same.includes(null)) return null;
      return integer(first ? same.filter(Boolean).length : items.length, node);
    }
    case "empty?":
      return boolean(items.length === 0, node);
    case "many?":
      return boolean(items.length > 1, node);
    case "all?": {
      const truths = items.map((item) => (first ? caseMatches(first, item) : truthiness(item)));
      return truths.includes(null) ? null : boolean(truths.every(Boolean), node);
    }
    case "any?":
    case "none?": {
      const truths = items.map((item) => (first ? caseMatches(first, item) : truthiness(item)));
      if (truths.includes(true)) return boolean(name === "any?", node);
      return truths.includes(null) ? unknown(node) : boolean(name !== "any?", node);
    }
    case "include?":
    case "member?":
    case "exclude?": {
      const matches = items.map((item) => (first ? equals(item, first) : null));
      if (matches.includes(true)) return boolean(name !== "exclude?", node);
      return matches.includes(null) ? unknown(node) : boolean(name === "exclude?", node);
    }
    case "index":
    case "find_index":
    case "rindex": {
      const matches = items.map((item) => (first ? equals(item, first) : null));
      const isOther = (match: boolean | null): boolean => match !== false;
      const at = name === "rindex" ? matches.findLastIndex(isOther) : matches.findIndex(isOther);
      return at === -1 ? nil(node) : matches[at] === null ? null : integer(at, node);
    }
    default:
      return null;
  }
}
