import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { recordPath } from "../../checks/listing/submission-record.ts";
import { submissionBranch } from "../../checks/listing/submission-text.ts";
import { UserError } from "../user-error.ts";
import { markedBody, type Plan, type Wanted } from "./decide.ts";
import { isPassing, isStatus } from "./failures.ts";
import { type Observation, sameRepository } from "./observation.ts";
import type { Wait } from "./persist.ts";

export interface Written {
  readonly number: number;
  readonly url: string;
  /** Labels that the token may not set. */
  readonly missingLabels: readonly string[];
}

const forkPolls = 60;

/**
 * Writes the plan. The order matters: whatever is interrupted, the next run sees from what is there what is left to
 * do. The record comes first, the text that says "up to date" last.
 */
export async function apply(
  github: GitHubClient,
  observed: Observation,
  plan: Plan,
  wanted: Wanted,
  wait: Wait,
): Promise<Written> {
  const { target } = observed;
  const place = plan.commit || !plan.open ? await ensurePlace(github, observed, wait) : target;
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
  if (plan.comment && !(await observed.hasComment(plan.comment.marker))) {
    const body = `${plan.comment.text}\n${plan.comment.marker}\n`;
    await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...issue, body });
  }
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
  const { data: before } = await github.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
    ...place,
    commit_sha: parent,
  });
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
    if (!isStatus(error, 403, 404) || isPassing(error)) throw error;
    return labels;
  }
}

async function ensurePlace(
  github: GitHubClient,
  { target, defaultBranch, baseSha, home }: Observation,
  wait: Wait,
): Promise<Repository> {
  if (home.kind === "listings") return target;
  const fork = home.fork ?? (await makeFork(github, target, defaultBranch, wait));
  await keepUpToDate(github, fork, defaultBranch, baseSha);
  return fork;
}

async function makeFork(
  github: GitHubClient,
  target: Repository,
  branch: string,
  wait: Wait,
): Promise<Repository> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/forks", {
    ...target,
    default_branch_only: true,
  });
  const fork = { owner: data.owner.login, repo: data.name };
  // GitHub answers before the fork can be used.
  for (let poll = 0; poll < forkPolls; poll++) {
    try {
      await github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...fork, ref: `heads/${branch}` });
      return fork;
    } catch (error) {
      if (!isStatus(error, 404, 409)) throw error;
    }
    await wait(1000);
  }
  throw new UserError(
    `The fork ${fork.owner}/${fork.repo} was not ready after ${forkPolls} seconds: run this again later.`,
  );
}

/** The commit does not need it, but whoever looks at the fork finds it current. */
async function keepUpToDate(
  github: GitHubClient,
  fork: Repository,
  branch: string,
  baseSha: string,
): Promise<void> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
    ...fork,
    ref: `heads/${branch}`,
  });
  if (data.object.sha === baseSha) return;
  try {
    await github.request("POST /repos/{owner}/{repo}/merge-upstream", { ...fork, branch });
  } catch (error) {
    // A fork with commits of its own, or workflow files that the token may not touch.
    if (!isStatus(error, 403, 404, 409, 422)) throw error;
  }
}
