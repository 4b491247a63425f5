import type { Call, Repository } from "./client.ts";
import { faultOf } from "./faults.ts";

export interface NewMerge {
  /** The commit that the head must still be at. */
  readonly headSha: string;
  readonly method: "merge" | "squash" | "rebase";
  readonly title: string;
  readonly message: string;
}

export type MergeOutcome =
  | { readonly kind: "merged" }
  /** The head is another commit by now. */
  | { readonly kind: "moved" }
  /** GitHub does not merge: conflicts, branch protection, a method that is off. The reason is GitHub's text. */
  | { readonly kind: "refused"; readonly reason: string };

export interface MergePort {
  merge(number: number, merge: NewMerge): Promise<MergeOutcome>;
  /** Closes a pull request without merging it. */
  close(number: number): Promise<void>;
}

export function githubMerges(call: Call, repository: Repository): MergePort {
  return {
    async merge(number, { headSha, method, title, message }) {
      try {
        await call("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
          ...repository,
          pull_number: number,
          sha: headSha,
          merge_method: method,
          // A rebase keeps the commits as they are.
          ...(method !== "rebase" && { commit_title: title, commit_message: message }),
        });
        return { kind: "merged" };
      } catch (error) {
        const fault = faultOf(error, new Date(0));
        if (!fault || !(error instanceof Error)) throw error;
        if (fault.status === 409) return { kind: "moved" };
        if (fault.kind === "refused" || fault.kind === "denied")
          return { kind: "refused", reason: textOf(error) };
        throw error;
      }
    },
    async close(number) {
      await call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
        ...repository,
        pull_number: number,
        state: "closed",
      });
    },
  };
}

/** What GitHub itself says, without the address of its documentation that Octokit appends. */
function textOf(error: Error): string {
  const response = "response" in error ? (error.response as { data?: { message?: unknown } }) : undefined;
  const message = response?.data?.message;
  return typeof message === "string" ? message : error.message;
}
