import { z } from "zod";
import type { Comment } from "../github/comments.ts";
import { Act, type GivenAct } from "./act.ts";
import type { RememberedAct } from "./memory.ts";

const Receipt = z.object({
  comment: z.int().positive(),
  by: z.string().max(100),
  at: z.int().min(0),
  head: z.string().max(64).nullable(),
  digest: z.string().max(64).nullable(),
  acts: z.array(Act).max(20),
});

/**
 * What the app's answer to a comment says unseen: who wrote which commands, and which connector they had before them.
 * GitHub does not tell what a comment was about when it was written, so the app writes it down while it is sure.
 */
export type Receipt = z.output<typeof Receipt>;

const before = "<!-- connector-gate:receipt ";
const after = " -->";

export function formatReceipt(receipt: Receipt): string {
  // Without this character, nothing in a reason can end the hidden part.
  return before + JSON.stringify(receipt).replaceAll(">", String.raw`\u003e`) + after;
}

/** The receipt that a comment of ours begins with; null where it has none. */
export function parseReceipt(body: string): Receipt | null {
  const [line = ""] = body.split(/\r?\n/, 1);
  if (!line.startsWith(before) || !line.endsWith(after)) return null;
  let value: unknown;
  try {
    value = JSON.parse(line.slice(before.length, -after.length));
  } catch {
    return null;
  }
  const result = Receipt.safeParse(value);
  return result.success ? result.data : null;
}

export interface SpoiltReceipt {
  /** The comment that it seems to answer. */
  readonly comment: number;
  /** The answer itself, and when it was given. */
  readonly answer: number;
  readonly at: number;
}

/** The answers that the app has given, and what they prove. */
export interface Receipts {
  /** Comments that were answered, whatever became of the answer since. */
  readonly answered: ReadonlySet<number>;
  readonly acts: readonly GivenAct[];
  /** Answers that somebody changed, and which prove nothing any more. */
  readonly spoilt: readonly SpoiltReceipt[];
}

/**
 * Reads the receipts. Only what the app itself wrote counts, and only as it wrote it: a person acting through the app
 * is not the app, and whoever may edit comments could otherwise write approvals. What is remembered of requests and
 * holds stands in where both the comment and its receipt are gone.
 */
export function readReceipts(
  comments: readonly Comment[],
  remembered: readonly RememberedAct[] = [],
): Receipts {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const answered = new Set<number>();
  const acts: GivenAct[] = [];
  const spoilt: SpoiltReceipt[] = [];
  for (const comment of comments.toSorted((a, b) => a.id - b.id)) {
    if (!isOwn(comment)) continue;
    const receipt = parseReceipt(comment.body);
    // The first answer counts, should there ever be two.
    if (!receipt || answered.has(receipt.comment)) continue;
    if (comment.isEdited) {
      spoilt.push({ comment: receipt.comment, answer: comment.id, at: comment.createdAt });
      answered.add(receipt.comment);
      continue;
    }
    answered.add(receipt.comment);
    const { by, at, head, digest } = receipt;
    const isIntact = isAsWritten(known.get(receipt.comment), receipt);
    for (const [index, act] of receipt.acts.entries()) {
      acts.push({ act, by, at, comment: receipt.comment, index, head, digest, isIntact });
    }
  }
  for (const act of remembered) {
    const comment = known.get(act.comment);
    // As long as the comment is there as it was, it speaks for itself.
    const isIntact = comment !== undefined && !comment.isEdited;
    if (!isIntact && !acts.some((other) => other.comment === act.comment && other.index === act.index)) {
      acts.push({ ...act, isIntact: false });
    }
  }
  return { answered, acts, spoilt };
}

/** Whether the app, and nobody acting through it, wrote a comment. */
export function isOwn({ isOurs, isBot }: Comment): boolean {
  return isOurs && isBot;
}

function isAsWritten(comment: Comment | undefined, { by, at }: Receipt): boolean {
  return comment !== undefined && !comment.isEdited && comment.author === by && comment.createdAt === at;
}
