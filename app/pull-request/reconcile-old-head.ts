import type { OldHeadSubject } from "../subjects/subject.ts";
import { haveGates, retireGates } from "../submission/old-head.ts";
import { endWithoutResult, runsOf } from "./open-runs.ts";
import type { GitHubPorts } from "./observe.ts";
import { sharingHead } from "./shared-head.ts";

/**
 * Ends the check runs that a pull request left open on a commit which is no longer its head. Gives the numbers of those
 * pull requests whose head it is, and which now have to bring the runs to their end.
 */
export async function reconcileOldHead(
  { sha, newSha }: OldHeadSubject,
  { checkRuns, pulls }: Pick<GitHubPorts, "checkRuns" | "pulls">,
): Promise<readonly number[]> {
  const runs = await runsOf(sha, checkRuns);
  const open = runs.filter(({ isCompleted }) => !isCompleted);
  // The results of connectors stay right, so most often there is nothing to ask.
  if (open.length === 0 && !haveGates(runs)) return [];
  // It may be the head again by now, of this pull request or of another one.
  const sharing = await sharingHead(sha, pulls);
  if (sharing.length > 0) return sharing;
  const output = {
    title: "Superseded by a newer commit",
    summary: `${newSha} took the place of this commit before it was checked to the end.`,
  };
  // Never as skipped, which GitHub takes for passed: who forces the branch back would find the checks passed unchecked.
  await endWithoutResult(open, "cancelled", output, null, checkRuns);
  await retireGates(sha, newSha, runs, checkRuns);
  return [];
}
