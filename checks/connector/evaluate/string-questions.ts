import { byteLength } from "../../text/bytes.ts";
import { boolean, integer, nil, type RegexpValue, type StringValue, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { compare } from "./operators.ts";
import { isAscii, matches, toJavaScript } from "./regular-expressions.ts";
import { testText, translateCharacters } from "./string-parts.ts";

/** A method of String that gives a number, or a truth; null for any other, or where it is not known. */
export function askText(receiver: StringValue, one: Call): Value | null {
  const { name, node, values } = one;
  const [first, second] = values;
  const { text } = receiver;
  switch (name) {
    case "to_i":
      return first ? null : toInteger(text, node);
    case "to_f": {
      // What starts as a number, and goes on in a way of its own, is left alone.
      const start = /^(?:\s*([-+]?\d+(?:\.\d+)?)(?![\d_eE.])|(?!\s*[-+.\d]))/.exec(text);
      return start && { kind: "number", number: Number(start[1] ?? 0), float: true, node };
    }
    case "include?":
    case "exclude?":
    case "start_with?":
    case "starts_with?":
    case "end_with?":
    case "ends_with?":
      return testText(text, one);
    case "match?":
    case "=~": {
      if (first?.kind === "string" && name === "match?" && /^[\w -]*$/.test(first.text))
        return boolean(text.includes(first.text), node);
      const found = first?.kind === "regexp" ? matches(first, text) : null;
      if (found === null) return null;
      if (name === "match?") return boolean(found, node);
      return found ? matchIndex(first as RegexpValue, text, node) : nil(node);
    }
    case "casecmp?":
      return first?.kind === "string" ? boolean(text.toLowerCase() === first.text.toLowerCase(), node) : null;
    case "between?": {
      const orders = [first, second].map((end) => (end ? compare(receiver, end) : null));
      return orders.includes(null) ? null : boolean(orders[0]! >= 0 && orders[1]! <= 0, node);
    }
    case "empty?":
      return boolean(text === "", node);
    case "index":
    case "rindex": {
      if (first?.kind !== "string" || second || !isAscii(text)) return null;
      const at = name === "index" ? text.indexOf(first.text) : text.lastIndexOf(first.text);
      return at === -1 ? nil(node) : integer(at, node);
    }
    case "count": {
      const removed = second ? null : translateCharacters(text, { ...one, name: "delete" });
      const length = (value: string): number => Array.from(value).length;
      return removed?.kind === "string" ? integer(length(text) - length(removed.text), node) : null;
    }
    case "ord": {
      const code = text.codePointAt(0);
      return code === undefined ? null : integer(code, node);
    }
    case "length":
    case "size":
      return integer(Array.from(text).length, node);
    case "bytesize":
      return integer(byteLength(text), node);
    default:
      return null;
  }
}

function matchIndex(pattern: RegexpValue, text: string, node: Value["node"]): Value | null {
  const at = toJavaScript(pattern, text)?.exec(text)?.index;
  return at === undefined ? null : integer(Array.from(text.slice(0, at)).length, node);
}

function toInteger(text: string, node: Value["node"]): Value | null {
  const digits = /^\s*([-+]?\d+(?:_\d+)*)/.exec(text)?.[1]?.replaceAll("_", "") ?? "0";
  return Number.isSafeInteger(Number(digits)) ? integer(Number(digits), node) : null;
}
