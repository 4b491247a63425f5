import type { OldHeadSubject } from "../subjects/subject.ts";
import { retireGates } from "../submission/old-head.ts";
import { endWithoutResult, runsOf } from "./open-runs.ts";
import type { GitHubPorts } from "./observe.ts";
import { sharingHead } from "./shared-head.ts";

/** Ends the check runs that a pull request left open on a commit which is no longer its head. */
export async function reconcileOldHead(
  { sha, newSha }: OldHeadSubject,
  { checkRuns, pulls }: Pick<GitHubPorts, "checkRuns" | "pulls">,
): Promise<void> {
  const runs = await runsOf(sha, checkRuns);
  if (runs.length === 0) return;
  // It may be the head again by now, of this pull request or of another one.
  if ((await sharingHead(sha, pulls)).length > 0) return;
  const output = {
    title: "Superseded by a newer commit",
    summary: `${newSha} took the place of this commit before it was checked to the end.`,
  };
  const open = runs.filter(({ isCompleted }) => !isCompleted);
  // Never as skipped, which GitHub takes for passed: who forces the branch back would find the checks passed unchecked.
  await endWithoutResult(open, "cancelled", output, null, checkRuns);
  await retireGates(sha, newSha, runs, checkRuns);
}
