import { spend } from "../effort.ts";
import { exactItems, type HashValue, type RangeValue, toText, type Value } from "../value.ts";

/** What `to_s`, and so interpolation, gives, also for arrays and hashes; null where it is not known. */
export function shownText(value: Value): string | null {
  if (value.kind === "range") return inspectRange(value, shownText);
  return toText(value) ?? (value.kind === "symbol" ? null : inspectText(value));
}

/** What `inspect` gives, as Ruby has it up to 3.3; null where it is not known. */
export function inspectText(value: Value, depth = 0): string | null {
  if (depth > 20 || !spend()) return null;
  switch (value.kind) {
    case "nil":
      return "nil";
    case "string":
      return quoted(value.text);
    case "symbol": {
      if (/^[A-Za-z_]\w*[?!=]?$/.test(value.text)) return `:${value.text}`;
      // Operators, and letters beyond ASCII, need no quotes either.
      const text = /^[\x20-\x7e]+$/.test(value.text) && /\w/.test(value.text) ? quoted(value.text) : null;
      return text && `:${text}`;
    }
    case "array": {
      const items = value.enumerates === undefined ? exactItems(value) : null;
      return (
        items &&
        listed(
          items.map((item) => inspectText(item, depth + 1)),
          "[",
          "]",
        )
      );
    }
    case "hash":
      return inspectHash(value, depth);
    case "range":
      return inspectRange(value, (end) => inspectText(end, depth + 1));
    case "number":
    case "boolean":
    case "class":
      return toText(value);
    default:
      return null;
  }
}

function inspectRange(range: RangeValue, show: (end: Value) => string | null): string | null {
  const [first, last] = [range.first, range.last].map((end) => (end ? show(end) : ""));
  return first === null || last === null ? null : `${first}${range.exclusive ? "..." : ".."}${last}`;
}

function inspectHash({ entries, open, indifferent }: HashValue, depth: number): string | null {
  const all = [...entries.values()];
  if (open || all.some((entry) => entry.conditional || (entry.mixed && !indifferent))) return null;
  const pairs = all.map(({ keyValue, value }) => {
    const texts = [inspectText(keyValue, depth + 1), inspectText(value, depth + 1)];
    return texts.includes(null) ? null : texts.join("=>");
  });
  return listed(pairs, "{", "}");
}

function listed(texts: readonly (string | null)[], start: string, end: string): string | null {
  return texts.includes(null) ? null : `${start}${texts.join(", ")}${end}`;
}

const escapes = new Map([
  ["\n", "\\n"],
  ["\t", "\\t"],
  ["\r", "\\r"],
]);

/** Letters that are surely shown as they are: Ruby escapes others. */
function quoted(text: string): string | null {
  const escaped = text
    .replace(/["\\]|#(?=[{$@])/g, (character) => `\\${character}`)
    .replace(/[\n\t\r]/g, (character) => escapes.get(character)!);
  return /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u017f]*$/.test(escaped) ? `"${escaped}"` : null;
}
