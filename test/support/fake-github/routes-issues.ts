import type { operations } from "@octokit/openapi-types";
import {
  notFound,
  ok,
  page,
  permissionOf,
  Refusal,
  route,
  unprocessable,
  type ApiRequest,
  type Route,
} from "./http.ts";
import { renderComment, renderPull, renderReaction, renderTicket, renderUser } from "./render.ts";
import { isPull, type Comment, type RepositoryState, type Ticket, type User, type World } from "./world.ts";

type Json<Name extends keyof operations> = operations[Name] extends {
  requestBody?: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

const maxBody = 65_536;

export function findTicket({ repository, params }: Pick<ApiRequest, "repository" | "params">): Ticket {
  const ticket = repository.tickets.get(Number(params["number"]));
  if (!ticket) throw notFound();
  return ticket;
}

function findComment({ repository, params }: ApiRequest): Comment {
  const comment = repository.comments.find(({ id }) => id === Number(params["id"]));
  if (!comment) throw notFound();
  return comment;
}

export function emitComment(
  world: World,
  repository: RepositoryState,
  action: string,
  comment: Comment,
  sender: User,
): void {
  const ticket = repository.tickets.get(comment.issue);
  if (!ticket) return;
  const payload = {
    action,
    issue: renderTicket(repository, ticket),
    comment: renderComment(world, repository, comment),
  };
  world.emit("issue_comment", repository, payload, sender);
}

export function addComment(
  world: World,
  repository: RepositoryState,
  issue: number,
  user: User,
  body: string,
): Comment {
  const at = world.now();
  const comment: Comment = {
    id: world.nextId(),
    issue,
    user,
    byApp: user === world.app.user,
    createdAt: at,
    updatedAt: at,
    body,
    reactions: [],
    minimized: false,
  };
  repository.comments.push(comment);
  emitComment(world, repository, "created", comment, user);
  return comment;
}

/** Opens an issue, or the issue half of a pull request. */
export function addTicket(
  world: World,
  repository: RepositoryState,
  author: User,
  title: string,
  body: string | null,
): Ticket {
  const at = world.now();
  const number = repository.tickets.size + 1;
  const ticket: Ticket = {
    number,
    author,
    byApp: author === world.app.user ? world.app.id : null,
    createdAt: at,
    updatedAt: at,
    title,
    body,
    state: "open",
    stateReason: null,
    labels: [],
    assignees: [],
    pull: null,
  };
  repository.tickets.set(number, ticket);
  return ticket;
}

export function emitTicket(
  world: World,
  repository: RepositoryState,
  ticket: Ticket,
  sender: User,
  details: object,
): void {
  if (isPull(ticket)) {
    world.emit(
      "pull_request",
      repository,
      { ...details, number: ticket.number, pull_request: renderPull(repository, ticket) },
      sender,
    );
  } else {
    world.emit("issues", repository, { ...details, issue: renderTicket(repository, ticket) }, sender);
  }
}

function setLabels(request: ApiRequest, ticket: Ticket, labels: readonly string[]) {
  const { world, repository, actor } = request;
  const sender = actor.user ?? ticket.author;
  for (const name of labels) {
    if (!repository.labels.has(name)) repository.labels.set(name, { color: "ededed", description: "" });
  }
  const added = labels.filter((name) => !ticket.labels.includes(name));
  const removed = ticket.labels.filter((name) => !labels.includes(name));
  ticket.labels = [...labels];
  for (const name of added)
    emitTicket(world, repository, ticket, sender, { action: "labeled", label: { name } });
  for (const name of removed)
    emitTicket(world, repository, ticket, sender, { action: "unlabeled", label: { name } });
  return ok(ticket.labels.map((name) => ({ name })));
}

function labelNames(body: unknown): string[] {
  const labels = Array.isArray(body) ? body : ((body as { labels?: unknown[] } | undefined)?.labels ?? []);
  return labels.map((label) => (typeof label === "string" ? label : (label as { name: string }).name));
}

function patchTicket(request: ApiRequest) {
  const { world, repository, actor } = request;
  const ticket = findTicket(request);
  const body = request.body as Json<"issues/update">;
  if (typeof body?.title === "string") ticket.title = body.title;
  if (body?.body !== undefined) ticket.body = body.body;
  if (body?.assignees)
    ticket.assignees = body.assignees.map((assignee) =>
      typeof assignee === "string" ? assignee : (assignee.login ?? ""),
    );
  if (body?.labels) setLabels(request, ticket, labelNames(body));
  ticket.updatedAt = world.now();
  if (body?.state !== undefined && body.state !== ticket.state) {
    ticket.state = body.state;
    ticket.stateReason = body.state === "open" ? "reopened" : (body.state_reason ?? "completed");
    const action = body.state === "open" ? "reopened" : "closed";
    emitTicket(world, repository, ticket, actor.user ?? ticket.author, { action });
  }
  return ok(renderTicket(repository, ticket));
}

function postReaction(request: ApiRequest) {
  const comment = findComment(request);
  const { content } = request.body as Json<"reactions/create-for-issue-comment">;
  const user = request.actor.user;
  if (!user) throw notFound();
  const known = comment.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known) return ok(renderReaction(known));
  const reaction = { id: request.world.nextId(), user, content };
  comment.reactions.push(reaction);
  return ok(renderReaction(reaction), 201);
}

export const issueRoutes: readonly Route[] = [
  route("GET /repos/{owner}/{repo}/issues", "issues:read", (request) => {
    const state = request.query.get("state") ?? "open";
    const labels = request.query.get("labels")?.split(",") ?? [];
    const creator = request.query.get("creator");
    const found = [...request.repository.tickets.values()].filter(
      (ticket) =>
        (creator === null || ticket.author.login.toLowerCase() === creator.toLowerCase()) &&
        (state === "all" || ticket.state === state) &&
        labels.every((name) => ticket.labels.includes(name)),
    );
    return page(
      request,
      (request.query.get("direction") === "asc" ? found : found.toReversed()).map((ticket) =>
        renderTicket(request.repository, ticket),
      ),
    );
  }),
  route("POST /repos/{owner}/{repo}/issues", "issues:write", (request) => {
    const { world, repository, actor } = request;
    const body = request.body as Json<"issues/create">;
    const ticket = addTicket(
      world,
      repository,
      actor.user ?? world.user("ghost"),
      String(body.title),
      body.body ?? null,
    );
    ticket.labels = labelNames(body);
    ticket.assignees = (body.assignees ?? []).map(String);
    emitTicket(world, repository, ticket, ticket.author, { action: "opened" });
    return ok(renderTicket(repository, ticket), 201);
  }),
  route("GET /repos/{owner}/{repo}/issues/comments/{id}", "issues:read", (request) =>
    ok(renderComment(request.world, request.repository, findComment(request))),
  ),
  route("PATCH /repos/{owner}/{repo}/issues/comments/{id}", "issues:write", (request) => {
    const { world, repository, actor } = request;
    const comment = findComment(request);
    const { body } = request.body as Json<"issues/update-comment">;
    if (body.length > maxBody) throw unprocessable("body is too long");
    comment.body = body;
    comment.updatedAt = world.now();
    emitComment(world, repository, "edited", comment, actor.user ?? comment.user);
    return ok(renderComment(world, repository, comment));
  }),
  route("DELETE /repos/{owner}/{repo}/issues/comments/{id}", "issues:write", (request) => {
    const { world, repository, actor } = request;
    const comment = findComment(request);
    repository.comments = repository.comments.filter((other) => other !== comment);
    emitComment(world, repository, "deleted", comment, actor.user ?? comment.user);
    return { status: 204 };
  }),
  route("GET /repos/{owner}/{repo}/issues/comments/{id}/reactions", "issues:read", (request) =>
    page(request, findComment(request).reactions.map(renderReaction)),
  ),
  route("POST /repos/{owner}/{repo}/issues/comments/{id}/reactions", "issues:write", postReaction),
  route("GET /repos/{owner}/{repo}/issues/{number}", "issues:read", (request) =>
    ok(renderTicket(request.repository, findTicket(request))),
  ),
  route("PATCH /repos/{owner}/{repo}/issues/{number}", "issues:write", patchTicket),
  route("GET /repos/{owner}/{repo}/issues/{number}/comments", "issues:read", (request) => {
    const { number } = findTicket(request);
    const comments = request.repository.comments.filter(({ issue }) => issue === number);
    return page(
      request,
      comments.map((comment) => renderComment(request.world, request.repository, comment)),
    );
  }),
  route("POST /repos/{owner}/{repo}/issues/{number}/comments", "issues:write", (request) => {
    const { world, repository, actor } = request;
    const { number } = findTicket(request);
    const { body } = request.body as Json<"issues/create-comment">;
    if (body.length > maxBody) throw unprocessable("body is too long");
    const comment = addComment(world, repository, number, actor.user ?? world.user("ghost"), body);
    return ok(renderComment(world, repository, comment), 201);
  }),
  route("GET /repos/{owner}/{repo}/issues/{number}/labels", "issues:read", (request) =>
    page(
      request,
      findTicket(request).labels.map((name) => ({ name })),
    ),
  ),
  route("POST /repos/{owner}/{repo}/issues/{number}/labels", "issues:write", (request) => {
    const { actor, repository } = request;
    if (actor.kind === "user" && ["none", "read"].includes(permissionOf(repository, actor.user))) {
      throw new Refusal(403, "Must have triage rights to add labels");
    }
    const ticket = findTicket(request);
    return setLabels(request, ticket, [...new Set([...ticket.labels, ...labelNames(request.body)])]);
  }),
  route("PUT /repos/{owner}/{repo}/issues/{number}/labels", "issues:write", (request) =>
    setLabels(request, findTicket(request), labelNames(request.body)),
  ),
  route("DELETE /repos/{owner}/{repo}/issues/{number}/labels/{name+}", "issues:write", (request) => {
    const ticket = findTicket(request);
    const name = request.params["name"] ?? "";
    if (!ticket.labels.includes(name)) throw notFound();
    return setLabels(
      request,
      ticket,
      ticket.labels.filter((label) => label !== name),
    );
  }),
  route("GET /repos/{owner}/{repo}/labels/{name+}", "issues:read", ({ repository, params }) => {
    const label = repository.labels.get(params["name"] ?? "");
    if (!label) throw notFound();
    return ok({ name: params["name"], ...label });
  }),
  route("POST /repos/{owner}/{repo}/labels", "issues:write", ({ repository, body }) => {
    const { name, color, description } = body as Json<"issues/create-label">;
    if (repository.labels.has(name)) throw unprocessable("already_exists");
    repository.labels.set(name, { color: color ?? "ededed", description: description ?? "" });
    return ok({ name, color, description }, 201);
  }),
  route(
    "GET /repos/{owner}/{repo}/collaborators/{login}/permission",
    "metadata:read",
    ({ world, repository, params }) => {
      const user = world.users.get((params["login"] ?? "").toLowerCase());
      if (!user) throw notFound();
      const role = permissionOf(repository, user);
      // The old field folds the newer roles into the four that it knows.
      const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
      return ok({ permission, role_name: role, user: renderUser(user) });
    },
  ),
];
