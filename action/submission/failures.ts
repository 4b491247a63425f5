import { shorten, toOneLine } from "../../checks/report/escape.ts";
import { UserError } from "../user-error.ts";

/** GitHub's refusal, as Octokit throws it. (Its class is in several packages, so it is known by its shape.) */
interface RequestFailure {
  readonly status: number;
  readonly message: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data?: { readonly documentation_url?: unknown } | null;
  };
}

function isRequestFailure(error: unknown): error is RequestFailure {
  return (
    error instanceof Error && "status" in error && typeof error.status === "number" && "request" in error
  );
}

export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return isRequestFailure(error) && statuses.includes(error.status);
}

/** Whether the same request may succeed in a moment: GitHub's own faults, a broken line, a short limit. */
export function isPassing(error: unknown): boolean {
  if (!isRequestFailure(error)) return false;
  if (error.status >= 500) return true;
  const retryAfter = Number(header(error, "retry-after"));
  return (error.status === 429 || error.status === 403) && retryAfter > 0 && retryAfter <= 60;
}

/** Whether the token may do it, but not now. */
export function isPostponed(error: unknown): boolean {
  return isPassing(error) || (isRequestFailure(error) && rateLimit(error) !== null);
}

/** Whether somebody else wrote in the same moment, so that a new look shows what is left to do. */
export function isConflict(error: unknown): boolean {
  return (
    isRequestFailure(error) &&
    (error.status === 422 || error.status === 409) &&
    error.request.method !== "GET"
  );
}

/** How long GitHub asks to wait, in milliseconds. */
export function retryAfter(error: unknown): number {
  const seconds = isRequestFailure(error) ? Number(header(error, "retry-after")) : 0;
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0;
}

export interface TokenUse {
  /** The input the token came from. */
  readonly input: string;
  readonly token: string;
  /** `owner/name` of the repository it is used for. */
  readonly repository: string;
  /** Permissions that suffice, such as "Contents and Pull requests: read and write". */
  readonly needs: string;
  /** What to do where it may not do something, if that is not the usual. */
  readonly remedy?: string;
}

/** Turns a refusal of GitHub's into what the user of the action can do about it; anything else stays as it is. */
export function explainFailure(error: unknown, use: TokenUse): unknown {
  if (!isRequestFailure(error)) return error;
  return new UserError(`${explain(error, use)}${requestId(error)}`, [], { cause: error });
}

function explain(error: RequestFailure, use: TokenUse): string {
  const { input, repository, needs } = use;
  switch (error.status) {
    case 401:
      return `GitHub does not know the token of ${input}: it has expired, was revoked or is cut off. Make a new one (${needs} on ${repository}) and store it in the secret.`;
    case 403:
    case 429:
      return rateLimit(error) ?? singleSignOn(error, use) ?? forbidden(error, use);
    case 404:
      if (error.request.method !== "GET") return forbidden(error, use);
      return `The token of ${input} can't see ${repository}: check the name; a fine-grained token must have the repository selected and be approved by its organisation, and an app must be installed there.`;
  }
  if (error.status >= 500) {
    return `GitHub could not be reached or failed (${brief(error)}). What was begun is completed by running this again.`;
  }
  return `GitHub refused ${error.request.method} ${pathOf(error)} (${error.status}: ${brief(error)}). Run this again; if it stays, check the rules of ${refusedBy(error, repository)}, such as those for its branches.`;
}

/** A write that the token may not do, be it said (403) or hidden (404). */
function forbidden(error: RequestFailure, use: TokenUse): string {
  // Why an organisation refuses a kind of token, a lifetime or an address is only in GitHub's words.
  const words = error.status === 404 ? "" : ` GitHub says: "${brief(error)}".`;
  if (pathOf(error).endsWith("/forks")) {
    return `The token of ${use.input} may not push to ${use.repository}, nor make a fork of it: ask the programme for write access, or use a classic token with the scope \`public_repo\`.${words}`;
  }
  return `${lacks(error, use)} ${remedy(use)}${words}`;
}

/** What GitHub would have accepted: https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens */
function lacks(error: RequestFailure, { input, token, repository }: TokenUse): string {
  const accepted = header(error, "x-accepted-github-permissions");
  const scopes = header(error, "x-accepted-oauth-scopes");
  const missing = isClassic(token) ? scopes : accepted;
  const what = missing
    ? `lacks ${toOneLine(missing)}`
    : `may not do ${error.request.method} ${pathOf(error)}`;
  return `The token of ${input} ${what} on ${repository}.`;
}

function remedy({ token, needs, repository, remedy: known }: TokenUse): string {
  if (known !== undefined) return known;
  if (isAppToken(token)) {
    return `The workflow's own token reaches only its own repository: use a fine-grained token, or the token of an app that is installed on ${repository} (${needs}).`;
  }
  if (isClassic(token))
    return "A classic token needs the scope `public_repo`, or `repo` for a private repository.";
  return `Give it ${needs}; where the organisation approves tokens, an owner must have approved it.`;
}

export function isAppToken(token: string): boolean {
  return token.startsWith("ghs_");
}

/** A classic token of a user's (those of before 2021 have no prefix), or one that was given to an application. */
function isClassic(token: string): boolean {
  return /^(?:ghp_|gho_|[0-9a-f]{40}$)/.test(token);
}

function rateLimit(error: RequestFailure): string | null {
  const reset = Number(header(error, "x-ratelimit-reset"));
  if (header(error, "x-ratelimit-remaining") === "0" && reset > 0) {
    return `GitHub's rate limit for this token is used up until ${new Date(reset * 1000).toISOString()}: run this again then.`;
  }
  const seconds = Number(header(error, "retry-after"));
  if (seconds > 0) return `GitHub asks to wait ${seconds} seconds: run this again after that.`;
  // The secondary limits are not always told by headers.
  const about = error.response?.data?.documentation_url;
  if (error.status !== 429 && !(typeof about === "string" && about.includes("rate-limit"))) return null;
  return "GitHub asks to slow down: run this again in a few minutes.";
}

function singleSignOn(error: RequestFailure, { input, repository }: TokenUse): string | null {
  const url = /url=(https:\/\/\S+)/.exec(header(error, "x-github-sso") ?? "")?.[1];
  if (url === undefined) return null;
  return `The organisation of ${repository} asks for single sign-on: authorise the token of ${input} for it at ${shorten(toOneLine(url), 300)}, then run this again.`;
}

function header(error: RequestFailure, name: string): string | undefined {
  const value = error.response?.headers[name];
  return value === undefined ? undefined : String(value);
}

function brief(error: RequestFailure): string {
  return shorten(toOneLine(error.message), 200);
}

function pathOf(error: RequestFailure): string {
  return URL.canParse(error.request.url) ? new URL(error.request.url).pathname : "a request";
}

/** The repository that the request was for, which may be a fork. */
function refusedBy(error: RequestFailure, repository: string): string {
  return /\/repos\/([^/]+\/[^/]+)/.exec(pathOf(error))?.[1] ?? repository;
}

function requestId(error: RequestFailure): string {
  const id = header(error, "x-github-request-id");
  return id === undefined ? "" : ` (Request ${toOneLine(id)}.)`;
}
