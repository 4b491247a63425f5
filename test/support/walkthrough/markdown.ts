/** What people see of a text: without the comments that only programs read. */
export function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/<!--[^]*?-->\n*/g, "")
    .replaceAll("&#8203;", "")
    .trim();
}

/** A text as a quotation. */
export function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

const longest = 40;
const excerpt = 16;

/** The beginning of a text that is too long to be read here. */
export function beginning(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= longest) return text;
  const shown = lines.slice(
    0,
    lines.findIndex((line, index) => index >= excerpt && line === ""),
  );
  return `${shown.join("\n")}\n\n*… and ${lines.length - shown.length} lines more*`;
}

/** How many changes are shown of a text that can be read here as a whole, and of a longer one. */
const mostChanges = { short: 16, long: 4 } as const;

/** The lines of a text that were not in it before, with `…` in place of the others. */
export function changedLines(before: string, after: string): string {
  const known = new Map<string, number>();
  for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
  const shown: string[] = [];
  for (const line of after.split("\n")) {
    if (line === "") continue;
    const left = known.get(line) ?? 0;
    if (left === 0) shown.push(line);
    else known.set(line, left - 1);
    if (left > 0 && shown.at(-1) !== "…") shown.push("…");
  }
  const isLong = after.split("\n").length > longest;
  const changes = shown.slice(0, isLong ? mostChanges.long : mostChanges.short);
  if (shown.length > changes.length && changes.at(-1) !== "…") changes.push("…");
  return changes.join("\n\n").replaceAll(/^([|>].*)\n\n(?=\1|[|>])/gm, "$1\n");
}
