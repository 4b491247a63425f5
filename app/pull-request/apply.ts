import type { CommentPort } from "../github/comments.ts";
import { faultOf } from "../github/faults.ts";
import type { ReviewPort } from "../github/review-comments.ts";
import type { StickyChange } from "./sticky.ts";
import type { SuggestionChanges } from "./suggestions.ts";
import type { CheckOutput, CheckRunPort, ObservedCheckRun } from "../github/check-runs.ts";
import { batchesOf, type CheckRunChange } from "./check-run.ts";

const queued: CheckOutput = {
  title: "Waiting for its turn",
  summary: "The connectors of this pull request are about to be checked.",
};

/** Opens a check run of each name that is missing, so that people see that something is coming. */
export async function announce(
  sha: string,
  names: readonly string[],
  observed: readonly ObservedCheckRun[],
  port: CheckRunPort,
): Promise<readonly ObservedCheckRun[]> {
  const opened: ObservedCheckRun[] = [];
  for (const name of names) {
    const { id } = await port.create(sha, name, queued);
    opened.push({ id, name, externalId: "", isCompleted: false, annotationCount: 0, startedAt: 0 });
  }
  return [...observed.filter(({ name }) => !names.includes(name)), ...opened];
}

/** Makes one change of a check run. Several requests where there are many annotations; safe to stop between any two. */
export async function applyChange(sha: string, change: CheckRunChange, port: CheckRunPort): Promise<void> {
  if (change.kind === "rename") {
    await port.rename(change.id, change.externalId);
    return;
  }
  const { desired, externalId } = change;
  const { id } = change.kind === "create" ? await port.create(sha, desired.name, queued) : change;
  const batches = batchesOf(desired.annotations, change.kind === "create" ? 0 : change.posted);
  for (const [index, annotations] of batches.entries()) {
    const isLast = index === batches.length - 1;
    await port.update(id, {
      externalId,
      output: desired.output,
      annotations,
      conclusion: isLast ? desired.conclusion : null,
      actions: isLast ? desired.actions : [],
    });
  }
}

export async function applySticky(
  number: number,
  change: StickyChange | null,
  port: CommentPort,
): Promise<void> {
  if (!change) return;
  await unlessRefused(
    change.kind === "create" ? port.create(number, change.body) : port.update(change.id, change.body),
  );
}

const reviewBody = "Each of these can be applied with one click.";

export async function applySuggestions(
  number: number,
  sha: string,
  { post, retire }: SuggestionChanges,
  port: ReviewPort,
): Promise<void> {
  await retireSuggestions(retire, port);
  if (post.length > 0) await unlessRefused(port.create(number, sha, reviewBody, post));
}

/** Collapsed, what was said is out of the way and can still be read. */
async function retireSuggestions(retire: SuggestionChanges["retire"], port: ReviewPort): Promise<void> {
  if (retire.length === 0 || (await port.collapse(retire.map(({ nodeId }) => nodeId)))) return;
  for (const { id, body } of retire) await unlessRefused(port.update(id, body));
}

/**
 * Comments are help on top of the check runs. Where GitHub will not have one (a locked conversation, a diff that moved
 * on, a permission that is missing), the checks still come to their end.
 */
export async function unlessRefused(request: Promise<void>): Promise<void> {
  try {
    await request;
  } catch (error) {
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind !== "denied" && kind !== "refused" && kind !== "missing") throw error;
  }
}
