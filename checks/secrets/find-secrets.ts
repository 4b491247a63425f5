import { isPlaceholder } from "./placeholders.ts";
import { scan } from "./scanner.ts";
import { tokenForms } from "./token-forms.ts";

/** A secret in a text; the range is in UTF-16 units. */
export interface FoundSecret {
  /** As in "The text is …". */
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** What the scanner's rules find. Those that are not here are for files that no connector has. */
const names: Readonly<Record<string, string>> = {
  aws: "an AWS credential",
  gcp: "a key of a Google service account",
  privatekey: "a private key",
  npm: "an npm token",
  basicauth: "an address with credentials",
  slack: "a Slack token",
  sendgrid: "a SendGrid key",
  shopify: "a Shopify token",
  github: "a GitHub token",
  gitlab: "a GitLab token",
  grafana: "a Grafana token",
  openai: "an OpenAI key",
  anthropic: "an Anthropic key",
  groq: "a Groq key",
  huggingface: "a Hugging Face token",
  linear: "a Linear key",
  notion: "a Notion token",
  "1password": "a 1Password token",
  "database-connection-string": "an address of a database with its password",
  "hashicorp-vault": "a token of HashiCorp Vault",
  vercel: "a Vercel token",
  databricks: "a Databricks token",
  docker: "a Docker token",
  figma: "a Figma token",
};

/*
 * Lines without any of it hold no secret of a known form: a key, a password in an address, or a long word in which
 * digits are mixed with letters as in no name. Most connectors have no such line, and never load the scanner.
 */
const marks = /-----BEGIN|AKIA|ASIA|xox/gu;
const address = /:\/\/[^\s/@:'"]*:[^\s/@'"]+@$/u;
/** Of what stands before the host in an address, in UTF-16 units. */
const longestAddress = 1000;
const mixedWord =
  /^(?:(?=[^A-Z\s]*[A-Z])(?=[A-Z\d_+=-]*[a-z])[A-Za-z_+=-]*\d|[A-Za-z_+=-]*(?:\d+[A-Za-z_+=-]+){2})/u;
/** The least length of such a word. */
const longWord = 16;
/** A part of a line as long as this is looked at by itself. */
const longestPiece = 4000;
/** The most text that is handed to the scanner. */
const mostText = 512 * 1024;

/** Every secret in a text of which the form alone says that it is one. Placeholders are none. */
export function findSecrets(text: string): readonly FoundSecret[] {
  const pieces = candidatesIn(text);
  if (pieces.length === 0) return [];
  const digest = pieces.map((piece) => piece.text).join("\n");
  const found = [...ownForms(digest), ...known(digest)]
    .filter(({ start, end }) => !isPlaceholder(digest.slice(start, end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const secrets: FoundSecret[] = [];
  let last = -1;
  for (const { what, start, end } of found) {
    // Two rules that find the same tell it once.
    if (start < last) continue;
    last = end;
    const from = toOriginal(pieces, start);
    secrets.push({ what, start: from, end: from + (end - start) });
  }
  return secrets;
}

function ownForms(digest: string): FoundSecret[] {
  return tokenForms.flatMap(({ what, pattern }) =>
    Array.from(digest.matchAll(pattern), (match) => ({
      what,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

function known(digest: string): FoundSecret[] {
  return scan(digest).flatMap(({ rule, start, end }) => {
    const what = names[rule];
    // Some of the rules take the quote after an address for a part of it.
    const length = digest.slice(start, end).replace(/["'`,;)\]}]+$/u, "").length;
    return what === undefined ? [] : [{ what, start, end: start + length }];
  });
}

interface Piece {
  readonly text: string;
  /** Where it stands in the text, and in the digest. */
  readonly at: number;
  readonly inDigest: number;
}

/** The lines that may hold a secret; of a key, all of its lines. */
function candidatesIn(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  let at = 0;
  for (const place of placesIn(text)) {
    // Another place was on the same line.
    if (place < at) continue;
    const lineStart = text.lastIndexOf("\n", place - 1) + 1;
    at = Math.max(at, place - ((place - lineStart) % longestPiece));
    let inKey = false;
    do {
      if (length >= mostText) return pieces;
      const lineBreak = text.indexOf("\n", at);
      const end = Math.min(lineBreak === -1 ? text.length : lineBreak, at + longestPiece);
      const line = text.slice(at, end);
      pieces.push({ text: line, at, inDigest: length });
      length += line.length + 1;
      inKey = (inKey || line.includes("-----BEGIN")) && !line.includes("-----END");
      at = end === lineBreak ? end + 1 : end;
    } while (inKey && at < text.length);
  }
  return pieces;
}

/** Where there is something that a secret may be known by, in order. */
function placesIn(text: string): number[] {
  const places = mixedWordsIn(text);
  for (const { index } of text.matchAll(marks)) places.push(index);
  let start = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", start)) {
    if (address.test(text.slice(Math.max(start, at - longestAddress), at + 1))) places.push(at);
    start = at + 1;
  }
  return places.sort((a, b) => a - b);
}

/** The words of a text that are as long as a secret, and have digits as no name has. */
function mixedWordsIn(text: string): number[] {
  const words: number[] = [];
  const digit = /\d/gu;
  let end = 0;
  // Few words have a digit, and to look for one is the fastest that can be done with a text.
  while (digit.test(text)) {
    let start = digit.lastIndex - 1;
    while (start > end && isWordUnit(text.charCodeAt(start - 1))) start--;
    end = digit.lastIndex;
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end++;
    digit.lastIndex = end;
    if (end - start >= longWord && mixedWord.test(text.slice(start, start + longestPiece))) words.push(start);
  }
  return words;
}

/** By its UTF-16 unit, whether a character is a letter, a digit or one of `_+=-`. */
const wordUnits = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[\w+=-]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

function isWordUnit(unit: number): boolean {
  return wordUnits[unit] === 1;
}

function toOriginal(pieces: readonly Piece[], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.inDigest <= index) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low]!;
  return piece.at + (index - piece.inDigest);
}
