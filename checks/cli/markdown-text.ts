import { displayWidth, wrapText } from "../report/display.ts";
import { escapeUnseen } from "../report/escape.ts";
import type { Style } from "../report/style.ts";

export interface MarkdownTextOptions {
  readonly style: Style;
  /** In columns. */
  readonly width: number;
}

/** Narrower columns are no use to anybody. */
const leastColumn = 20;

/** Our own Markdown as it reads on a terminal: tables in columns, links written out, nothing escaped. */
export function renderMarkdownText(markdown: string, { style, width }: MarkdownTextOptions): string {
  const shown: string[] = [];
  let table: string[][] = [];
  let fence: string | null = null;

  function endTable(): void {
    shown.push(...tableLines(table, width));
    table = [];
  }

  for (const line of markdown.split("\n")) {
    const mark = /^(`{3,})/.exec(line)?.[1];
    if (fence !== null || mark !== undefined) {
      if (mark !== undefined && (fence === null || line === fence)) fence = fence === null ? mark : null;
      else shown.push(`  ${escapeUnseen(line)}`);
      continue;
    }
    if (line.startsWith("|")) {
      const cells = line.split("|").slice(1, -1);
      if (!cells.every((cell) => /^:?-+:?$/.test(cell.trim()))) table.push(cells);
      continue;
    }
    endTable();
    const title = /^#+ (.*)$/.exec(line)?.[1] ?? /<summary>(.*)<\/summary>/.exec(line)?.[1];
    if (title !== undefined) shown.push(style.bold(plain(title)));
    else if (line !== "</details>") shown.push(...paragraphLines(line, width));
  }
  endTable();
  const text = shown.join("\n").replaceAll(/\n{3,}/g, "\n\n");
  return `${text.replaceAll(/^\n+|\n+$/g, "")}\n`;
}

function paragraphLines(line: string, width: number): readonly string[] {
  if (line === "") return [""];
  const [, mark = "", text = ""] = /^(- )?(.*)$/.exec(line) ?? [];
  const indent = " ".repeat(mark.length);
  return wrapText(plain(text), width - mark.length).map(
    (part, index) => (index === 0 ? mark : indent) + part,
  );
}

/** Where addresses make a table too wide, only the words of its links are shown. */
function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const shown = (toText: (markdown: string) => string) =>
    layOut(
      rows.map((row) => row.map(toText)),
      width,
    );
  const full = shown(plain);
  const isNarrow = (rows[0]?.length ?? 0) <= 2 || full.every((line) => displayWidth(line) <= width);
  return isNarrow ? full : shown(plainWords);
}

/** The last column takes what the others leave, in as many lines as it needs. Columns without content are left out. */
function layOut(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const [header = [], ...content] = rows;
  const used = header.flatMap((_, index) => (content.some((row) => row[index]) ? [index] : []));
  // Two columns of names and values need no heading.
  const body = used.length > 2 ? rows : content;
  const widths = used.map((index) => Math.max(...body.map((row) => displayWidth(row[index] ?? ""))));
  const left = widths.slice(0, -1).reduce((sum, column) => sum + column + 2, 2);
  return body.flatMap((row) => {
    const cells = used.map((index) => row[index] ?? "");
    const last = wrapText(cells.at(-1) ?? "", Math.max(leastColumn, width - left));
    const first = cells
      .slice(0, -1)
      .map((cell, index) => cell + " ".repeat(widths[index]! - displayWidth(cell) + 2))
      .join("");
    return last.map((part, index) => `  ${index === 0 ? first : " ".repeat(left - 2)}${part}`.trimEnd());
  });
}

/** The words of a line, as people read them. */
function plain(markdown: string): string {
  const text = markdown
    .trim()
    .replaceAll(/\[([^\]]*)\]\(<([^>]*)>\)/g, (_, words: string, url: string) =>
      url.endsWith(withoutEntities(words)) ? url : `${words} (${url})`,
    )
    .replaceAll(/\*\*(.+?)\*\*/g, "$1")
    .replaceAll(/`([^`]*)`/g, "$1")
    .replaceAll(/<\/?(?:span|code)>/g, "");
  return escapeUnseen(withoutEntities(text));
}

function plainWords(markdown: string): string {
  return plain(markdown.replaceAll(/\[([^\]]*)\]\(<[^>]*>\)/g, "$1"));
}

function withoutEntities(text: string): string {
  return text
    .replaceAll("&#8203;", "")
    .replaceAll(/&#(\d{1,4});/g, (_, code: string) => String.fromCharCode(Number(code)));
}
