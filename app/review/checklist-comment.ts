import { maxCommentLength } from "../github/comments.ts";
import type { SubmissionObservation } from "../submission/observation.ts";
import { evidenceFor } from "./evidence.ts";
import type { JudgedSide } from "./fold.ts";
import { type Side, sideNames } from "./side.ts";
import { fitBlocks } from "./text.ts";
import { openItems, type TickedItem } from "./ticks.ts";
import { named } from "./words.ts";

export function checklistMark(side: Side): string {
  return `<!-- connector-gate:checklist ${side} -->`;
}

/** What is left of a comment once the words around the evidence are written, with much room to spare. */
const evidenceLength = maxCommentLength - 12_000;

const more = "\n*More did not fit here; `connector-gate inspect` shows it all.*\n";

/** One side's checklist with the evidence beside every item. The boxes only show: anybody could click one. */
export function checklistBody(
  { side, items }: JudgedSide,
  { record, listed, inspection, account }: SubmissionObservation,
): string {
  const open = openItems(items);
  const blocks = items.map((ticked) => {
    const sources = record && inspection ? { record, listed, inspection, account } : null;
    const lines = sources === null ? [] : evidenceFor(ticked.item.id, sources);
    return itemBlock(ticked, lines, Math.floor(evidenceLength / items.length));
  });
  const version = record === null ? "" : ` of ${record.version}`;
  const count = open.length === 0 ? "complete" : `${items.length - open.length} of ${items.length}`;
  return `${checklistMark(side)}
### ${sideNames[side]}${version}: checklist, ${count}

What no machine can judge. Reviewers tick by a comment, since a box does not tell who clicked it: \`/check ${side} 1 3-5\`, \`/check ${side} all\`, \`/uncheck ${side} 2\`. Ticks count for this very connector.

${blocks.join("\n")}`;
}

function itemBlock(
  { number, by, item: { text, why, evidence } }: TickedItem,
  lines: readonly string[],
  maxLength: number,
): string {
  const box = by === null ? "⬜" : "✅";
  const who = by === null ? "" : ` *${named(by)}*`;
  const known = lines.length === 0 ? "" : `\n${fitBlocks(lines, maxLength, more)}`;
  return `**${number}.** ${box} ${text}${who}
<details><summary>Evidence</summary>

${why} Look at: ${evidence}
${known}
</details>
`;
}
