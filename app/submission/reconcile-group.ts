import { githubBranches } from "../github/branches.ts";
import type { Glance } from "../pull-request/observe.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import { classify } from "./change.ts";
import type { ListingsContext } from "./context.ts";
import { gateNames } from "./gate.ts";
import { sameRuns, writeRuns } from "./gate-runs.ts";

/**
 * What a merge queue of a listings repository gets to hear. `since` asks for new runs in place of those that began up to
 * then.
 */
export async function reconcileListingsGroup(
  { change: { headSha, baseSha }, runs }: Glance,
  since: number | null,
  { call, repository, ports }: ListingsContext,
): Promise<SubjectOutcome> {
  // Not with the base of the queue: the same commit may be proposed for the default branch, and checks go by commits.
  const branch = await githubBranches(call, repository).defaultBranch();
  const change = classify(branch && (await ports.pulls.compare(branch.name, headSha)), "");
  const desired =
    change.kind === "other"
      ? sameRuns(gateNames, "neutral", "Not a submission", "Nothing below `listings/` changes.\n")
      : sameRuns(
          gateNames,
          "failure",
          "Listings are not merged by a queue",
          "A sign-off is for one commit, and a merge queue makes another one of it. Switch the merge queue off for this branch; `/list` merges the submission.\n",
        );
  const current = since === null ? runs : runs.filter(({ startedAt }) => startedAt > since);
  await writeRuns(headSha, current, desired, ports.checkRuns, { base: baseSha });
  return { kind: "done", follow: [] };
}
