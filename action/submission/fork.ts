import type { GitHubClient, Repository } from "../../app/github/client.ts";
import { UserError } from "../user-error.ts";
import { isPostponed, isStatus } from "./failures.ts";
import type { Wait } from "./persist.ts";

const polls = 60;

/** Makes the token's fork and waits until it can be used. Where there is one, by whatever name, GitHub gives that. */
export async function makeFork(github: GitHubClient, target: Repository, wait: Wait): Promise<Repository> {
  const { data } = await github.request("POST /repos/{owner}/{repo}/forks", {
    ...target,
    default_branch_only: true,
  });
  const fork = { owner: data.owner.login, repo: data.name };
  for (let poll = 0; poll < polls; poll++) {
    if (await hasBranches(github, fork)) return fork;
    await wait(1000);
  }
  throw new UserError(
    `The fork ${fork.owner}/${fork.repo} was not ready after ${polls} seconds: run this again later.`,
  );
}

async function hasBranches(github: GitHubClient, fork: Repository): Promise<boolean> {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/branches", { ...fork, per_page: 1 });
    return data.length > 0;
  } catch (error) {
    if (!isStatus(error, 404, 409)) throw error;
    return false;
  }
}

/** The commit hardly needs it, but whoever looks at the fork finds it current. */
export async function keepUpToDate(
  github: GitHubClient,
  fork: Repository,
  branch: string,
  baseSha: string,
): Promise<void> {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
      ...fork,
      ref: `heads/${branch}`,
    });
    if (data.object.sha === baseSha) return;
    await github.request("POST /repos/{owner}/{repo}/merge-upstream", { ...fork, branch });
  } catch (error) {
    // Its branch has another name, a rule, or commits of its own; or there are workflow files that the token may not touch.
    if (!isStatus(error, 403, 404, 409, 422) || isPostponed(error)) throw error;
  }
}
