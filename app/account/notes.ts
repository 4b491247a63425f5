import { z } from "zod";
import type { Comment } from "../github/comments.ts";

/** What the app's comments on a request say unseen. Nothing of what the requester wrote is in there. */
const Note = z.discriminatedUnion("note", [
  /** The one comment that is edited in place. */
  z.object({
    note: z.literal("answer"),
    /** Since when the request is complete, in seconds since the epoch; null where it is not. */
    since: z.int().min(0).nullable(),
    /** Names what the request asks for, so that an approval of something else is told apart. */
    request: z.string().max(64),
  }),
  z.object({ note: z.literal("reply"), comment: z.int().positive(), kind: z.string().max(40) }),
  z.object({ note: z.literal("welcome") }),
  z.object({
    note: z.literal("reminder"),
    kind: z.enum(["due", "overdue"]),
    since: z.int().min(0),
    /** Such as `2026-11-26`. */
    day: z.string().max(10),
  }),
]);
export type Note = z.output<typeof Note>;

const before = "<!-- connector-gate:account ";
const after = " -->";

export function formatNote(note: Note): string {
  return before + JSON.stringify(note).replaceAll(">", String.raw`\u003e`) + after;
}

export interface WrittenNote {
  readonly note: Note;
  readonly comment: Comment;
}

/** The notes of comments that the app itself wrote; what others write that looks like one is text. */
export function notesOf(comments: readonly Comment[]): readonly WrittenNote[] {
  return comments.flatMap((comment) => {
    const note = comment.isOurs && comment.isBot ? parseNote(comment.body) : null;
    return note ? [{ note, comment }] : [];
  });
}

function parseNote(body: string): Note | null {
  const [line = ""] = body.split(/\r?\n/, 1);
  if (!line.startsWith(before) || !line.endsWith(after)) return null;
  try {
    const result = Note.safeParse(JSON.parse(line.slice(before.length, -after.length)));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
