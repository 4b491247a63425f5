import { Buffer } from "node:buffer";
import type { FileDiff } from "./diff.ts";
import type { Shape } from "./shapes.ts";
import type {
  CheckRun,
  CheckSuite,
  Comment,
  PullTicket,
  Reaction,
  Release,
  RepositoryState,
  Review,
  ReviewComment,
  Ticket,
  User,
  World,
} from "./world.ts";

/** State -> GitHub's JSON, for answers and webhook payloads alike. */

const web = "https://github.example";

export function renderUser(user: User): Shape<"simple-user"> {
  return { id: user.id, login: user.login, type: user.type, html_url: `${web}/${user.login}` };
}

export function fullName(repository: RepositoryState): string {
  return `${repository.owner.login}/${repository.name}`;
}

export function renderRepository(
  repository: RepositoryState,
): Shape<"repository"> & Pick<Shape<"full-repository">, "parent"> {
  return {
    id: repository.id,
    name: repository.name,
    full_name: fullName(repository),
    owner: renderUser(repository.owner),
    private: repository.private,
    fork: repository.parent !== null,
    default_branch: repository.defaultBranch,
    html_url: `${web}/${fullName(repository)}`,
    ...(repository.parent && {
      parent: { id: repository.parent.id, full_name: fullName(repository.parent) },
    }),
  };
}

export function renderTicket(repository: RepositoryState, ticket: Ticket): Shape<"issue"> {
  return {
    id: ticket.number * 100_000 + repository.id,
    number: ticket.number,
    title: ticket.title,
    body: ticket.body,
    state: ticket.state,
    state_reason: ticket.stateReason as null,
    user: renderUser(ticket.author),
    performed_via_github_app: ticket.byApp === null ? null : { id: ticket.byApp },
    labels: ticket.labels.map((name) => ({ name })),
    assignees: ticket.assignees.map((login) => ({ login })),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    html_url: `${web}/${fullName(repository)}/issues/${ticket.number}`,
    repository_url: `https://api.github.com/repos/${fullName(repository)}`,
    ...(ticket.pull && {
      pull_request: { html_url: `${web}/${fullName(repository)}/pull/${ticket.number}` },
    }),
  };
}

export function renderPull(repository: RepositoryState, ticket: PullTicket): Shape<"pull-request"> {
  const { head, base, draft, mergedAt, mergeCommit } = ticket.pull;
  return {
    id: ticket.number * 100_000 + repository.id,
    number: ticket.number,
    title: ticket.title,
    body: ticket.body,
    state: ticket.state,
    draft,
    merged: mergedAt !== null,
    merged_at: mergedAt,
    merge_commit_sha: mergeCommit,
    user: renderUser(ticket.author),
    labels: ticket.labels.map((name) => ({ name })),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    html_url: `${web}/${fullName(repository)}/pull/${ticket.number}`,
    requested_reviewers: ticket.pull.requestedReviewers.map((login) => ({ login })),
    requested_teams: ticket.pull.requestedTeams.map((slug) => ({ slug })),
    head: {
      label: `${head.repository.owner.login}:${head.ref}`,
      ref: head.ref,
      sha: head.sha,
      user: renderUser(head.repository.owner),
      // GitHub answers null once the fork is deleted.
      repo: head.repository.removed ? (null as never) : renderRepository(head.repository),
    },
    base: {
      label: `${repository.owner.login}:${base.ref}`,
      ref: base.ref,
      sha: base.sha,
      user: renderUser(repository.owner),
      repo: renderRepository(repository),
    },
  };
}

export function renderComment(
  world: World,
  repository: RepositoryState,
  comment: Comment,
): Shape<"issue-comment"> {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    body: comment.body,
    user: renderUser(comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: `${web}/${fullName(repository)}/issues/${comment.issue}#issuecomment-${comment.id}`,
    author_association: "NONE",
    performed_via_github_app: comment.byApp ? { id: world.app.id, slug: world.app.slug } : null,
    reactions: {
      total_count: comment.reactions.length,
      ...Object.fromEntries(
        (["+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket"] as const).map((content) => [
          content,
          comment.reactions.filter((reaction) => reaction.content === content).length,
        ]),
      ),
    },
  };
}

export function renderReaction(reaction: Reaction): Shape<"reaction"> {
  return { id: reaction.id, user: renderUser(reaction.user), content: reaction.content as "+1" };
}

export function renderReview(repository: RepositoryState, review: Review): Shape<"pull-request-review"> {
  return {
    id: review.id,
    html_url: `${web}/${fullName(repository)}/pull/${review.pull}#pullrequestreview-${review.id}`,
    node_id: `PRR_${review.id}`,
    user: renderUser(review.user),
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    submitted_at: review.submittedAt,
  };
}

export function renderReviewComment(
  repository: RepositoryState,
  comment: ReviewComment,
): Shape<"pull-request-review-comment"> {
  return {
    id: comment.id,
    html_url: `${web}/${fullName(repository)}/pull/${comment.pull}#discussion_r${comment.id}`,
    node_id: `PRRC_${comment.id}`,
    pull_request_review_id: comment.review,
    user: renderUser(comment.user),
    body: comment.body,
    path: comment.path,
    ...(comment.line !== null && { line: comment.line }),
    start_line: comment.startLine,
    original_line: comment.originalLine,
    side: "RIGHT",
    commit_id: comment.commit,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  };
}

export function renderCheckRun(world: World, run: CheckRun): Shape<"check-run"> {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion as "success" | null,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    app: { id: world.app.id, slug: world.app.slug },
    check_suite: { id: run.suite },
    pull_requests: [],
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
    },
  };
}

export function renderCheckSuite(world: World, suite: CheckSuite): Shape<"check-suite"> {
  return {
    id: suite.id,
    head_sha: suite.headSha,
    head_branch: suite.headBranch,
    status: suite.status,
    conclusion: suite.conclusion as "success" | null,
    updated_at: suite.updatedAt,
    app: { id: world.app.id, slug: world.app.slug },
    pull_requests: [],
  };
}

export function renderRelease(repository: RepositoryState, release: Release): Shape<"release"> {
  return {
    id: release.id,
    tag_name: release.tag,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    published_at: release.publishedAt,
    html_url: `${web}/${fullName(repository)}/releases/tag/${encodeURIComponent(release.tag)}`,
  };
}

export function renderCommit(world: World, sha: string): Shape<"commit"> {
  const commit = world.git.commit(sha);
  return {
    sha,
    parents: (commit?.parents ?? []).map((parent) => ({ sha: parent })),
    commit: {
      message: commit?.message ?? "",
      tree: { sha: commit?.tree ?? "" },
      author: { name: commit?.author ?? "", date: commit?.date ?? "" },
    },
  };
}

export function renderDiff(diff: FileDiff): Shape<"diff-entry"> {
  return {
    filename: diff.filename,
    status: diff.status,
    sha: diff.sha,
    additions: diff.additions,
    deletions: diff.deletions,
    changes: diff.additions + diff.deletions,
    ...(diff.previousFilename !== null && { previous_filename: diff.previousFilename }),
    ...(diff.patch !== null && diff.patch !== "" && { patch: diff.patch }),
  };
}

/** The most bytes that the contents API hands out inline. */
const maxInlineBytes = 1024 * 1024;

export function renderFile(path: string, sha: string, bytes: Uint8Array): Shape<"content-file"> {
  const inline = bytes.length <= maxInlineBytes;
  return {
    type: "file",
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    sha,
    size: bytes.length,
    encoding: inline ? "base64" : "none",
    content: inline ? wrapBase64(bytes) : "",
  };
}

/** GitHub breaks base64 into lines of 60 characters. */
export function wrapBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replaceAll(/.{1,60}/g, "$&\n");
}
