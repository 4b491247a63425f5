import { reconcileListingsGroup } from "../submission/reconcile-group.ts";
import { isListings } from "../submission/role.ts";
import { speaksForOf } from "./check-run.ts";
import { glance } from "./observe.ts";
import { reconcileChange } from "./reconcile-change.ts";
import { done, type SubjectContext, type SubjectOutcome, toOutcome } from "./subject-context.ts";

/** The commit that a merge queue made. `since` asks for new runs in place of those that began up to then. */
export async function reconcileGroup(
  headSha: string,
  baseSha: string,
  since: number | null,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  return context.locks.hold(`${context.repository}@${headSha}`, async () => {
    const seen = await glance({ headSha, baseSha, baseRef: baseSha }, context.ports);
    if (isListings(seen.config?.bytes ?? null)) return reconcileListingsGroup(seen, since, context.listings);
    return toOutcome(await reconcileChange(seen, since, null, context));
  });
}

/** The same, when somebody asks for it again. What the commit was compared with, only its runs can tell. */
export async function rerunGroup(
  sha: string,
  since: number,
  context: SubjectContext,
): Promise<SubjectOutcome> {
  const known = speaksForOf(await context.ports.checkRuns.list(sha));
  return known && "base" in known ? reconcileGroup(sha, known.base, since, context) : done;
}
