import { severities } from "../../checks/engine/finding.ts";
import { countOf } from "../../checks/report/counts.ts";
import { markdownCode, markdownMessage, shorten } from "../../checks/report/escape.ts";
import type { ReportFinding } from "../../checks/report/report.ts";
import type { Comment } from "../github/comments.ts";

/** Found by this, whatever it says. */
const mark = "<!-- connector-gate:sticky -->";

const maxListed = 10;
const longestMessage = 200;

/** What the one comment is about: what this change brought, and what it mended. */
export interface StickyContent {
  readonly fresh: readonly ReportFinding[];
  readonly fixed: readonly ReportFinding[];
  /** How many new findings keep the checks from passing. */
  readonly blocking: number;
  /** How many safe fixes there are, and whether they can be committed here. */
  readonly fixable: number;
  readonly isFork: boolean;
}

export type StickyChange =
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "update"; readonly id: number; readonly body: string };

/** Writes only where there is something to say, or where what was said is no longer so. */
export function decideSticky(
  content: StickyContent | null,
  comments: readonly Comment[],
): StickyChange | null {
  const existing = comments.find(({ isOurs, body }) => isOurs && body.startsWith(mark));
  const hasNews = content !== null && content.fresh.length > 0;
  if (!existing) return hasNews ? { kind: "create", body: bodyOf(content) } : null;
  const body = hasNews ? bodyOf(content) : goneBody(content);
  return body === existing.body ? null : { kind: "update", id: existing.id, body };
}

function goneBody(content: StickyContent | null): string {
  const fixed = content?.fixed.length ?? 0;
  const more =
    fixed > 0
      ? ` This pull request even fixes ${countOf(fixed, "finding")} that ${fixed === 1 ? "was" : "were"} there before.`
      : "";
  return `${mark}\n🎉 Nothing new to fix.${more}\n`;
}

function bodyOf({ fresh, fixed, blocking, fixable, isFork }: StickyContent): string {
  const worst = severities.flatMap((severity) => fresh.filter((finding) => finding.severity === severity));
  const fate =
    blocking > 0
      ? `${blocking === fresh.length ? "they" : blocking} must be fixed first`
      : "none of them blocks it";
  const lines = [
    mark,
    `**${countOf(fresh.length, "new finding")} in this pull request**; ${fate}.`,
    "",
    ...worst.slice(0, maxListed).map(({ severity, message, file, start }) => {
      const place = markdownCode(`${shorten(file, 200)}:${start.line}`);
      return `- ${severity}: ${markdownMessage(shorten(message, longestMessage))} ${place}`;
    }),
  ];
  if (worst.length > maxListed) lines.push(`- and ${worst.length - maxListed} more in the checks`);
  lines.push("");
  if (fixed.length > 0) lines.push(`${countOf(fixed.length, "finding")} of before fixed. 🎉`, "");
  if (fixable > 0) lines.push(isFork ? forkHint : "`/fix` commits the safe fixes to this branch.", "");
  lines.push("`/explain <rule>` says more about a rule, `/help` lists what else there is.");
  return `${lines.join("\n")}\n`;
}

const forkHint =
  "The branch belongs to a fork, so the safe fixes cannot be committed from here; apply the suggestions, or run `connector-gate check --fix`.";
