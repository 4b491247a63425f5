/** A tag in a text. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** As it is written. */
  readonly source: string;
}

export interface Markup {
  readonly tags: readonly Tag[];
  /** A tag in which a quote, or the tag itself, does not end: what follows cannot be told. */
  readonly broken: string | null;
}

const nameAt = /[A-Za-z][A-Za-z0-9_-]*/y;

/** Reads the tags of a text from left to right, once. */
export function readMarkup(text: string): Markup {
  const tags: Tag[] = [];
  let at = text.indexOf("<");
  while (at !== -1) {
    const closing = text[at + 1] === "/";
    nameAt.lastIndex = at + (closing ? 2 : 1);
    const name = nameAt.exec(text)?.[0].toLowerCase();
    if (name === undefined) {
      at = text.indexOf("<", at + 1);
      continue;
    }
    const index = nameAt.lastIndex;
    const end = endOfTag(text, index);
    if (end === -1) return { tags, broken: text.slice(at, at + 40) };
    tags.push({
      name,
      closing,
      attributes: index === end ? noAttributes : readAttributes(text.slice(index, end)),
      source: text.slice(at, end + 1),
    });
    at = text.indexOf("<", end);
  }
  return { tags, broken: null };
}

/** Where the `>` of a tag is, outside of quotes; -1 where there is none before the next tag. */
function endOfTag(text: string, from: number): number {
  let quote = "";
  for (let index = from; index < text.length; index++) {
    const character = text[index]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') {
      // Quotes belong to values; an apostrophe in prose does not.
      if (text[index - 1] === "=" || /=\s$/.test(text.slice(Math.max(0, index - 2), index)))
        quote = character;
    } else if (character === ">") return index;
    else if (character === "<") return -1;
  }
  return -1;
}

/** What a tag says beyond so many characters is not looked at, so that reading stays linear. */
const longestTag = 2000;

const noAttributes: ReadonlyMap<string, string> = new Map();

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const match of text
    .slice(0, longestTag)
    .matchAll(/([A-Za-z-]+)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g))
    attributes.set(match[1]!.toLowerCase(), match[2] ?? match[3] ?? match[4] ?? "");
  return attributes;
}

const voidTags = new Set(["br", "hr", "img", "input", "wbr"]);
const optionalEnd = new Set(["p", "li", "td", "tr", "th", "br"]);

const knownTags = new Set(
  (
    "a abbr b blockquote br button center code dd details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img input kbd label li mark ol p " +
    "pre s section small span strike strong sub summary sup table tbody td th thead tr tt u ul var wbr"
  ).split(" "),
);

/** Whether there is an HTML element of that name; other tags are words in angle brackets, which are not shown. */
export function isElement(name: string): boolean {
  return knownTags.has(name);
}

/** The first tag that is not closed, or closes nothing; null where all fit. */
export function unbalancedTag(tags: readonly Tag[]): Tag | null {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (voidTags.has(tag.name) || optionalEnd.has(tag.name) || tag.source.endsWith("/>")) continue;
    if (!isElement(tag.name)) continue;
    if (!tag.closing) open.push(tag);
    else if (open.at(-1)?.name === tag.name) open.pop();
    else return open.at(-1) ?? tag;
  }
  return open.at(-1) ?? null;
}
