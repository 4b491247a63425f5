import type { GitHubClient } from "../app/github/client.ts";

const requestTimeout = 30_000;

/** A client of GitHub's API. Octokit is only loaded here, since most runs need no network. */
export async function createGitHub(token: string, apiUrl: string): Promise<GitHubClient> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: "connector-gate-action" });
  octokit.hook.before("request", (options) => {
    options.request.signal = AbortSignal.timeout(requestTimeout);
  });
  return octokit;
}
