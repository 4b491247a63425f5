import type { Endpoints, RequestHeaders, RequestInterface, RequestParameters } from "@octokit/types";
import { isAskedOften, type AnswerMemory } from "./remembered.ts";

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
  /** Counts the requests of another caller as this one's. */
  include(other: Pick<Caller, "counts">): void;
  counts(): Counts;
}

/** In GraphQL, changes say that they are mutations. */
function isQuestion(route: string, { query }: RequestParameters): boolean {
  return route === "POST /graphql" && typeof query === "string" && !/^\s*mutation\b/.test(query);
}

/** `memory` belongs to one installation: what one may read is nobody else's business. */
export function createCaller(client: GitHubClient, signal: AbortSignal, memory?: AnswerMemory): Caller {
  let reads = 0;
  let writes = 0;
  const included: Pick<Caller, "counts">[] = [];

  async function send(route: string, parameters: RequestParameters): Promise<unknown> {
    signal.throwIfAborted();
    if (route.startsWith("GET ") || isQuestion(route, parameters)) reads++;
    else writes++;
    return memory && isAskedOften(route) ? ask(route, parameters, memory) : request(route, parameters);
  }

  /** GitHub Enterprise Server has GraphQL beside its REST API, and not below it. */
  function baseOf(route: string): { readonly baseUrl?: string } {
    if (route !== "POST /graphql") return {};
    const { baseUrl } = client.request.endpoint.DEFAULTS;
    return { baseUrl: baseUrl.replace(/\/api\/v3\/?$/, "/api") };
  }

  function request(route: string, parameters: RequestParameters, headers?: RequestHeaders) {
    const all = {
      ...baseOf(route),
      ...parameters,
      ...(headers && { headers }),
      request: { ...parameters.request, signal },
    };
    return client.request(route, all);
  }

  async function ask(route: string, parameters: RequestParameters, known: AnswerMemory): Promise<unknown> {
    const key = JSON.stringify([route, parameters]);
    const before = known.get(key);
    try {
      const response = await request(route, parameters, before && { "if-none-match": before.etag });
      const { etag } = response.headers;
      if (etag !== undefined) known.set(key, { etag, response });
      return response;
    } catch (error) {
      if (before && error instanceof Error && "status" in error && error.status === 304)
        return before.response;
      throw error;
    }
  }

  // Octokit's own types say the same in a form that cannot be passed on.
  return {
    call: send as Call,
    include: (other) => void included.push(other),
    counts() {
      const others = included.map((other) => other.counts());
      return {
        reads: others.reduce((sum, counts) => sum + counts.reads, reads),
        writes: others.reduce((sum, counts) => sum + counts.writes, writes),
      };
    },
  };
}
