import type { Call, Repository } from "./client.ts";

/** GitHub takes at most this many comments with one review. */
export const maxReviewComments = 30;

/** A review comment of this app. */
export interface ReviewComment {
  readonly id: number;
  readonly body: string;
}

export interface NewReviewComment {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly body: string;
}

const maxPages = 10;

export interface ReviewPort {
  /** Comments by apps on the diff of a pull request, oldest first; the reader knows its own by their marks. */
  list(number: number): Promise<readonly ReviewComment[]>;
  /** Posts all comments as one review of a commit. */
  create(number: number, sha: string, body: string, comments: readonly NewReviewComment[]): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

export function githubReviews(call: Call, repository: Repository): ReviewPort {
  return {
    async list(number) {
      const comments: ReviewComment[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
          ...repository,
          pull_number: number,
          per_page: 100,
          page,
        });
        const byApps = data.filter(({ user }) => user?.type === "Bot");
        comments.push(...byApps.map(({ id, body }) => ({ id: Number(id), body })));
        if (data.length < 100) break;
      }
      return comments;
    },
    async create(number, sha, body, comments) {
      await call("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
        ...repository,
        pull_number: number,
        commit_id: sha,
        event: "COMMENT",
        body,
        comments: comments.map(({ path, startLine, endLine, body: text }) => ({
          path,
          body: text,
          side: "RIGHT",
          line: endLine,
          ...(startLine < endLine && { start_line: startLine, start_side: "RIGHT" }),
        })),
      });
    },
    async update(id, body) {
      await call("PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}", {
        ...repository,
        comment_id: id,
        body,
      });
    },
  };
}
