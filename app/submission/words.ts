import { markdownCode, shorten, toOneLine } from "../../checks/report/escape.ts";
import { maxTextLength } from "../github/check-runs.ts";

/** Somebody's login in Markdown, so that nobody is notified. */
export function nameOf(login: string): string {
  return markdownCode(shorten(login, 100));
}

/** A name as plain text of one line. */
export function plain(name: string): string {
  return toOneLine(shorten(name, 100));
}

/** A path or reference as a part of an address. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** An address of ours in a Markdown link; nothing in it ends the link early. */
export function toLink(text: string, url: string): string {
  return `[${text}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
}

/** As many whole blocks as GitHub takes, counted as bytes to be on the safe side. */
export function fit(blocks: readonly string[]): string {
  const ending = "\n*More did not fit here.*\n";
  let left = maxTextLength - Buffer.byteLength(ending) - 1;
  let text = "";
  for (const block of blocks) {
    left -= Buffer.byteLength(block);
    if (left < 0) return text + ending;
    text += block;
  }
  return text;
}
