import {
  array,
  boolean,
  integer,
  type RegexpValue,
  string,
  type StringValue,
  symbol,
  type SymbolValue,
  type TemplateValue,
  unknown,
  type Value,
} from "../value.ts";
import type { Call } from "./calls.ts";
import { stringOf } from "./literals.ts";
import { callOperator } from "./operators.ts";

/** A method of String or Symbol; null where it is not understood. */
export function callString(receiver: StringValue | SymbolValue | TemplateValue, one: Call): Value | null {
  if (receiver.kind === "template") return callTemplate(receiver, one);
  const [first, second] = one.values;
  const { text } = receiver;
  switch (one.name) {
    case "to_sym":
      return symbol(text, one.node);
    case "include?":
    case "start_with?":
    case "end_with?":
      return testText(text, one);
    case "empty?":
      return boolean(text === "", one.node);
    case "length":
    case "size":
      return integer(Array.from(text).length, one.node);
    case "gsub":
    case "sub":
      return one.block ? null : substitute(text, first, second, one);
    case "split":
      return first?.kind === "string" && first.text !== " " && first.text !== "" && one.values.length === 1
        ? array(
            splitLike(text, first.text).map((part) => string(part)),
            one.node,
          )
        : null;
    case "concat":
    case "<<":
      return null;
    case "+":
    case "*":
      return first ? callOperator(receiver, one.name, first, one.node) : null;
    default: {
      const change = one.values.length === 0 ? plainChanges.get(one.name) : undefined;
      const changed = change?.(text) ?? null;
      if (changed === null) return null;
      return receiver.kind === "symbol" ? symbol(changed, one.node) : string(changed, one.node);
    }
  }
}

/** Methods without arguments that give the text changed; null where the result is not certain. */
const plainChanges = new Map<string, (text: string) => string | null>([
  ["squish", (text) => text.trim().replace(/\s+/gu, " ")],
  ["strip", (text) => text.replace(/^[\s\0]+|[\s\0]+$/gu, "")],
  ["lstrip", (text) => text.replace(/^[\s\0]+/u, "")],
  ["rstrip", (text) => text.replace(/[\s\0]+$/u, "")],
  ["chomp", (text) => text.replace(/(\r\n|\n|\r)$/u, "")],
  ["upcase", (text) => (isAscii(text) ? text.toUpperCase() : null)],
  ["downcase", (text) => (isAscii(text) ? text.toLowerCase() : null)],
  [
    "capitalize",
    (text) => (isAscii(text) ? text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase() : null),
  ],
  ["to_str", (text) => text],
  ["html_safe", (text) => text],
  ["scrub", (text) => text],
]);

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return /^[\x00-\x7f]*$/.test(text);
}

/** Ruby drops empty strings at the end. */
function splitLike(text: string, separator: string): string[] {
  const parts = text.split(separator);
  while (parts.at(-1) === "") parts.pop();
  return parts;
}

function testText(text: string, one: Call): Value | null {
  const results = one.values.map((value) => {
    if (value.kind !== "string") return null;
    if (one.name === "include?") return text.includes(value.text);
    return one.name === "start_with?" ? text.startsWith(value.text) : text.endsWith(value.text);
  });
  if (results.includes(true)) return boolean(true, one.node);
  return results.includes(null) || results.length === 0 ? unknown(one.node) : boolean(false, one.node);
}

function substitute(
  text: string,
  pattern: Value | undefined,
  by: Value | undefined,
  one: Call,
): Value | null {
  if (!pattern || by?.kind !== "string" || by.text.includes("\\")) return null;
  const matcher =
    pattern.kind === "string"
      ? escaped(pattern.text)
      : pattern.kind === "regexp"
        ? toJavaScript(pattern)
        : null;
  if (matcher === null) return null;
  const flags = `${one.name === "gsub" ? "g" : ""}um${pattern.kind === "regexp" && pattern.ignoreCase ? "i" : ""}`;
  return string(
    text.replace(new RegExp(matcher, flags), () => by.text),
    one.node,
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, (character) => `\\${character}`);
}

/** A Ruby expression as JavaScript's, where both surely mean the same: single characters and classes, maybe repeated. */
function toJavaScript({ source }: RegexpValue): string | null {
  return source.length < 60 &&
    /^(?:(?:\\[sntrdw.]|[A-Za-z0-9 _,;:'"<>!@#%&=~-]|\[(?:\\[sntrdw]|[A-Za-z0-9 _,;:])+\])[+*?]?)+$/u.test(
      source,
    )
    ? source.replaceAll("-", "\\-")
    : null;
}

/** Methods that treat each part of a string alike, so that they may be done before the holes are filled. */
function callTemplate(receiver: TemplateValue, one: Call): Value | null {
  if (one.name === "+" && one.values[0]) return callOperator(receiver, "+", one.values[0], one.node);
  if (one.name === "squish" || one.name === "strip") {
    return stringOf(
      receiver.parts.map((part) => part?.replace(/\s+/gu, " ") ?? null),
      one.node,
    );
  }
  return null;
}
