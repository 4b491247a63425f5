import { textWithHoles, type Value } from "../connector/value.ts";

/** Stands for a part of a text that is not known. */
export const hole = "\u{fffc}";

/** A text that users see, as far as it is written in the connector. */
export interface Prose {
  /** With `hole` for every part that is not known. */
  readonly text: string;
  /** Whether all of it is known. */
  readonly whole: boolean;
}

/** The texts that a value may be; none where it is not known. */
export function prosesOf(value: Value | undefined): readonly Prose[] {
  switch (value?.kind) {
    case "string":
    case "symbol":
      return [{ text: value.text, whole: true }];
    case "template":
      return [{ text: textWithHoles(value, hole)!, whole: false }];
    case "choice":
      return value.options.flatMap(prosesOf);
    default:
      return [];
  }
}

/** The text as it is seen: without tags, with single spaces. */
export function plainText(text: string): string {
  const untagged = text.includes("<") ? text.replace(/<[^<>]*>/g, " ") : text;
  // Most texts have no other white space than single spaces.
  return (/[^\S ]|  /.test(untagged) ? untagged.replace(/\s+/g, " ") : untagged).trim();
}

/** Lower case letters and digits only, to compare texts by what they say. */
export function sayingOf(text: string): string {
  const small = plainText(text).toLowerCase();
  // Classes of Unicode take far longer to look up.
  const spaced = /[^\0-\x7f]/.test(small)
    ? small.replace(/[^\p{L}\p{N}]+/gu, " ")
    : small.replace(/[^a-z0-9]+/g, " ");
  return spaced.trim();
}

export function wordsOf(text: string): readonly string[] {
  const plain = plainText(text);
  return plain === "" ? [] : plain.split(" ");
}

const smallWords = new Set([
  "a",
  "an",
  "and",
  "by",
  "for",
  "from",
  "in",
  "of",
  "on",
  "or",
  "the",
  "to",
  "via",
  "with",
]);

/**
 * Whether a title or label is written Like This. Names and acronyms have capitals of their own, so it takes two
 * plain words, and no word without a capital, to tell.
 */
export function isTitleCase(text: string, names: readonly string[] = []): boolean {
  const known = new Set(names.flatMap((name) => name.split(/\s+/)));
  const words = wordsOf(text)
    .flatMap((word) => word.split("/"))
    .filter((word) => /^\p{L}/u.test(word) && !smallWords.has(word.toLowerCase()));
  const rest = words.slice(1).filter((word) => !known.has(word));
  if (rest.some((word) => /^\p{Ll}/u.test(word))) return false;
  return rest.filter((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)).length >= 2;
}

/** A text in a message: on one line, and not too long. */
export function quoted(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** Names joined for a message; after a few, only how many more there are. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)!}`;
}
