import { z } from "zod";
import type { Call, Repository } from "./client.ts";
import { faultOf } from "./faults.ts";
import { graphql } from "./graphql.ts";

/** GitHub takes at most this many comments with one review. */
export const maxReviewComments = 30;

/** A review comment of this app. */
export interface ReviewComment {
  readonly id: number;
  /** Its name in GraphQL. */
  readonly nodeId: string;
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
  /** Collapses comments as outdated, those that are not; false where GitHub does not let this app do so. */
  collapse(nodeIds: readonly string[]): Promise<boolean>;
}

const collapsedQuery =
  "query($ids: [ID!]!) { nodes(ids: $ids) { ... on PullRequestReviewComment { id isMinimized } } }";
const collapseMutation =
  "mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } } }";

/** GraphQL takes at most this many nodes at once. */
const maxNodes = 100;

const Nodes = z.object({ nodes: z.array(z.object({ id: z.string(), isMinimized: z.boolean() }).nullable()) });

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
        comments.push(...byApps.map(({ id, node_id, body }) => ({ id: Number(id), nodeId: node_id, body })));
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
    async collapse(nodeIds) {
      try {
        for (let start = 0; start < nodeIds.length; start += maxNodes) {
          if (!(await collapseSome(call, nodeIds.slice(start, start + maxNodes)))) return false;
        }
        return true;
      } catch (error) {
        const kind = faultOf(error, new Date(0))?.kind;
        if (kind === "denied" || kind === "missing" || kind === "refused") return false;
        throw error;
      }
    },
  };
}

async function collapseSome(call: Call, ids: readonly string[]): Promise<boolean> {
  const known = Nodes.safeParse(await graphql(call, collapsedQuery, { ids }));
  if (!known.success) return false;
  for (const node of known.data.nodes) {
    if (node === null || node.isMinimized) continue;
    if ((await graphql(call, collapseMutation, { id: node.id })) === null) return false;
  }
  return true;
}
