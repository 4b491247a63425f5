import type { Endpoints, RequestInterface, RequestParameters } from "@octokit/types";

/** The one method of an Octokit that is used; Probot's and `@actions/github`'s both have it. */
export interface GitHubClient {
  readonly request: RequestInterface;
}

/** Sends one request to GitHub, with the types of GitHub's own description. */
export type Call = <Route extends keyof Endpoints>(
  route: Route,
  parameters: Endpoints[Route]["parameters"] & RequestParameters,
) => Promise<Endpoints[Route]["response"]>;

/** A repository by its names. */
export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface Counts {
  readonly reads: number;
  readonly writes: number;
}

/** Requests of one piece of work: counted, and stopped with it. */
export interface Caller {
  readonly call: Call;
  counts(): Counts;
}

export function createCaller(client: GitHubClient, signal: AbortSignal): Caller {
  let reads = 0;
  let writes = 0;
  async function send(route: string, parameters: RequestParameters): Promise<unknown> {
    signal.throwIfAborted();
    if (route.startsWith("GET ")) reads++;
    else writes++;
    return client.request(route, { ...parameters, request: { ...parameters.request, signal } });
  }
  // Octokit's own types say the same in a form that cannot be passed on.
  return { call: send as Call, counts: () => ({ reads, writes }) };
}
