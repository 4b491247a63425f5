import { createHash } from "node:crypto";
import type { Installation, Permission, RepositoryState, User, World } from "./world.ts";

/** Who sent a request. */
export type Actor =
  | { readonly kind: "app"; readonly user: User }
  | { readonly kind: "installation"; readonly user: User; readonly installation: Installation }
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "anonymous"; readonly user: null };

export interface ApiRequest {
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON; each handler says which of GitHub's types it expects. */
  readonly body: unknown;
  /** The repository of the path. Handlers of paths without one must not ask. */
  readonly repository: RepositoryState;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal, answered the way GitHub does. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;

  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

export function unprocessable(message: string): Refusal {
  return new Refusal(422, `Validation Failed: ${message}`, [{ message }]);
}

/** What a route needs: a permission of an installation, and what it means for people. */
export interface Needs {
  readonly permission: string;
  readonly level: "read" | "write";
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly needs: Needs | null;
  readonly handle: (request: ApiRequest) => Answer;
}

/**
 * A route such as `GET /repos/{owner}/{repo}/pulls/{number}`. A parameter `{path+}` takes slashes too.
 * `needs` reads `checks:write`; null leaves the question to the handler.
 */
export function route(path: string, needs: string | null, handle: Route["handle"]): Route {
  const [method = "", template = ""] = path.split(" ");
  const source = template.replaceAll(
    /\{(\w+)(\+?)\}/g,
    (_, name: string, many: string) => `(?<${name}>${many ? ".+" : "[^/]+"})`,
  );
  const [permission = "", level = "read"] = needs?.split(":") ?? [];
  return {
    method,
    pattern: new RegExp(`^${source}$`),
    needs: needs === null ? null : { permission, level: level === "write" ? "write" : "read" },
    handle,
  };
}

export const permissionRanks: readonly Permission[] = [
  "none",
  "read",
  "triage",
  "write",
  "maintain",
  "admin",
];

export function permissionOf(repository: RepositoryState, user: User): Permission {
  if (repository.owner === user) return "admin";
  return repository.permissions.get(user.login.toLowerCase()) ?? (repository.private ? "none" : "read");
}

/** Refuses what GitHub refuses: 404 for what must stay hidden, 403 for what is only not allowed. */
export function authorise(actor: Actor, repository: RepositoryState, needs: Needs | null): void {
  // What an app may ask as itself, its handler knows.
  if (actor.kind === "app" && needs === null) return;
  if (actor.kind === "anonymous" || actor.kind === "app") {
    if (repository.private || needs?.level === "write") throw new Refusal(401, "Requires authentication");
    return;
  }
  if (actor.kind === "user") {
    const rank = permissionRanks.indexOf(permissionOf(repository, actor.user));
    if (rank < 1) throw notFound();
    const open = needs?.permission === "issues" || needs?.permission === "pull_requests";
    if (needs?.level === "write" && !open && rank < permissionRanks.indexOf("write")) throw notFound();
    return;
  }
  const { installation } = actor;
  const own = installation.account === repository.owner;
  if (!own) {
    if (repository.private) throw notFound();
    if (needs?.level === "write") throw new Refusal(403, "Resource not accessible by integration");
    return;
  }
  if (!needs) return;
  const granted = installation.permissions[needs.permission];
  const enough = granted === "write" || granted === needs.level;
  if (!enough && (needs.level === "write" || repository.private || needs.permission !== "contents")) {
    throw new Refusal(403, "Resource not accessible by integration");
  }
}

/** One page of a list, with GitHub's `link` header where there are more. */
export function page(
  request: ApiRequest,
  items: readonly unknown[],
  wrap?: (items: readonly unknown[]) => object,
): Answer {
  const size = Math.min(Number(request.query.get("per_page") ?? 30) || 30, 100);
  const number = Number(request.query.get("page") ?? 1) || 1;
  const slice = items.slice((number - 1) * size, number * size);
  const last = Math.max(1, Math.ceil(items.length / size));
  const links: string[] = [];
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(request.query);
    query.set("page", String(target));
    links.push(`<{url}?${query.toString()}>; rel="${rel}"`);
  };
  if (number < last) {
    link(number + 1, "next");
    link(last, "last");
  }
  if (number > 1) link(number - 1, "prev");
  return {
    status: 200,
    body: wrap ? wrap(slice) : slice,
    ...(links.length > 0 && { headers: { link: links.join(", ") } }),
  };
}

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export function etagOf(text: string): string {
  return `W/"${createHash("sha256").update(text).digest("hex")}"`;
}
