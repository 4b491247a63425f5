import type { Comment } from "../github/comments.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import type { Glance } from "../pull-request/observe.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import type { ListingsContext } from "./context.ts";

/** A pull request of a listings repository, at a first look. */
export interface SeenPull {
  readonly pull: PullRequest;
  readonly seen: Glance;
  readonly comments: readonly Comment[];
  /** Check runs that began up to then are to be made anew; null where nobody asked. */
  readonly since: number | null;
}

const done: SubjectOutcome = { kind: "done", follow: [] };

/** Brings a pull request of a listings repository into the state it should have. */
export async function reconcileListings(_seen: SeenPull, context: ListingsContext): Promise<SubjectOutcome> {
  await context.watch();
  return done;
}

/** What a merge queue of a listings repository gets to hear. */
export async function reconcileListingsGroup(
  _seen: Glance,
  _context: ListingsContext,
): Promise<SubjectOutcome> {
  return done;
}

/** Finds the submissions from a repository of connectors, since something about its releases changed. */
export async function reconcileSource(_context: ListingsContext): Promise<SubjectOutcome> {
  return done;
}
