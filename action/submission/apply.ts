import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { recordPath } from "../../checks/listing/submission-record.ts";
import { submissionBranch } from "../../checks/listing/submission-text.ts";
import { UserError } from "../user-error.ts";
import { markedBody, type Plan, type Wanted } from "./decide.ts";
import { isPostponed, isStatus } from "./failures.ts";
import { type Observation, sameRepository } from "./observation.ts";
import { keepUpToDate } from "./fork.ts";

export interface Written {
  readonly number: number;
  readonly url: string;
  /** Labels that the token may not set. */
  readonly missingLabels: readonly string[];
}

/**
 * Writes the plan. The order matters: whatever is interrupted, the next run sees from what is there what is left to
 * do. The record comes first, the text that says "up to date" last.
 */
export async function apply(
  github: GitHubClient,
  observed: Observation,
  plan: Plan,
  wanted: Wanted,
  place: Repository,
): Promise<Written> {
  const { target, defaultBranch, baseSha } = observed;
  if (plan.commit && !sameRepository(place, target)) {
    await keepUpToDate(github, place, defaultBranch, baseSha);
  }
  const head = plan.commit
    ? await commit(github, place, observed, plan.commit, wanted)
    : observed.branch!.sha;
  const { open } = plan;
  let number = open?.number;
  let url = open?.url;
  if (!open) {
    const branch = submissionBranch(wanted.record.slug);
    const { data } = await github.request("POST /repos/{owner}/{repo}/pulls", {
      ...target,
      base: observed.defaultBranch,
      head: sameRepository(place, target) ? branch : `${place.owner}:${branch}`,
      ...(!sameRepository(place, target) && { head_repo: place.repo }),
      title: wanted.title,
      body: markedBody(wanted, head),
      maintainer_can_modify: true,
    });
    [number, url] = [data.number, data.html_url];
  }
  const issue = { ...target, issue_number: number! };
  if (plan.comment) await sayOnce(github, issue, observed, plan.comment);
  const missingLabels = await addLabels(github, issue, plan.addLabels);
  if (plan.retell) {
    await github.request("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
      ...target,
      pull_number: number!,
      title: wanted.title,
      body: markedBody(wanted, head),
    });
  }
  return { number: number!, url: url!, missingLabels };
}

async function commit(
  github: GitHubClient,
  place: Repository,
  observed: Observation,
  { parent, reset }: NonNullable<Plan["commit"]>,
  { record, text }: Wanted,
): Promise<string> {
  const ref = `heads/${submissionBranch(record.slug)}`;
  const before = await readCommit(github, place, parent, observed);
  const { data: tree } = await github.request("POST /repos/{owner}/{repo}/git/trees", {
    ...place,
    base_tree: before.tree.sha,
    tree: [{ path: recordPath(record.slug), mode: "100644", type: "blob", content: text }],
  });
  const { data: made } = await github.request("POST /repos/{owner}/{repo}/git/commits", {
    ...place,
    message: `Submit ${record.slug} ${record.version}`,
    tree: tree.sha,
    parents: [parent],
  });
  if (observed.branch) {
    await github.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
      ...place,
      ref,
      sha: made.sha,
      force: reset,
    });
  } else {
    await github.request("POST /repos/{owner}/{repo}/git/refs", {
      ...place,
      ref: `refs/${ref}`,
      sha: made.sha,
    });
  }
  return made.sha;
}

/** A fork that can't be brought up to date may lack the commit. */
async function readCommit(
  github: GitHubClient,
  place: Repository,
  sha: string,
  { target, defaultBranch }: Observation,
) {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
      ...place,
      commit_sha: sha,
    });
    return data;
  } catch (error) {
    if (!isStatus(error, 404) || sameRepository(place, target)) throw error;
    const fork = `${place.owner}/${place.repo}`;
    throw new UserError(
      `The fork ${fork} lacks the newest commit of ${target.owner}/${target.repo}: sync its branch ${defaultBranch} on GitHub, or delete the fork, and run this again.`,
      [],
      { cause: error },
    );
  }
}

/** Says what changed, unless that was said. Of two runs that say it in the same moment, the later takes it back. */
async function sayOnce(
  github: GitHubClient,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  observed: Observation,
  { marker, text }: NonNullable<Plan["comment"]>,
): Promise<void> {
  if ((await observed.findComments(marker)).length > 0) return;
  const { data } = await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    ...issue,
    body: `${text}\n${marker}\n`,
  });
  const [first] = await observed.findComments(marker);
  if (first === undefined || first >= data.id) return;
  const { owner, repo } = issue;
  await github.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    owner,
    repo,
    comment_id: data.id,
  });
}

/** Labels are for the people of the listings repository; a contributor from a fork may not set them. */
async function addLabels(
  github: GitHubClient,
  issue: { readonly owner: string; readonly repo: string; readonly issue_number: number },
  labels: readonly string[],
): Promise<readonly string[]> {
  if (labels.length === 0) return [];
  try {
    await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
      ...issue,
      labels: [...labels],
    });
    return [];
  } catch (error) {
    if (!isStatus(error, 403, 404) || isPostponed(error)) throw error;
    return labels;
  }
}
