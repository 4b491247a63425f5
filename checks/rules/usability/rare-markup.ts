/** Elements that texts hardly ever have. */
export const rareElements: ReadonlySet<string> = new Set(
  (
    "article aside audio big caption cite col colgroup del dfn figcaption figure footer header iframe ins main nav nobr picture q " +
    "ruby samp source strike svg tfoot time video"
  ).split(" "),
);

/** A text without its comments, read once from left to right. */
export function withoutComments(text: string): string {
  let start = text.indexOf("<!--");
  if (start === -1) return text;
  let rest = "";
  let at = 0;
  while (start !== -1) {
    const end = text.indexOf("-->", start + 4);
    if (end === -1) break;
    rest += text.slice(at, start);
    at = end + 3;
    start = text.indexOf("<!--", at);
  }
  return rest + text.slice(at);
}
