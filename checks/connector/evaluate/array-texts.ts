import { spend } from "../effort.ts";
import { exactItems, string, textOf, toText, type Value } from "../value.ts";
import type { Call } from "./calls.ts";

export function join(
  items: readonly Value[],
  separator: Value | undefined,
  node: Value["node"],
  depth = 0,
): Value | null {
  if (depth > 40 || !spend(items.length + 1)) return null;
  const texts: (string | null)[] = [];
  for (const item of items) {
    const inner = exactItems(item);
    texts.push(inner ? textOf(join(inner, separator, null, depth + 1) ?? undefined) : toText(item));
  }
  const by = separator === undefined || separator.kind === "nil" ? "" : textOf(separator);
  return by === null || texts.includes(null) ? null : string(texts.join(by), node);
}

/** Rails' list of words for people to read. */
export function toSentence(items: readonly Value[], { values: [options], node }: Call): Value | null {
  const texts = items.map(toText);
  if (texts.includes(null) || (options && options.kind !== "hash")) return null;
  const connector = (name: string, usual: string): string | null => {
    const given = options?.entries.get(name);
    return given ? textOf(given.value) : options?.open ? null : usual;
  };
  const [words, two, last] = [
    connector("words_connector", ", "),
    connector("two_words_connector", " and "),
    connector("last_word_connector", ", and "),
  ];
  if (words === null || two === null || last === null || options?.entries.has("locale")) return null;
  if (texts.length < 3) return string(texts.join(two), node);
  return string(`${texts.slice(0, -1).join(words)}${last}${texts.at(-1)}`, node);
}
