import { textOf, truthiness, type Value } from "../value.ts";
import {
  camelize,
  classify,
  humanize,
  labelize,
  parameterize,
  pluralize,
  singularize,
  tableize,
  titleize,
  underscore,
} from "./inflections.ts";
import { isAscii } from "./regular-expressions.ts";

/** Methods of String without arguments that give the text changed; null where the result is not certain. */
export const textChanges = new Map<string, (text: string) => string | null>([
  ["squish", (text) => stripEnd(stripStart(text.replace(/\s+/gu, " ")))],
  ["strip", (text) => stripEnd(stripStart(text))],
  ["lstrip", stripStart],
  ["rstrip", stripEnd],
  ["strip_heredoc", stripHeredoc],
  ["chomp", (text) => text.replace(/(\r\n|\n|\r)$/u, "")],
  ["chop", (text) => text.replace(/(\r\n|[\s\S])$/u, "")],
  ["reverse", (text) => Array.from(text).reverse().join("")],
  ["upcase", (text) => (isPlainlyCased(text) ? text.toUpperCase() : null)],
  ["downcase", (text) => (isPlainlyCased(text) ? text.toLowerCase() : null)],
  ["swapcase", (text) => (isAscii(text) ? text.replace(/[a-zA-Z]/g, swapCase) : null)],
  ["capitalize", (text) => (isPlainlyCased(text) ? upcaseFirst(text.toLowerCase()) : null)],
  ["upcase_first", (text) => (isPlainlyCased(text) ? upcaseFirst(text) : null)],
  ["humanize", (text) => humanize(text)],
  ["titleize", titleize],
  ["titlecase", titleize],
  ["labelize", labelize],
  ["underscore", underscore],
  ["camelize", (text) => camelize(text)],
  ["camelcase", (text) => camelize(text)],
  ["classify", classify],
  ["tableize", tableize],
  ["singularize", singularize],
  ["demodulize", (text) => text.replace(/^.*::/s, "")],
  ["dasherize", (text) => text.replaceAll("_", "-")],
  ["parameterize", (text) => parameterize(text)],
  ["pluralize", pluralize],
  ["encode_hex", toHex],
  ["to_hex", toHex],
  ["quote", (text) => text.replaceAll("'", "''")],
  ["scrub", (text) => text],
]);

/** The same with an argument; null where it is not understood. */
export function changeWith(text: string, name: string, by: Value): string | null {
  const option = (key: string): Value | undefined =>
    by.kind === "hash" && !by.open ? by.entries.get(key)?.value : undefined;
  const hasOnly = (...keys: string[]): boolean =>
    by.kind === "hash" && !by.open && Array.from(by.entries.keys()).every((key) => keys.includes(key));
  switch (name) {
    case "camelize":
    case "camelcase":
      return by.kind === "symbol" ? camelize(text, by.text === "lower") : null;
    case "pluralize":
      return by.kind === "number" ? (by.number === 1 ? text : pluralize(text)) : null;
    case "humanize": {
      const [isUpper, keepId] = [option("capitalize"), option("keep_id_suffix")].map((value) =>
        value === undefined ? undefined : truthiness(value),
      );
      if (!hasOnly("capitalize", "keep_id_suffix") || isUpper === null || keepId === null) return null;
      return humanize(text, { capitalize: isUpper ?? true, keepId: keepId ?? false });
    }
    case "parameterize": {
      const separator = textOf(option("separator"));
      return separator !== null && hasOnly("separator") ? parameterize(text, separator) : null;
    }
    case "chomp":
      if (by.kind !== "string" || by.text === "" || by.text === "\n") return null;
      return text.endsWith(by.text) ? text.slice(0, -by.text.length) : text;
    default:
      return null;
  }
}

function stripStart(text: string): string {
  return text.replace(/^[ \t\r\n\f\v\0]+/u, "");
}

/** Not by an expression, which would look from each blank on to the end of the blanks. */
function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && " \t\r\n\f\v\0".includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Letters that have one other case everywhere: no sharp s, no Turkish i, no Greek sigma. */
function isPlainlyCased(text: string): boolean {
  return /^(?:[\0-\u00de\u00e0-\u012f\u0132-\u0148\u014a-\u017e\u2000-\u2bff\u3000-\ud7ff]|[\u{1f000}-\u{1ffff}]|\ufe0f)*$/u.test(
    text,
  );
}

function upcaseFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function stripHeredoc(text: string): string {
  const indents = Array.from(text.matchAll(/^[ \t]*(?=\S)/gm), ([indent]) => indent.length);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  return text.replace(new RegExp(`^[ \\t]{${least}}`, "gm"), "");
}

function toHex(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
