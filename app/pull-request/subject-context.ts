import type { ListingsContext } from "../submission/context.ts";
import type { Subject } from "../subjects/subject.ts";
import type { ChangeContext } from "./check-change.ts";
import type { Locks } from "./locks.ts";
import type { ChangeOutcome } from "./reconcile-change.ts";

export interface SubjectContext extends ChangeContext {
  /** Remembers comments that were answered, so that GitHub need not be asked again. */
  readonly answered: Set<number>;
  /** Lets one piece of work at a time at a pull request, whichever subject brought it. */
  readonly locks: Locks;
  /** `owner/name` of the repository that all of this is about. */
  readonly repository: string;
  /** What there is to do in a repository of listings. */
  readonly listings: ListingsContext;
}

export type SubjectOutcome =
  | { readonly kind: "done"; readonly follow: readonly Subject[] }
  | { readonly kind: "retry"; readonly reason: string; readonly retryAfterMs: number | null };

export const done: SubjectOutcome = { kind: "done", follow: [] };

/** GitHub tells of new commits before it shows them everywhere. */
const vanishedRetryMs = 3000;

export function toOutcome(outcome: ChangeOutcome): SubjectOutcome {
  if (outcome !== "vanished") return done;
  return { kind: "retry", reason: "the head commit is not there", retryAfterMs: vanishedRetryMs };
}
