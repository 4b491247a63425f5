import { escapeUnseen } from "./escape.ts";

/** One character as a person sees it, as shown on a terminal. */
export interface Cell {
  /** What is printed: the character, spaces for a tab, an escape for what cannot be seen. */
  readonly text: string;
  /** In terminal columns. */
  readonly width: number;
  /** Where the character begins in the text, in UTF-16 units. */
  readonly index: number;
}

const tab = "    ";
// oxlint-disable-next-line no-control-regex -- all of ASCII, and a bit more
const plain = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff]*$/;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;
const combining = /^[\p{Mark}\u200c\u200d]+$/u;
// East Asian Wide and Fullwidth: https://www.unicode.org/reports/tr11/
const wide =
  /^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18d08}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u;

/** Splits text into what is shown for it. */
export function toCells(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  if (plain.test(text) && !text.includes("##[")) {
    for (let index = 0; index < text.length; index++) cells.push({ text: text[index]!, width: 1, index });
    return cells;
  }
  for (const { segment, index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (segment === "\t") cells.push({ text: tab, width: tab.length, index });
    else if (segment === "[" && text.slice(0, index).endsWith("##"))
      cells.push({ text: "\\u{5b}", width: 6, index });
    else cells.push(toCell(segment, index));
  }
  return cells;
}

function toCell(segment: string, index: number): Cell {
  const shown = escapeUnseen(segment);
  if (shown !== segment) return { text: shown, width: shown.length, index };
  if (combining.test(segment)) return { text: `\u25cc${segment}`, width: 1, index };
  return { text: segment, width: emoji.test(segment) || wide.test(segment) ? 2 : 1, index };
}

/** The number of terminal columns that text takes, where it holds no line breaks. */
export function displayWidth(text: string): number {
  return plain.test(text) ? text.length : toCells(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** Breaks text at spaces into lines of at most `width` columns; a longer word keeps a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
