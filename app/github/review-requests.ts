import type { Call, Repository } from "./client.ts";
import { faultOf } from "./faults.ts";

/** More open pull requests than these are not counted. */
const maxPages = 5;

export interface ReviewRequestPort {
  /** Asks somebody for a review; false where GitHub does not let them review here. */
  request(number: number, login: string): Promise<boolean>;
  withdraw(number: number, logins: readonly string[]): Promise<void>;
  /** How many open pull requests wait for each person, by login in lower case. */
  loads(): Promise<ReadonlyMap<string, number>>;
}

export function githubReviewRequests(call: Call, repository: Repository): ReviewRequestPort {
  return {
    async request(number, login) {
      try {
        await call("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
          ...repository,
          pull_number: number,
          reviewers: [login],
        });
        return true;
      } catch (error) {
        const kind = faultOf(error, new Date(0))?.kind;
        if (kind === "refused") return false;
        throw error;
      }
    },
    async withdraw(number, logins) {
      await call("DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
        ...repository,
        pull_number: number,
        reviewers: [...logins],
      });
    },
    async loads() {
      const loads = new Map<string, number>();
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/pulls", {
          ...repository,
          state: "open",
          per_page: 100,
          page,
        });
        for (const { login } of data.flatMap((pull) => pull.requested_reviewers ?? [])) {
          loads.set(login.toLowerCase(), (loads.get(login.toLowerCase()) ?? 0) + 1);
        }
        if (data.length < 100) break;
      }
      return loads;
    },
  };
}
