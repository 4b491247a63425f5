import type { PullRequest, PullRequestPort, SharedHead } from "../github/pull-requests.ts";

/**
 * Whether this pull request is the one that the checks of its head are about. Check runs belong to a commit, and
 * several pull requests may have the same one: else a pull request to another base, in which the commit looks harmless,
 * could turn the checks of a submission green. One to the default branch comes first, then one from a branch of the
 * repository itself, and then the oldest.
 */
export async function ownsHead(pull: PullRequest, pulls: Pick<PullRequestPort, "sharing">): Promise<boolean> {
  const rank = ({ baseRef, isFork }: SharedHead) =>
    (baseRef === pull.defaultBranch ? 0 : 2) + (isFork ? 1 : 0);
  const [first] = (await pulls.sharing(pull.headSha)).toSorted(
    (a, b) => rank(a) - rank(b) || a.number - b.number,
  );
  return first === undefined || first.number === pull.number;
}
