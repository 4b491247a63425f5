import { escapeMarkdown, shorten } from "../../checks/report/escape.ts";

/** Other people's words as a quotation: every line made harmless, and not more of them than fit. */
export function quote(text: string, maxLength: number): string {
  const lines = shorten(text.trim(), maxLength).split(/\r\n|\r|\n/);
  return lines.map((line) => `> ${escapeMarkdown(line)}`.trimEnd()).join("\n");
}

/** Other people's words on one line. */
export function inline(text: string, maxLength: number): string {
  return escapeMarkdown(shorten(text.trim(), maxLength));
}

/** As many whole blocks as fit into a number of characters; what is left out is said. */
export function fitBlocks(blocks: readonly string[], maxLength: number, ending: string): string {
  let text = "";
  for (const block of blocks) {
    if (text.length + block.length + ending.length > maxLength) return text + ending;
    text += block;
  }
  return text;
}
