import { Buffer } from "node:buffer";
import { applyEdits } from "../../checks/engine/fix.ts";
import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import { markdownMessage, shorten } from "../../checks/report/escape.ts";
import type { ReportFinding } from "../../checks/report/report.ts";
import type { ChangedFile } from "../github/pull-requests.ts";
import { maxReviewComments, type NewReviewComment, type ReviewComment } from "../github/review-comments.ts";
import { digest } from "./check-run.ts";
import type { SafeFinding } from "./fixes.ts";

/** A new finding with a safe fix, and what the report says of it. */
export interface SuggestedFix extends SafeFinding {
  readonly reported: ReportFinding;
}

/** A suggestion whose finding is gone; its new words are for where it cannot be collapsed. */
export type RetiredSuggestion = ReviewComment;

/** What is to be said on the diff, and which earlier words have served their turn. */
export interface SuggestionChanges {
  readonly post: readonly NewReviewComment[];
  readonly retire: readonly RetiredSuggestion[];
}

const mark = /^<!-- connector-gate:suggestion ([0-9a-f]+) (open|done) -->/;
const longestSuggestion = 10_000;

export function decideSuggestions(
  fixes: readonly SuggestedFix[],
  changed: readonly ChangedFile[],
  existing: readonly ReviewComment[],
  rules: RuleCatalogue,
): SuggestionChanges {
  const known = new Map<string, Pick<ReviewComment, "id" | "nodeId"> & { readonly isOpen: boolean }>();
  for (const { id, nodeId, body } of existing) {
    const [, name, state] = mark.exec(body) ?? [];
    if (name !== undefined) known.set(name, { id, nodeId, isOpen: state === "open" });
  }
  const patches = new Map(changed.map(({ path, patch }) => [path, patch]));
  const current = new Set<string>();
  const post: NewReviewComment[] = [];
  const taken: NewReviewComment[] = [];
  for (const fix of fixes) {
    const name = nameOf(fix.reported);
    current.add(name);
    const suggestion = toSuggestion(fix, name, diffLines(patches.get(fix.finding.file) ?? ""), rules);
    // Two suggestions for the same lines could not both be applied.
    if (!suggestion || taken.some((other) => overlap(other, suggestion))) continue;
    taken.push(suggestion);
    if (!known.has(name) && post.length < maxReviewComments) post.push(suggestion);
  }
  const retire = [...known]
    .filter(([name, { isOpen }]) => isOpen && !current.has(name))
    .map(([name, { id, nodeId }]) => ({
      id,
      nodeId,
      body: `<!-- connector-gate:suggestion ${name} done -->\n✅ This finding is gone.`,
    }));
  return { post, retire };
}

function nameOf({ ruleId, file, path, message }: ReportFinding): string {
  return digest([ruleId, file, path, message]);
}

function overlap(a: NewReviewComment, b: NewReviewComment): boolean {
  return a.path === b.path && a.startLine <= b.endLine && b.startLine <= a.endLine;
}

/** The fix as whole lines of the diff; null where it is about lines that the pull request does not change. */
function toSuggestion(
  { finding, reported, source }: SuggestedFix,
  name: string,
  lines: DiffLines,
  rules: RuleCatalogue,
): NewReviewComment | null {
  const { edits } = finding.fix;
  const starts = edits.map(({ span }) => source.position(span.start).line);
  // An edit that ends where a line begins leaves that line alone.
  const ends = edits.map(({ span }) => source.position(Math.max(span.start, span.end - 1)).line);
  const startLine = Math.min(...starts);
  const endLine = Math.max(...ends);
  for (let line = startLine; line <= endLine; line++) if (!lines.shown.has(line)) return null;
  if (!lines.added.has(reported.start.line) && !starts.some((line) => lines.added.has(line))) return null;

  const from = source.lineStart(startLine);
  const to = source.lineStart(endLine + 1);
  const moved = edits.map(({ span, text }) => ({
    span: { start: span.start - from, end: span.end - from },
    text,
  }));
  const bytes = applyEdits(source.bytes.subarray(from, to), moved);
  if (!bytes) return null;
  const replacement = Buffer.from(bytes).toString().replace(/\n$/, "");
  if (replacement.includes("\r") || replacement.length > longestSuggestion) return null;
  const fence = fenceFor(replacement);
  // A block without a line in it removes the lines.
  const block = `${fence}suggestion\n${replacement}${bytes.length === 0 ? "" : "\n"}${fence}`;
  const remedy = rules.get(reported.ruleId)?.docs.remedy;
  const text = `${markdownMessage(shorten(reported.message, 300))}${remedy === undefined ? "" : ` ${remedy}`} [${reported.ruleId}](${reported.url})`;
  const body = `<!-- connector-gate:suggestion ${name} open -->\n${text}\n\n${block}`;
  return { path: finding.file, startLine, endLine, body };
}

/** Longer than any run of backticks in the text, so that nothing in it ends the block. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return "`".repeat(longest + 1);
}

interface DiffLines {
  /** Lines of the new file that the diff shows, and may be commented on. */
  readonly shown: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
}

/** The lines of the new file in a unified diff. */
export function diffLines(patch: string): DiffLines {
  const shown = new Set<number>();
  const added = new Set<number>();
  let line = 0;
  for (const text of patch.split("\n")) {
    const start = /^@@ -\S+ \+(\d+)/.exec(text)?.[1];
    if (start !== undefined) {
      line = Number(start);
    } else if (text.startsWith("+") || text.startsWith(" ")) {
      if (text.startsWith("+")) added.add(line);
      shown.add(line++);
    }
  }
  return { shown, added };
}
