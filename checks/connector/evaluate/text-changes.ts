import {
  camelize,
  humanize,
  labelize,
  parameterize,
  pluralize,
  titleize,
  underscore,
} from "./inflections.ts";
import { isAscii } from "./regular-expressions.ts";

/** Methods of String without arguments that give the text changed; null where the result is not certain. */
export const textChanges = new Map<string, (text: string) => string | null>([
  ["squish", (text) => text.replace(/\s+/gu, " ").replace(/^[ \0]+|[ \0]+$/gu, "")],
  ["strip", (text) => text.replace(/^[ \t\r\n\f\v\0]+|[ \t\r\n\f\v\0]+$/gu, "")],
  ["lstrip", (text) => text.replace(/^[ \t\r\n\f\v\0]+/u, "")],
  ["rstrip", (text) => text.replace(/[ \t\r\n\f\v\0]+$/u, "")],
  ["strip_heredoc", stripHeredoc],
  ["chomp", (text) => text.replace(/(\r\n|\n|\r)$/u, "")],
  ["chop", (text) => text.replace(/(\r\n|[\s\S])$/u, "")],
  ["reverse", (text) => Array.from(text).reverse().join("")],
  ["upcase", (text) => (isPlainlyCased(text) ? text.toUpperCase() : null)],
  ["downcase", (text) => (isPlainlyCased(text) ? text.toLowerCase() : null)],
  ["swapcase", (text) => (isAscii(text) ? text.replace(/[a-zA-Z]/g, swapCase) : null)],
  ["capitalize", (text) => (isPlainlyCased(text) ? upcaseFirst(text.toLowerCase()) : null)],
  ["upcase_first", (text) => (isPlainlyCased(text) ? upcaseFirst(text) : null)],
  [
    "downcase_first",
    (text) => (isPlainlyCased(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : null),
  ],
  ["humanize", humanize],
  ["titleize", titleize],
  ["titlecase", titleize],
  ["labelize", labelize],
  ["underscore", underscore],
  ["camelize", camelize],
  ["camelcase", camelize],
  ["classify", () => null],
  ["dasherize", (text) => text.replaceAll("_", "-")],
  ["parameterize", parameterize],
  ["pluralize", pluralize],
  ["encode_hex", toHex],
  ["to_hex", toHex],
  ["quote", (text) => text.replaceAll("'", "''")],
  ["scrub", (text) => text],
]);

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
