import type { Call, Repository } from "./client.ts";

/** What a review says. GitHub does not tell what one said before it was dismissed. */
export type ReviewState = "approved" | "changes-requested" | "commented" | "dismissed";

/** A submitted review of a pull request. */
export interface Review {
  readonly id: number;
  readonly author: string;
  readonly state: ReviewState;
  /** The commit that was looked at; null where GitHub no longer knows. */
  readonly commit: string | null;
  /** Seconds since the epoch. */
  readonly submittedAt: number;
  readonly body: string;
  readonly url: string;
}

/** A comment on a line of the diff. */
export interface LineComment {
  readonly id: number;
  readonly author: string;
  readonly path: string;
  /** Null once the line is gone from the diff. */
  readonly line: number | null;
  readonly body: string;
  readonly url: string;
  /** Seconds since the epoch. */
  readonly createdAt: number;
  readonly isEdited: boolean;
}

/** Reviews and their comments beyond these pages of a hundred are not looked at. */
const maxPages = 10;

export interface PullReviewPort {
  /** Submitted reviews, oldest first. */
  list(number: number): Promise<readonly Review[]>;
  /** People's comments on lines, oldest first; those of apps are left out. */
  lineComments(number: number): Promise<readonly LineComment[]>;
}

const states: Readonly<Record<string, ReviewState>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed",
};

export function githubPullReviews(call: Call, repository: Repository): PullReviewPort {
  return {
    async list(number) {
      const reviews: Review[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
          ...repository,
          pull_number: number,
          per_page: 100,
          page,
        });
        for (const review of data) {
          // One that is being written is nobody's business yet.
          const state = states[review.state];
          if (state === undefined || review.submitted_at === undefined) continue;
          reviews.push({
            id: Number(review.id),
            author: review.user?.login ?? "ghost",
            state,
            commit: review.commit_id,
            submittedAt: Date.parse(review.submitted_at) / 1000,
            body: review.body,
            url: review.html_url,
          });
        }
        if (data.length < 100) break;
      }
      return reviews;
    },
    async lineComments(number) {
      const comments: LineComment[] = [];
      for (let page = 1; page <= maxPages; page++) {
        const { data } = await call("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
          ...repository,
          pull_number: number,
          per_page: 100,
          page,
        });
        for (const comment of data) {
          if (comment.user?.type === "Bot") continue;
          comments.push({
            id: Number(comment.id),
            author: comment.user?.login ?? "ghost",
            path: comment.path,
            line: comment.line ?? null,
            body: comment.body,
            url: comment.html_url,
            createdAt: Date.parse(comment.created_at) / 1000,
            isEdited: comment.updated_at !== comment.created_at,
          });
        }
        if (data.length < 100) break;
      }
      return comments;
    },
  };
}
