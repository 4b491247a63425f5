import { getOctokit } from "@actions/github";
import nock from "nock";
import { ProbotOctokit } from "probot";
import { createCaller, type Call, type GitHubClient } from "../../app/github/client.ts";

/** The clients that adapters are used with; each contract holds for both. */
export const clients: readonly (readonly [string, () => GitHubClient])[] = [
  [
    "Probot's client",
    () =>
      new ProbotOctokit({
        auth: { token: "secret" },
        retry: { enabled: false },
        throttle: { enabled: false },
        log: { debug() {}, info() {}, warn() {}, error() {} },
      }),
  ],
  [
    "the action's client",
    () => getOctokit("secret", { log: { debug() {}, info() {}, warn() {}, error() {} } }),
  ],
];

export function callOf(client: GitHubClient): Call {
  return createCaller(client, new AbortController().signal).call;
}

/** GitHub, as far as a test says what is asked and answered. */
export function api(options: nock.Options = {}): nock.Scope {
  return nock("https://api.github.com", options);
}

/** Nothing but what is mocked may be asked. */
export function startApi(): void {
  nock.disableNetConnect();
}

/** All that was mocked was asked for. */
export function finishApi(): void {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  if (pending.length > 0) throw new Error(`never asked for: ${pending.join(", ")}`);
}
