import { parseCommands } from "../commands/parse.ts";
import { neverEdited } from "../github/comment-edits.ts";
import type { Comment } from "../github/comments.ts";
import { isOwn, parseReceipt } from "../review/receipt.ts";
import type { ListingsContext } from "./context.ts";

/** An edit that comes later than this shows in a comment's times, whatever the clocks say. */
const settledSeconds = 60;

const maxKept = 10_000;

/**
 * Marks comments as edited that were so within the very second in which they were written: whoever may edit comments could
 * else turn a receipt of the app into another one, or a reviewer's words into a sign-off, unseen. Each comment that may
 * decide something is asked about until that second is over. Null where GitHub does not tell now: to guess would void what people said.
 */
export async function withHiddenEdits(
  comments: readonly Comment[],
  { call, unedited, clock }: Pick<ListingsContext, "call" | "unedited" | "clock">,
): Promise<readonly Comment[] | null> {
  const doubtful = comments.filter((comment) => mayDecide(comment) && !unedited.has(comment.id));
  if (doubtful.length === 0) return comments;
  const untouched = await neverEdited(
    call,
    doubtful.map(({ nodeId }) => nodeId),
  );
  if (!untouched) return null;
  const now = clock().getTime() / 1000;
  const edited = new Set<number>();
  for (const { id, nodeId, createdAt } of doubtful) {
    if (!untouched.has(nodeId)) edited.add(id);
    else if (now - createdAt > settledSeconds) unedited.add(id);
  }
  for (const oldest of unedited) {
    if (unedited.size <= maxKept) break;
    unedited.delete(oldest);
  }
  return comments.map((comment) => (edited.has(comment.id) ? { ...comment, isEdited: true } : comment));
}

function mayDecide(comment: Comment): boolean {
  if (comment.isEdited) return false;
  if (isOwn(comment)) return parseReceipt(comment.body) !== null;
  return !comment.isBot && parseCommands(comment.body).length > 0;
}
