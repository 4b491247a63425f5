import type { operations } from "@octokit/openapi-types";
import { openSuite } from "./branches.ts";
import { diffTrees, type FileDiff } from "./diff.ts";
import { notFound, ok, page, Refusal, route, unprocessable, type ApiRequest, type Route } from "./http.ts";
import { renderDiff, renderPull, renderReview, renderReviewComment } from "./render.ts";
import { addTicket, findTicket } from "./routes-issues.ts";
import { moveRef } from "./branches.ts";
import {
  isPull,
  type PullTicket,
  type RepositoryState,
  type Review,
  type User,
  type World,
} from "./world.ts";

type Json<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

function findPull(request: Pick<ApiRequest, "repository" | "params">): PullTicket {
  const ticket = findTicket(request);
  if (!isPull(ticket)) throw notFound();
  return ticket;
}

export interface NewPull {
  readonly title: string;
  readonly body?: string | null;
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean;
}

/** Opens a pull request; `head` is a branch, or `owner:branch` for one of a fork. */
export function openPull(
  world: World,
  repository: RepositoryState,
  author: User,
  wanted: NewPull,
): PullTicket {
  const [owner = "", branch = ""] = wanted.head.includes(":")
    ? wanted.head.split(":")
    : [repository.owner.login, wanted.head];
  const source = world.repositories.find(
    (candidate) =>
      candidate.owner.login.toLowerCase() === owner.toLowerCase() &&
      (candidate === repository || candidate.parent === repository),
  );
  const headSha = source?.refs.get(`refs/heads/${branch}`);
  const baseSha = repository.refs.get(`refs/heads/${wanted.base}`);
  if (!source || headSha === undefined) throw unprocessable("head is invalid");
  if (baseSha === undefined) throw unprocessable("base is invalid");
  for (const other of repository.tickets.values()) {
    if (!isPull(other) || other.state !== "open") continue;
    const { head, base } = other.pull;
    if (head.repository === source && head.ref === branch && base.ref === wanted.base) {
      throw unprocessable(`A pull request already exists for ${owner}:${branch}.`);
    }
  }
  if (world.git.between(baseSha, headSha).length === 0) {
    throw unprocessable(`No commits between ${wanted.base} and ${wanted.head}`);
  }
  const ticket = addTicket(world, repository, author, wanted.title, wanted.body ?? null);
  ticket.pull = {
    head: { repository: source, ref: branch, sha: headSha },
    base: { ref: wanted.base, sha: baseSha },
    draft: wanted.draft ?? false,
    mergedAt: null,
    mergeCommit: null,
    requestedReviewers: [],
    requestedTeams: [],
  };
  const pull = ticket as PullTicket;
  openSuite(world, repository, headSha, source === repository ? branch : null, author);
  emitPull(world, repository, pull, author, { action: "opened" });
  return pull;
}

export function emitPull(
  world: World,
  repository: RepositoryState,
  pull: PullTicket,
  sender: User,
  details: object,
): void {
  world.emit(
    "pull_request",
    repository,
    { ...details, number: pull.number, pull_request: renderPull(repository, pull) },
    sender,
  );
}

export function pullFiles(world: World, { pull }: PullTicket): FileDiff[] {
  const base = world.git.mergeBase(pull.base.sha, pull.head.sha);
  const tree = (sha: string | null) => (sha === null ? "" : (world.git.commit(sha)?.tree ?? ""));
  return diffTrees(world.git, tree(base), tree(pull.head.sha));
}

function listPulls(request: ApiRequest) {
  const { repository, query } = request;
  const state = query.get("state") ?? "open";
  const [head, base] = [query.get("head"), query.get("base")];
  const found = [...repository.tickets.values()]
    .filter(isPull)
    .filter(
      ({ state: is, pull }) =>
        (state === "all" || is === state) &&
        (base === null || pull.base.ref === base) &&
        (head === null || head === `${pull.head.repository.owner.login}:${pull.head.ref}`),
    );
  const ascending = query.get("direction") === "asc";
  return page(
    request,
    (ascending ? found : found.toReversed()).map((ticket) => renderPull(repository, ticket)),
  );
}

function patchPull(request: ApiRequest) {
  const { world, repository, actor } = request;
  const pull = findPull(request);
  const sender = actor.user ?? pull.author;
  const body = request.body as NonNullable<Json<"pulls/update">>;
  const changes: Record<string, object> = {};
  if (body.title !== undefined && body.title !== pull.title) {
    changes["title"] = { from: pull.title };
    pull.title = body.title;
  }
  if (body.body !== undefined && body.body !== pull.body) {
    changes["body"] = { from: pull.body };
    pull.body = body.body;
  }
  if (body.base !== undefined && body.base !== pull.pull.base.ref) {
    const sha = repository.refs.get(`refs/heads/${body.base}`);
    if (sha === undefined) throw unprocessable("base is invalid");
    changes["base"] = { ref: { from: pull.pull.base.ref }, sha: { from: pull.pull.base.sha } };
    pull.pull.base = { ref: body.base, sha };
  }
  pull.updatedAt = world.now();
  if (Object.keys(changes).length > 0)
    emitPull(world, repository, pull, sender, { action: "edited", changes });
  if (body.state !== undefined && body.state !== pull.state) {
    pull.state = body.state;
    emitPull(world, repository, pull, sender, { action: body.state === "open" ? "reopened" : "closed" });
  }
  return ok(renderPull(repository, pull));
}

/** The lines of the new file that a patch shows, which are those that may be commented on. */
function shownLines(patch: string): Set<number> {
  const shown = new Set<number>();
  let line = 0;
  for (const text of patch.split("\n")) {
    const start = /^@@ -\S+ \+(\d+)/.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (!text.startsWith("-")) shown.add(line++);
  }
  return shown;
}

function postReview(request: ApiRequest) {
  const { world, repository, actor } = request;
  const pull = findPull(request);
  const body = (request.body ?? {}) as NonNullable<Json<"pulls/create-review">>;
  const commit = body.commit_id ?? pull.pull.head.sha;
  const user = actor.user ?? world.user("ghost");
  const states = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;
  const state = body.event === undefined ? "PENDING" : states[body.event];
  if (user === pull.author && state !== "COMMENTED")
    throw unprocessable("Can not approve your own pull request");
  const comments = body.comments ?? [];
  if (comments.length > 100) throw unprocessable("too many comments");
  const files = new Map(pullFiles(world, pull).map((file) => [file.filename, file]));
  for (const { path, line, start_line: start } of comments) {
    const shown = shownLines(files.get(path)?.patch ?? "");
    if (line === undefined || !shown.has(line))
      throw new Refusal(422, "Unprocessable Entity", ["Line could not be resolved"]);
    if (start !== undefined && (!shown.has(start) || start >= line)) {
      throw new Refusal(422, "Unprocessable Entity", ["Start line must precede the end line."]);
    }
  }
  const review: Review = {
    id: world.nextId(),
    pull: pull.number,
    user,
    commit,
    submittedAt: world.now(),
    body: body.body ?? "",
    state,
  };
  repository.reviews.push(review);
  // GitHub takes somebody who has reviewed off the list of those who are asked.
  if (state !== "PENDING") dropReviewers(pull, [user.login]);
  for (const { path, line = 1, start_line: startLine = null, body: text } of comments) {
    const at = world.now();
    repository.reviewComments.push({
      id: world.nextId(),
      review: review.id,
      pull: pull.number,
      user,
      commit,
      path,
      line,
      startLine,
      originalLine: line,
      createdAt: at,
      updatedAt: at,
      body: text,
      resolved: false,
      minimized: false,
    });
  }
  world.emit(
    "pull_request_review",
    repository,
    {
      action: "submitted",
      review: renderReview(repository, review),
      pull_request: renderPull(repository, pull),
    },
    user,
  );
  return ok(renderReview(repository, review));
}

function dropReviewers({ pull }: PullTicket, logins: readonly string[]): void {
  const dropped = new Set(logins.map((login) => login.toLowerCase()));
  pull.requestedReviewers = pull.requestedReviewers.filter((login) => !dropped.has(login.toLowerCase()));
}

function merge(request: ApiRequest) {
  const { world, repository, actor, body } = request;
  const pull = findPull(request);
  const {
    sha,
    commit_title: title,
    commit_message: message,
  } = (body ?? {}) as NonNullable<Json<"pulls/merge">>;
  if (pull.state !== "open") throw new Refusal(405, "Pull Request is not mergeable");
  if (sha !== undefined && sha !== pull.pull.head.sha) throw new Refusal(409, "Head branch was modified.");
  const commit = world.git.addCommit({
    tree: mergedTree(world, pull),
    parents: [pull.pull.base.sha, pull.pull.head.sha],
    message: [title ?? `Merge pull request #${pull.number}`, message].filter(Boolean).join("\n\n"),
    author: actor.user?.login ?? "ghost",
    date: world.now(),
  });
  pull.state = "closed";
  pull.pull.mergedAt = world.now();
  pull.pull.mergeCommit = commit;
  moveRef(world, repository, `refs/heads/${pull.pull.base.ref}`, commit, actor.user);
  emitPull(world, repository, pull, actor.user ?? pull.author, { action: "closed" });
  return ok({ sha: commit, merged: true, message: "Pull Request successfully merged" });
}

/** The base with the pull request's changes; conflicts go to the pull request. */
function mergedTree(world: World, pull: PullTicket): string {
  const files = world.git.files(world.git.commit(pull.pull.base.sha)?.tree ?? "");
  const head = world.git.files(world.git.commit(pull.pull.head.sha)?.tree ?? "");
  for (const { filename, status, previousFilename } of pullFiles(world, pull)) {
    const entry = head.get(filename);
    if (previousFilename !== null) files.delete(previousFilename);
    if (status === "removed" || !entry) files.delete(filename);
    else files.set(filename, entry);
  }
  return world.git.treeOf(files);
}

export const pullRoutes: readonly Route[] = [
  route("PATCH /repos/{owner}/{repo}/pulls/comments/{id}", "pull_requests:write", (request) => {
    const comment = request.repository.reviewComments.find(({ id }) => id === Number(request.params["id"]));
    if (!comment) throw notFound();
    comment.body = (request.body as { body: string }).body;
    comment.updatedAt = request.world.now();
    return ok(renderReviewComment(request.repository, comment));
  }),
  route("GET /repos/{owner}/{repo}/pulls", "pull_requests:read", listPulls),
  route("POST /repos/{owner}/{repo}/pulls", "pull_requests:write", ({ world, repository, actor, body }) => {
    const wanted = body as Json<"pulls/create">;
    const author = actor.user ?? world.user("ghost");
    return ok(
      renderPull(repository, openPull(world, repository, author, { ...wanted, title: wanted.title ?? "" })),
      201,
    );
  }),
  route("GET /repos/{owner}/{repo}/pulls/{number}", "pull_requests:read", (request) =>
    ok(renderPull(request.repository, findPull(request))),
  ),
  route("PATCH /repos/{owner}/{repo}/pulls/{number}", "pull_requests:write", patchPull),
  route("GET /repos/{owner}/{repo}/pulls/{number}/files", "pull_requests:read", (request) =>
    page(request, pullFiles(request.world, findPull(request)).map(renderDiff)),
  ),
  route("GET /repos/{owner}/{repo}/pulls/{number}/reviews", "pull_requests:read", (request) => {
    const { number } = findPull(request);
    const reviews = request.repository.reviews.filter(({ pull }) => pull === number);
    return page(
      request,
      reviews.map((review) => renderReview(request.repository, review)),
    );
  }),
  route("POST /repos/{owner}/{repo}/pulls/{number}/reviews", "pull_requests:write", postReview),
  route("GET /repos/{owner}/{repo}/pulls/{number}/comments", "pull_requests:read", (request) => {
    const { number } = findPull(request);
    const comments = request.repository.reviewComments.filter(({ pull }) => pull === number);
    return page(
      request,
      comments.map((comment) => renderReviewComment(request.repository, comment)),
    );
  }),
  route("PUT /repos/{owner}/{repo}/pulls/{number}/merge", "contents:write", merge),
  route("POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers", "pull_requests:write", (request) => {
    const pull = findPull(request);
    const body = (request.body ?? {}) as { reviewers?: string[]; team_reviewers?: string[] };
    if (body.reviewers?.some((login) => login.toLowerCase() === pull.author.login.toLowerCase()))
      throw unprocessable("Review cannot be requested from pull request author.");
    pull.pull.requestedReviewers = [...new Set([...pull.pull.requestedReviewers, ...(body.reviewers ?? [])])];
    pull.pull.requestedTeams = [...new Set([...pull.pull.requestedTeams, ...(body.team_reviewers ?? [])])];
    return ok(renderPull(request.repository, pull), 201);
  }),
  route(
    "DELETE /repos/{owner}/{repo}/pulls/{number}/requested_reviewers",
    "pull_requests:write",
    (request) => {
      const pull = findPull(request);
      dropReviewers(pull, (request.body as { reviewers?: string[] } | undefined)?.reviewers ?? []);
      return ok(renderPull(request.repository, pull));
    },
  ),
  route(
    "PUT /repos/{owner}/{repo}/pulls/{number}/reviews/{id}/dismissals",
    "pull_requests:write",
    (request) => {
      const { world, repository, actor, params } = request;
      const pull = findPull(request);
      const review = repository.reviews.find(({ id }) => id === Number(params["id"]));
      if (!review) throw notFound();
      review.state = "DISMISSED";
      const payload = {
        action: "dismissed",
        review: renderReview(repository, review),
        pull_request: renderPull(repository, pull),
      };
      world.emit("pull_request_review", repository, payload, actor.user ?? world.user("ghost"));
      return ok(renderReview(repository, review));
    },
  ),
];
