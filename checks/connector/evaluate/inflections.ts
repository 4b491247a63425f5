import { isAscii } from "./regular-expressions.ts";

/*
 * Names as Rails and the SDK turn them into texts:
 * https://api.rubyonrails.org/classes/ActiveSupport/Inflector.html
 */

export function humanize(text: string): string | null {
  if (!isAscii(text)) return null;
  const words = text.replace(/^_+/, "").replace(/_id$/, "").replaceAll("_", " ").toLowerCase();
  return words.replace(/^\w/, (letter) => letter.toUpperCase());
}

export function underscore(text: string): string | null {
  if (!isAscii(text)) return null;
  if (!/[A-Z-]|::/.test(text)) return text;
  return text
    .replaceAll("::", "/")
    .replace(/([A-Z\d]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
}

export function titleize(text: string): string | null {
  const words = humanize(underscore(text) ?? "");
  return isAscii(text) && words !== null
    ? words.replace(/\b(?<!\w['`])[a-z]/g, (letter) => letter.toUpperCase())
    : null;
}

export function camelize(text: string): string | null {
  if (!isAscii(text)) return null;
  return text
    .replace(/^[a-z\d]*/, capitalize)
    .replace(
      /(?:_|(\/))([a-z\d]*)/gi,
      (_all, slash: string | undefined, word: string) => (slash ?? "") + capitalize(word),
    )
    .replaceAll("/", "::");
}

export function parameterize(text: string): string | null {
  if (!isAscii(text)) return null;
  return text
    .replace(/[^a-z0-9\-_]+/gi, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "")
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

/** The rules for plurals, the first that fits counts. */
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
