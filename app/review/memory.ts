import { z } from "zod";
import type { Comment } from "../github/comments.ts";
import { isOwn } from "./receipt.ts";

/** More than these are not kept, and asked again. */
export const maxRefused = 500;

const Ids = z.array(z.int().positive()).max(200).default([]);

const Memory = z.object({
  digest: z.string().nullable(),
  /** Since when reviewers can review this connector, in seconds since the epoch; null while they cannot. */
  since: z.int().min(0).nullable(),
  /** When reviewers were reminded last, in seconds. */
  reminded: z.int().min(0).nullable().default(null),
  /** Whom GitHub does not let review here, in lower case. */
  refused: z.array(z.string().max(100)).max(maxRefused).default([]),
  /** GitHub reviews that asked for changes, by the side that their authors reviewed for when they were seen. */
  asked: z.object({ code: Ids, usability: Ids }),
});

/**
 * What the status comment keeps unseen for the next look, and what GitHub does not tell later. Whoever edits it moves a
 * clock or brings an old request back to nothing, and signs nothing off.
 */
export type Memory = z.output<typeof Memory>;

export const emptyMemory: Memory = {
  digest: null,
  since: null,
  reminded: null,
  refused: [],
  asked: { code: [], usability: [] },
};

const before = "<!-- connector-gate:status ";
const after = " -->";

export function formatMemory(memory: Memory): string {
  return before + JSON.stringify(memory) + after;
}

/** The one status comment, the oldest should there be several, and what it keeps. */
export function findStatus(
  comments: readonly Comment[],
): { readonly comment: Comment; readonly memory: Memory } | null {
  const found = comments.filter((comment) => isOwn(comment) && comment.body.startsWith(before));
  const [comment] = found.toSorted((a, b) => a.id - b.id);
  return comment ? { comment, memory: parseMemory(comment.body) } : null;
}

function parseMemory(body: string): Memory {
  const [line = ""] = body.split(/\r?\n/, 1);
  try {
    const result = Memory.safeParse(JSON.parse(line.slice(before.length, -after.length)));
    return result.success ? result.data : emptyMemory;
  } catch {
    return emptyMemory;
  }
}
