import { z } from "zod";
import { shorten } from "../../checks/report/escape.ts";
import type { Comment } from "../github/comments.ts";
import { Act, type GivenAct, inOrder, isCautious } from "./act.ts";
import { isOwn } from "./receipt.ts";

/** More than these are not kept, and asked again. */
export const maxRefused = 500;

const Ids = z.array(z.int().positive()).max(200).default([]);

const RememberedAct = z.object({
  act: Act,
  by: z.string().max(100),
  at: z.int().min(0),
  comment: z.int().positive(),
  index: z.int().min(0),
  head: z.string().max(64).nullable(),
  digest: z.string().max(64).nullable(),
});

/** A request, a hold or the like, should everything else about it be deleted. */
export type RememberedAct = z.output<typeof RememberedAct>;

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
  acts: z.array(RememberedAct).max(100).default([]),
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
  acts: [],
};

/** More acts, and longer texts, are not kept: the status has a length. */
const maxActs = 30;
const maxText = 150;

/** What is to be remembered of what was done: whatever keeps a gate from passing. */
export function rememberActs(acts: readonly GivenAct[]): readonly RememberedAct[] {
  return inOrder(acts)
    .filter(isCautious)
    .slice(-maxActs)
    .map(({ act, by, at, comment, index, head, digest }) => {
      const text = (words: string) => shorten(words, maxText);
      const short =
        act.act === "request"
          ? { ...act, text: text(act.text) }
          : act.act === "hold"
            ? { ...act, reason: text(act.reason) }
            : act;
      return { act: short, by, at, comment, index, head, digest };
    });
}

const before = "<!-- connector-gate:status ";
const after = " -->";

export function formatMemory(memory: Memory): string {
  // Without this character, nothing in a reason can end the hidden part.
  return before + JSON.stringify(memory).replaceAll(">", String.raw`\u003e`) + after;
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
