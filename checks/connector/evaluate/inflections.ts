import { isAscii } from "./regular-expressions.ts";

/*
 * Names as Rails and the SDK turn them into texts:
 * https://api.rubyonrails.org/classes/ActiveSupport/Inflector.html
 */

export function humanize(text: string, { capitalize: isUpper = true, keepId = false } = {}): string | null {
  if (!isAscii(text)) return null;
  const name = text.replace(/^_+/, "");
  const words = (keepId ? name : name.replace(/_id$/, "")).replaceAll("_", " ").toLowerCase();
  return isUpper ? words.replace(/^\w/, (letter) => letter.toUpperCase()) : words;
}

export function underscore(text: string): string | null {
  if (!isAscii(text)) return null;
  if (!/[A-Z-]|::/.test(text)) return text;
  return text
    .replaceAll("::", "/")
    .replace(/(?<=[A-Z\d])(?=[A-Z][a-z])|(?<=[a-z\d])(?=[A-Z])/g, "_")
    .replaceAll("-", "_")
    .toLowerCase();
}

/** Versions of Rails differ in letters after a bracket in a word. */
export function titleize(text: string): string | null {
  if (/\w[()][a-z]/i.test(text)) return null;
  const words = humanize(underscore(text) ?? "");
  return isAscii(text) && words !== null
    ? words.replace(/\b(?<!\w['`])[a-z]/g, (letter) => letter.toUpperCase())
    : null;
}

export function camelize(text: string, startsLower = false): string | null {
  if (!isAscii(text)) return null;
  return text
    .replace(startsLower ? /^\w/ : /^[a-z\d]*/, startsLower ? (letter) => letter.toLowerCase() : capitalize)
    .replace(
      /(?:_|(\/))([a-z\d]*)/gi,
      (_all, slash: string | undefined, word: string) => (slash ?? "") + capitalize(word),
    )
    .replaceAll("/", "::");
}

export function parameterize(text: string, separator = "-"): string | null {
  if (!isAscii(text) || !/^[-_]$/.test(separator)) return null;
  return text
    .replace(/[^a-z0-9\-_]+/gi, separator)
    .replace(new RegExp(`${separator}{2,}`, "g"), separator)
    .replace(new RegExp(`^${separator}|${separator}$`, "gm"), "")
    .toLowerCase();
}

/** The SDK's `labelize`: a field's name as its label. */
export function labelize(text: string): string | null {
  if (!isAscii(text)) return null;
  const boundary = /_+|(?<!\d)(?=\d)|(?<=\d)(?!\d)|(?<![A-Z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][^A-Z0-9_])/;
  const words = text.split(boundary).filter((word) => word.trim() !== "");
  return words
    .map((word, index) => {
      if (/^[A-Z]+$/m.test(word)) return word;
      if (/^(id|ur[il])$/im.test(word)) return word.toUpperCase();
      return index === 0 ? humanize(word)! : word.toLowerCase();
    })
    .join(" ");
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

const uncountable = /\b(equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

const irregular = new Map([
  ["person", "people"],
  ["man", "men"],
  ["child", "children"],
  ["sex", "sexes"],
  ["move", "moves"],
  ["zombie", "zombies"],
]);

/** The rules for plurals, the first that fits counts; those for singulars are below. */
const plurals: readonly (readonly [RegExp, string])[] = [
  [/(quiz)$/i, "$1zes"],
  [/^(oxen)$/i, "$1"],
  [/^(ox)$/i, "$1en"],
  [/^(m|l)ice$/i, "$1ice"],
  [/^(m|l)ouse$/i, "$1ice"],
  [/(matr|vert|ind)(?:ix|ex)$/i, "$1ices"],
  [/(x|ch|ss|sh)$/i, "$1es"],
  [/([^aeiouy]|qu)y$/i, "$1ies"],
  [/(hive)$/i, "$1s"],
  [/(?:([^f])fe|([lr])f)$/i, "$1$2ves"],
  [/sis$/i, "ses"],
  [/([ti])a$/i, "$1a"],
  [/([ti])um$/i, "$1a"],
  [/(buffal|tomat)o$/i, "$1oes"],
  [/(bu)s$/i, "$1ses"],
  [/(alias|status)$/i, "$1es"],
  [/(octop|vir)i$/i, "$1i"],
  [/(octop|vir)us$/i, "$1i"],
  [/^(ax|test)is$/i, "$1es"],
  [/s$/i, "s"],
  [/$/, "s"],
];

export function pluralize(text: string): string | null {
  if (!isAscii(text) || text.includes("\n")) return null;
  if (text === "" || uncountable.test(text)) return text;
  for (const [one, many] of irregular) {
    if (new RegExp(`${many}$`, "i").test(text)) return text;
    if (new RegExp(`${one}$`, "i").test(text)) return text.slice(0, 1 - one.length) + many.slice(1);
  }
  const [pattern, by] = plurals.find(([rule]) => rule.test(text))!;
  return text.replace(pattern, by);
}

const singulars: readonly (readonly [RegExp, string])[] = [
  [/(database)s$/i, "$1"],
  [/(quiz)zes$/i, "$1"],
  [/(matr)ices$/i, "$1ix"],
  [/(vert|ind)ices$/i, "$1ex"],
  [/^(ox)en/i, "$1"],
  [/(alias|status)(?:es)?$/i, "$1"],
  [/(octop|vir)(?:us|i)$/i, "$1us"],
  [/^(a)x[ie]s$/i, "$1xis"],
  [/(cris|test)(?:is|es)$/i, "$1is"],
  [/(shoe)s$/i, "$1"],
  [/(o)es$/i, "$1"],
  [/(bus)(?:es)?$/i, "$1"],
  [/^(m|l)ice$/i, "$1ouse"],
  [/(x|ch|ss|sh)es$/i, "$1"],
  [/(m)ovies$/i, "$1ovie"],
  [/(s)eries$/i, "$1eries"],
  [/([^aeiouy]|qu)ies$/i, "$1y"],
  [/([lr])ves$/i, "$1f"],
  [/(tive)s$/i, "$1"],
  [/(hive)s$/i, "$1"],
  [/([^f])ves$/i, "$1fe"],
  [/(^analy)(?:sis|ses)$/i, "$1sis"],
  [/(analy|ba|diagno|parenthe|progno|synop|the)(?:sis|ses)$/i, "$1sis"],
  [/([ti])a$/i, "$1um"],
  [/(n)ews$/i, "$1ews"],
  [/(ss)$/i, "$1"],
  [/s$/i, ""],
];

export function singularize(text: string): string | null {
  if (!isAscii(text) || text.includes("\n")) return null;
  if (text === "" || uncountable.test(text)) return text;
  for (const [one, many] of irregular) {
    if (new RegExp(`${one}$`, "i").test(text)) return text;
    if (new RegExp(`${many}$`, "i").test(text)) return text.slice(0, 1 - many.length) + one.slice(1);
  }
  const rule = singulars.find(([pattern]) => pattern.test(text));
  return rule ? text.replace(...rule) : text;
}

/** A class's name for a table's, and the other way round. */
export function classify(text: string): string | null {
  const one = singularize(text.replace(/^.*\./s, ""));
  return one === null ? null : camelize(one);
}

export function tableize(text: string): string | null {
  const words = underscore(text);
  return words === null ? null : pluralize(words);
}
