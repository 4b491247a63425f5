import { z } from "zod";
import type { Repository } from "../github/client.ts";

const Marker = z.object({
  owner: z.string().regex(/^[A-Za-z0-9_-]{1,39}$/),
  repo: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  number: z.int().positive(),
  state: z.enum(["open", "closed"]),
  told: z.array(z.string().max(100)).max(500),
});

/** What an author's issue says of itself, unseen. */
export interface AuthorIssueMarker extends Repository {
  /** The submission's pull request in the listings repository that is named. */
  readonly number: number;
  /** The state that the app gave the issue last; whoever closes their own issue in between has a reason. */
  readonly state: "open" | "closed";
  /** The news that were told so far, each by its key. */
  readonly told: readonly string[];
}

const before = "<!-- connector-gate:listing-review ";
const after = " -->";

export function formatAuthorIssueMarker({ owner, repo, number, state, told }: AuthorIssueMarker): string {
  return before + hidden({ owner, repo, number, state, told }) + after;
}

/** The marker that an issue begins with; null where it has none. The issue has to be the app's own. */
export function parseAuthorIssueMarker(body: string): AuthorIssueMarker | null {
  const [line = ""] = body.split(/\r?\n/, 1);
  if (!line.startsWith(before) || !line.endsWith(after)) return null;
  try {
    const result = Marker.safeParse(JSON.parse(line.slice(before.length, -after.length)));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

/** Marks the comment that tells some news, so that they are told once. */
export function newsMarker(keys: readonly string[]): string {
  return `<!-- connector-gate:news ${hidden(keys)}${after}`;
}

/** Without this character, nothing ends the hidden part. */
function hidden(value: unknown): string {
  return JSON.stringify(value).replaceAll(">", String.raw`\u003e`);
}
