import { maxTextLength } from "./check-runs.ts";

/** As many whole blocks as GitHub takes, counted as bytes to be on the safe side; `more` says that some are missing. */
export function fitText(blocks: readonly string[], more = "More did not fit here."): string {
  const ending = `\n*${more}*\n`;
  let left = maxTextLength - Buffer.byteLength(ending) - 1;
  let text = "";
  for (const block of blocks) {
    left -= Buffer.byteLength(block);
    if (left < 0) return text + ending;
    text += block;
  }
  return text;
}
