import { plainText } from "../../text/prose.ts";

/** The signs of a text that say something, such as `%` and `#`, unlike punctuation. */
export function symbolsOf(text: string): string {
  return (plainText(text).match(/[^\p{L}\p{M}\p{N}\s.,:;!?'"“”‘’`()[\]_…&–—-]/gu) ?? []).join("");
}
