import type { Span, SourceText } from "../ruby/source.ts";
import { type Cell, toCells } from "./display.ts";
import type { Style } from "./style.ts";

export interface SnippetOptions {
  readonly style: Style;
  /** The colour of what is underlined. */
  readonly paint: (text: string) => string;
  /** The width of the terminal, in columns. */
  readonly width: number;
}

/** A place in a source as lines and UTF-16 columns from 1; the end is the first column after it. */
interface Region {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

const shownLines = 6;
const ellipsis: Cell = { text: "…", width: 1, index: -1 };

/** The width of the column that line numbers stand in, where `line` is the last one shown. */
export function gutterWidth(line: number): number {
  return String(line).length;
}

/** The source lines of a span with the span underlined, as rustc shows them. */
export function renderSnippet(source: SourceText, span: Span, options: SnippetOptions): readonly string[] {
  const region = toRegion(source, span);
  const gutter = gutterWidth(region.last);
  const bar = options.style.blue("|");
  const numbered = (line: number | null, text: string) => {
    const number = line === null ? "" : String(line);
    return `${options.style.blue(number.padStart(gutter))} ${bar} ${text}`.trimEnd();
  };
  const body =
    region.first === region.last ? oneLine(source, region, options) : manyLines(source, region, options);
  return [
    numbered(null, ""),
    ...body.map(([line, text]) => (line === -1 ? options.style.blue("...") + text : numbered(line, text))),
  ];
}

/** Lines with their number; null for an underline, -1 for lines left out. */
type NumberedLine = readonly [line: number | null, text: string];

function toRegion(source: SourceText, span: Span): Region {
  const start = source.position(span.start);
  const end = source.position(span.end);
  if (end.line > start.line && end.column === 1) {
    // The line break at the end of a span belongs to the line before.
    const last = end.line - 1;
    return { first: start.line, from: start.column, last, to: source.line(last).length + 1 };
  }
  return { first: start.line, from: start.column, last: end.line, to: end.column };
}

function oneLine(source: SourceText, region: Region, options: SnippetOptions): readonly NumberedLine[] {
  const room = textRoom(region, options);
  const { cells, before, marked } = cut(source.line(region.first), region.from - 1, region.to - 1, room);
  const underline = " ".repeat(before) + options.paint("^".repeat(Math.max(1, marked)));
  return [
    [region.first, print(cells)],
    [null, underline],
  ];
}

function manyLines(source: SourceText, region: Region, options: SnippetOptions): readonly NumberedLine[] {
  const room = textRoom(region, options) - 2;
  const side = options.paint("|");
  const firstText = source.line(region.first);
  const opensLine = firstText.slice(0, region.from - 1).trim() === "";
  const start = cut(firstText, region.from - 1, firstText.length, room);
  const lines: NumberedLine[] = [
    [region.first, `${opensLine ? options.paint("/") : " "} ${print(start.cells)}`],
  ];
  if (!opensLine) lines.push([null, ` ${options.paint(`${"_".repeat(start.before + 1)}^`)}`]);

  const count = region.last - region.first + 1;
  for (let line = region.first + 1; line < region.last; line++) {
    if (count > shownLines && line === region.first + shownLines - 2) {
      lines.push([-1, `${" ".repeat(gutterWidth(region.last))}${side}`]);
      line = region.last - 1;
      continue;
    }
    lines.push([line, `${side} ${print(cut(source.line(line), 0, 0, room).cells)}`]);
  }

  const end = cut(source.line(region.last), Math.max(0, region.to - 2), region.to - 1, room);
  lines.push([region.last, `${side} ${print(end.cells)}`]);
  lines.push([null, side + options.paint(`${"_".repeat(end.before + 1)}^`)]);
  return lines;
}

/** A line of a span: its text before, inside and after the span. Nothing is inside on blank lines of a longer span. */
export interface MarkedLine {
  readonly line: number;
  readonly before: string;
  readonly marked: string | null;
  readonly after: string;
}

/** The same lines for outputs that mark text without underlines, at most `room` columns wide; null for those left out. */
export function markedLines(source: SourceText, span: Span, room: number): readonly (MarkedLine | null)[] {
  const { first, from, last, to } = toRegion(source, span);
  const lines: (MarkedLine | null)[] = [];
  for (let line = first; line <= last; line++) {
    if (last - first >= shownLines && line === first + shownLines - 2) {
      lines.push(null);
      line = last;
    }
    const text = source.line(line);
    const end = line === last ? to - 1 : text.length;
    const start = line === first ? from - 1 : Math.min(end, text.search(/\S|$/));
    const { cells } = cut(text, start, end, room);
    const inside = cells.findIndex(({ index }) => index >= start);
    const begin = inside === -1 ? cells.length : inside;
    const behind = cells.findIndex(({ index }, at) => at >= begin && index >= end);
    const stop = behind === -1 ? cells.length : behind;
    lines.push({
      line,
      before: print(cells.slice(0, begin)),
      marked: begin === stop && first < last ? null : print(cells.slice(begin, stop)),
      after: print(cells.slice(stop)),
    });
  }
  return lines;
}

function textRoom(region: Region, options: SnippetOptions): number {
  return Math.max(20, options.width - gutterWidth(region.last) - 3);
}

function print(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join("");
}

/** The part of a line around a span that fits into `room` columns. */
interface Cut {
  readonly cells: readonly Cell[];
  /** Columns before the span, and of the span. */
  readonly before: number;
  readonly marked: number;
}

function cut(text: string, from: number, to: number, room: number): Cut {
  // No more is looked at than could be shown: a line may be as long as its file.
  const near = Math.max(0, from - room * 2);
  const far = Math.min(text.length, Math.min(to, from + room) + room * 2);
  const cells = toCells(text.slice(near, far)).map((cell) => ({ ...cell, index: cell.index + near }));
  // One column is kept for the mark that the line goes on.
  const fits = near === 0 && columns(cells, 0, to) < room;
  const first = fits ? 0 : firstShown(cells, from, to, room);
  const rest = cells.slice(first);
  const leading = first > 0 || near > 0 ? [ellipsis] : [];
  const goesOn = far < text.length || columns(rest, 0, Infinity) + leading.length > room;

  const shown: Cell[] = [];
  let left = room - leading.length - (goesOn ? 1 : 0);
  for (const cell of rest) {
    left -= cell.width;
    if (left < 0) break;
    shown.push(cell);
  }
  const next = rest[shown.length];
  return {
    cells: [...leading, ...shown, ...(goesOn ? [ellipsis] : [])],
    before: leading.length + columns(shown, 0, from),
    marked: columns(shown, from, to) + (next && next.index < to ? 1 : 0),
  };
}

/** Where to begin so that the span is seen: some context before it, and its end where that fits. */
function firstShown(cells: readonly Cell[], from: number, to: number, room: number): number {
  const context = Math.max(4, Math.min(room - columns(cells, from, to) - 2, Math.floor(room / 3)));
  let index = cells.findIndex((cell) => cell.index >= from);
  if (index === -1) index = cells.length;
  let used = 0;
  while (index > 0 && used + cells[index - 1]!.width <= context) used += cells[--index]!.width;
  return index;
}

/** The columns of the cells that begin at `from` or later, and before `to`. */
function columns(cells: readonly Cell[], from: number, to: number): number {
  let sum = 0;
  for (const cell of cells) if (cell.index >= from && cell.index < to) sum += cell.width;
  return sum;
}
