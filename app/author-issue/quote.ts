import { escapeMarkdown, shorten } from "../../checks/report/escape.ts";

const maxLength = 1500;
const maxLines = 30;

/**
 * Somebody's words as a quotation, with its line breaks and without any markup, link or mention of its own. What is
 * cut off is where `url` leads.
 */
export function quote(text: string, url: string): string {
  const short = shorten(text.replaceAll("\r\n", "\n").trim(), maxLength);
  const lines = short.split("\n");
  const shown = lines.slice(0, maxLines).map((line) => `> ${escapeMarkdown(line)}`.trimEnd());
  const isCut = lines.length > maxLines || short.endsWith("…");
  // Two spaces keep a line break; an empty line parts paragraphs by itself.
  const quoted = shown.map((line, index) => (index + 1 < shown.length && line !== ">" ? `${line}  ` : line));
  if (short === "") return `> [No words of their own](<${url}>)\n`;
  return `${quoted.join("\n")}\n${isCut ? `>\n> [The rest is there](<${url}>)\n` : ""}`;
}
