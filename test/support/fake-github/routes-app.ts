import {
  notFound,
  ok,
  page,
  permissionOf,
  permissionRanks,
  Refusal,
  route,
  unprocessable,
  type Actor,
  type ApiRequest,
  type Route,
} from "./http.ts";
import { renderRelease, renderRepository, renderUser } from "./render.ts";
import type { Delivery } from "./webhooks.ts";
import {
  addRepository,
  type Installation,
  type Permission,
  type RepositoryState,
  type World,
} from "./world.ts";

function renderInstallation(world: World, installation: Installation) {
  return {
    id: installation.id,
    app_id: world.app.id,
    app_slug: world.app.slug,
    account: renderUser(installation.account),
    permissions: installation.permissions,
    suspended_at: installation.suspended ? "2026-01-05T09:00:00Z" : null,
    repository_selection: "all",
  };
}

function asApp({ actor }: ApiRequest): void {
  if (actor.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
}

function postToken(request: ApiRequest) {
  asApp(request);
  const { world, params } = request;
  const installation = world.installations.get(Number(params["id"]));
  if (!installation || installation.removed) throw notFound();
  if (installation.suspended) throw new Refusal(403, "This installation has been suspended");
  const token = `ghs_${installation.id}x${world.nextId()}`;
  world.installationTokens.set(token, installation);
  // Clients look at the wall clock, so this one date is real.
  const expires = new Date(Date.now() + 60 * 60 * 1000).toISOString();
  return ok(
    { token, expires_at: expires, permissions: installation.permissions, repository_selection: "all" },
    201,
  );
}

function installationOf(world: World, owner: string): Installation | undefined {
  return [...world.installations.values()].find(
    ({ account, removed }) => !removed && account.login.toLowerCase() === owner.toLowerCase(),
  );
}

function fork(request: ApiRequest) {
  const { world, repository, actor, body } = request;
  const owner = (body as { organization?: string } | undefined)?.organization ?? actor.user?.login ?? "ghost";
  const known = world.repositories.find(
    (other) => !other.removed && other.parent === repository && other.owner.login === owner,
  );
  if (known) return ok(renderRepository(known), 202);
  const { defaultBranch } = repository;
  // Where the user has another repository of the name, GitHub counts up.
  const name = world.repository(owner, repository.name) ? `${repository.name}-1` : repository.name;
  return ok(renderRepository(addRepository(world, owner, name, { parent: repository, defaultBranch })), 202);
}

/** What GitHub tells people, not apps, about what they may do. */
function permissionsFor(repository: RepositoryState, actor: Actor) {
  if (actor.kind !== "user") return {};
  const rank = permissionRanks.indexOf(permissionOf(repository, actor.user));
  const may = (permission: Permission) => rank >= permissionRanks.indexOf(permission);
  const [admin, maintain, push, triage, pull] = [
    may("admin"),
    may("maintain"),
    may("write"),
    may("triage"),
    may("read"),
  ];
  return { permissions: { admin, maintain, push, triage, pull } };
}

/** What of a delivery the app's own log of them shows. */
function renderDelivery(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.at,
    redelivery: delivery.redelivery,
    duration: 0.1,
    status: delivery.status === null ? "failed to connect to host" : delivery.status < 300 ? "OK" : "Error",
    status_code: delivery.status ?? 0,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
  };
}

/** `deliveries` are the attempts so far; `redeliver` makes another one. */
export function appRoutes(
  deliveries: readonly Delivery[],
  redeliver: (delivery: Delivery) => void,
): readonly Route[] {
  return [
    route("GET /app", null, (request) => {
      asApp(request);
      const { app } = request.world;
      return ok({ id: app.id, slug: app.slug, name: "Connector Gate", owner: { login: "connector-gate" } });
    }),
    route("GET /app/installations", null, (request) => {
      asApp(request);
      const installed = [...request.world.installations.values()].filter(({ removed }) => !removed);
      return page(
        request,
        installed.map((installation) => renderInstallation(request.world, installation)),
      );
    }),
    route("GET /app/installations/{id}", null, (request) => {
      asApp(request);
      const installation = request.world.installations.get(Number(request.params["id"]));
      if (!installation || installation.removed) throw notFound();
      return ok(renderInstallation(request.world, installation));
    }),
    route("POST /app/installations/{id}/access_tokens", null, postToken),
    route("GET /app/hook/deliveries", null, (request) => {
      asApp(request);
      return pageByCursor(request, deliveries);
    }),
    route("GET /app/hook/deliveries/{id}", null, (request) => {
      asApp(request);
      const delivery = deliveries.find(({ id }) => id === Number(request.params["id"]));
      if (!delivery) throw notFound();
      return ok({
        ...renderDelivery(delivery),
        request: { headers: null, payload: JSON.parse(delivery.body) },
      });
    }),
    route("POST /app/hook/deliveries/{id}/attempts", null, (request) => {
      asApp(request);
      const delivery = deliveries.find(({ id }) => id === Number(request.params["id"]));
      if (!delivery) throw notFound();
      redeliver(delivery);
      return ok({}, 202);
    }),
    route("GET /installation/repositories", null, (request) => {
      const { actor, world } = request;
      if (actor.kind !== "installation")
        throw new Refusal(403, "You must authenticate with an installation access token");
      const own = world.repositories.filter(
        ({ owner, removed }) => !removed && owner === actor.installation.account,
      );
      return page(request, own.map(renderRepository), (repositories) => ({
        total_count: own.length,
        repositories,
      }));
    }),
    route("GET /repos/{owner}/{repo}/installation", null, (request) => {
      asApp(request);
      const installation = installationOf(request.world, request.params["owner"] ?? "");
      if (!installation) throw notFound();
      return ok(renderInstallation(request.world, installation));
    }),
    route("GET /user", null, ({ actor }) => {
      if (actor.kind !== "user") throw new Refusal(403, "Resource not accessible by integration");
      return ok(renderUser(actor.user));
    }),
    route("GET /users/{login}", null, ({ world, params }) => {
      const user = world.users.get((params["login"] ?? "").toLowerCase());
      if (!user) throw notFound();
      return ok(renderUser(user));
    }),
    route("GET /orgs/{org}/public_members/{login}", null, ({ world, params }) => {
      const members = world.publicMembers.get((params["org"] ?? "").toLowerCase());
      if (!members?.has((params["login"] ?? "").toLowerCase())) throw notFound();
      return { status: 204 };
    }),
    route("GET /orgs/{org}/teams/{team}/memberships/{login}", null, ({ world, params }) => {
      const members = world.teams.get(`${params["org"] ?? ""}/${params["team"] ?? ""}`.toLowerCase());
      if (!members?.has((params["login"] ?? "").toLowerCase())) throw notFound();
      return ok({ state: "active", role: "member" });
    }),
    route("GET /orgs/{org}/teams/{team}/members", null, (request) => {
      const { world, params, actor } = request;
      const org = (params["org"] ?? "").toLowerCase();
      const members = world.teams.get(`${org}/${params["team"] ?? ""}`.toLowerCase());
      const own = actor.kind === "installation" && actor.installation.account.login.toLowerCase() === org;
      if (!members || !own || actor.installation.permissions["members"] === undefined) throw notFound();
      return page(
        request,
        [...members].map((login) => renderUser(world.user(login))),
      );
    }),
    route("GET /rate_limit", null, () =>
      ok({ resources: { core: { limit: 5000, remaining: 4999, reset: 0, used: 1 } } }),
    ),
    route("GET /repos/{owner}/{repo}", "metadata:read", ({ repository, actor }) =>
      ok({ ...renderRepository(repository), archived: false, ...permissionsFor(repository, actor) }),
    ),
    route("POST /repos/{owner}/{repo}/forks", "contents:read", fork),
    route("GET /repos/{owner}/{repo}/forks", "contents:read", (request) =>
      page(
        request,
        request.world.repositories
          .filter(({ parent }) => parent === request.repository)
          .map(renderRepository),
      ),
    ),
    route("GET /repos/{owner}/{repo}/releases", "contents:read", (request) =>
      page(
        request,
        request.repository.releases.toReversed().map((release) => renderRelease(request.repository, release)),
      ),
    ),
    route("GET /repos/{owner}/{repo}/releases/tags/{tag+}", "contents:read", ({ repository, params }) => {
      const release = repository.releases.find(({ tag, draft }) => tag === params["tag"] && !draft);
      if (!release) throw notFound();
      return ok(renderRelease(repository, release));
    }),
    route("GET /repositories/{id}", null, ({ world, params }) => {
      const repository = world.repositories.find(
        ({ id, removed }) => id === Number(params["id"]) && !removed,
      );
      if (!repository || repository.private) throw notFound();
      return ok(renderRepository(repository));
    }),
  ];
}

function pageByCursor(request: ApiRequest, deliveries: readonly Delivery[]) {
  const size = Math.min(Number(request.query.get("per_page") ?? 30), 100);
  const cursor = request.query.get("cursor");
  const newestFirst = deliveries.toReversed();
  const start = cursor === null ? 0 : newestFirst.findIndex(({ id }) => `v1_${id}` === cursor);
  if (start === -1) throw unprocessable("cursor is invalid");
  const next = newestFirst[start + size];
  return {
    status: 200,
    body: newestFirst.slice(start, start + size).map(renderDelivery),
    ...(next && { headers: { link: `<{url}?per_page=${size}&cursor=v1_${next.id}>; rel="next"` } }),
  };
}
