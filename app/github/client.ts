import type { RequestInterface } from "@octokit/types";

/** The one method of an Octokit that the adapters use; Probot's and `@actions/github`'s both have it. */
export interface GitHubClient {
  readonly request: RequestInterface;
}

/** A repository by its names. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}
