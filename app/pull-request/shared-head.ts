import { faultOf } from "../github/faults.ts";
import type { PullRequestPort } from "../github/pull-requests.ts";
import { speaksForOf } from "./check-run.ts";
import type { Glance } from "./observe.ts";

/**
 * Whether another pull request has the same head commit and speaks for it. A check run belongs to a commit, while what
 * it says depends on a base branch; so the one with the lowest number makes the runs, and the others leave them alone.
 */
export async function isSpokenFor(
  number: number,
  { runs, change }: Glance,
  pulls: Pick<PullRequestPort, "withHead">,
): Promise<boolean> {
  const known = speaksForOf(runs);
  // Only where the runs name a lower number is there a reason to ask.
  if (!known || !("pull" in known) || known.pull >= number) return false;
  return (await pulls.withHead(change.headSha)).some((other) => other < number);
}

/** The open pull requests with a head commit, or none where the commit is gone too. */
export async function sharingHead(
  sha: string,
  pulls: Pick<PullRequestPort, "withHead">,
): Promise<readonly number[]> {
  try {
    return await pulls.withHead(sha);
  } catch (error) {
    const kind = faultOf(error, new Date(0))?.kind;
    if (kind === "missing" || kind === "refused") return [];
    throw error;
  }
}
