import type { Glance } from "../pull-request/observe.ts";
import type { SubjectOutcome } from "../pull-request/reconcile-subject.ts";
import { classify } from "./change.ts";
import type { ListingsContext } from "./context.ts";
import { gateNames } from "./gate.ts";
import { sameRuns, writeRuns } from "./gate-runs.ts";

/** What a merge queue of a listings repository gets to hear. */
export async function reconcileListingsGroup(
  { change: { headSha, baseSha }, runs }: Glance,
  { ports }: ListingsContext,
): Promise<SubjectOutcome> {
  const change = classify(await ports.pulls.compare(baseSha, headSha), "");
  const desired =
    change.kind === "other"
      ? sameRuns(gateNames, "neutral", "Not a submission", "Nothing below `listings/` changes.\n")
      : sameRuns(
          gateNames,
          "failure",
          "Listings are not merged by a queue",
          "A sign-off is for one commit, and a merge queue makes another one of it. Switch the merge queue off for this branch; `/list` merges the submission.\n",
        );
  await writeRuns(headSha, runs, desired, ports.checkRuns);
  return { kind: "done", follow: [] };
}
