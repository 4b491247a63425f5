import { escapeMarkdown } from "./escape.ts";

/** A path or a reference as part of an address; the slashes stay. */
export function encodePath(path: string): string {
  return path.toWellFormed().split("/").map(encodeURIComponent).join("/");
}

/** A link. The text is anybody's; the address is ours, or was checked to be one of the web. */
export function markdownLink(text: string, url: string): string {
  return linkTo(escapeMarkdown(text), url);
}

/** A link whose text is Markdown already; nothing in the address ends it early. */
export function linkTo(markdown: string, url: string): string {
  return `[${markdown}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}

/** A table of cells that are Markdown on one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}
