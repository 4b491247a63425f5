/**
 * A GitHub of our own: a small, stateful HTTP server on loopback that serves what Connector Gate uses.
 *
 * ```ts
 * const github = await startFakeGitHub();                     // `await using` closes it by itself
 * const shop = github.repository("acme/shop", { files: { "connector.rb": "{ title: 'Shop' }" } });
 * github.install("acme");                                     // the app, with the permissions of app.yml
 * github.permission(shop, "ann", "write");
 * const head = shop.commit("feature", { "connector.rb": "{}" }, { from: "main" });
 * const pull = shop.openPull({ head: "feature", base: "main", author: "ann" });
 * shop.commit("feature", { "README.md": null });              // a push: the pull request follows
 * shop.comment(pull, "ann", "/recheck");
 * ```
 *
 * **Clients** use `github.url` (also served below `/api/v3`, so `GHE_HOST=github.host` and `GHE_PROTOCOL=http` work).
 * They authenticate with `github.privateKey` (app), a token of an installation, or `github.token("ann")` (a person).
 * `github.client("acme")` is a ready Octokit that acts as the installation there; `github.client()` as nobody.
 *
 * **State** is read and changed through `shop.state` (see `world.ts`): `shop.state.checkRuns`, `.comments`, `.reviews`, …
 * Git objects are real, so names of commits and blobs are those of Git, and the same steps give the same names.
 *
 * **Counts**: `github.requests` lists what was asked for (method, path, status, who); `github.count()` gives
 * `{ reads, writes }` without the requests for tokens; `github.forget()` empties the list.
 *
 * **Faults**: `github.fault({ path: /check-runs/, status: 502, times: 2 })`; `times` defaults to 1, `reset: true` cuts the
 * connection, `after: true` does the work first and then fails, and `when` may look at the request.
 *
 * **Webhooks** are made by every change and signed with `github.webhooks.secret`. Set `github.webhooks.target` to send
 * them; `await github.webhooks.settle()` waits; with `held = true` a test sends `github.webhooks.deliveries` itself, in
 * any order, twice or never. `github.event(shop, "check_run", { action: … })` makes any other.
 */
import { generateKeyPairSync, sign } from "node:crypto";
import { ProbotOctokit } from "probot";
import type { Changes } from "./fake-github/git.ts";
import { renderRepository, renderUser } from "./fake-github/render.ts";
import { toFake, type FakeRepository } from "./fake-github/repository.ts";
import type { Route } from "./fake-github/http.ts";
import { appRoutes } from "./fake-github/routes-app.ts";
import { checkRoutes } from "./fake-github/routes-checks.ts";
import { gitRoutes } from "./fake-github/routes-git.ts";
import { graphqlRoutes } from "./fake-github/routes-graphql.ts";
import { issueRoutes } from "./fake-github/routes-issues.ts";
import { pullRoutes } from "./fake-github/routes-pulls.ts";
import { serveFake, type Fault, type RecordedRequest } from "./fake-github/server.ts";
import { createWebhooks, type Delivery, type Webhooks } from "./fake-github/webhooks.ts";
import {
  addRepository,
  createWorld,
  type AppPermissions,
  type Installation,
  type Permission,
  type World,
} from "./fake-github/world.ts";

export type { FakeRepository } from "./fake-github/repository.ts";
export type { Fault, RecordedRequest } from "./fake-github/server.ts";

export interface FakeGitHub extends AsyncDisposable {
  readonly url: string;
  /** Host and port, for `GHE_HOST`. */
  readonly host: string;
  readonly world: World;
  readonly appId: number;
  /** The app's private key, PEM. */
  readonly privateKey: string;
  readonly webhooks: Webhooks;
  readonly requests: readonly RecordedRequest[];
  repository(
    fullName: string,
    options?: { readonly files?: Changes; readonly defaultBranch?: string; readonly private?: boolean },
  ): FakeRepository;
  install(owner: string, permissions?: AppPermissions): Installation;
  permission(repository: FakeRepository, login: string, permission: Permission): void;
  /** Makes somebody a member of a team, `org/team`. */
  team(name: string, ...logins: readonly string[]): void;
  /** A personal token of a user. */
  token(login: string): string;
  client(owner?: string): ProbotOctokit;
  /** A client that acts as the app itself. */
  appClient(): ProbotOctokit;
  count(): { readonly reads: number; readonly writes: number };
  forget(): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  event(repository: FakeRepository, event: string, payload: object, sender?: string): Delivery | undefined;
  close(): Promise<void>;
}

/** What app.yml asks for. */
export const defaultPermissions: AppPermissions = {
  checks: "write",
  contents: "write",
  issues: "write",
  members: "read",
  metadata: "read",
  pull_requests: "write",
};

let madeKeys: ReturnType<typeof makeKeys> | undefined;

function makeKeys() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

export async function startFakeGitHub(): Promise<FakeGitHub> {
  // Finding primes takes longer than most tests, so all fakes of a process share the key.
  const keys = (madeKeys ??= makeKeys());
  const webhooks = createWebhooks(() => world);
  const world = createWorld((event, repository, payload, sender) => {
    const installation = [...world.installations.values()].find(
      ({ account }) => account === repository.owner,
    );
    if (!installation || installation.removed || installation.suspended) return;
    webhooks.add(event, {
      ...payload,
      repository: renderRepository(repository),
      installation: { id: installation.id },
      sender: renderUser(sender),
    });
  });
  const routes: readonly Route[] = [
    ...appRoutes(webhooks.deliveries, (delivery) => webhooks.redeliver(delivery)),
    ...checkRoutes,
    ...issueRoutes,
    ...pullRoutes,
    ...gitRoutes,
    ...graphqlRoutes,
  ];
  const server = await serveFake(world, routes, keys.publicKey);
  const { host, requests } = server;
  const url = `http://${host}`;

  function octokit(token: string | undefined): ProbotOctokit {
    return new ProbotOctokit({
      baseUrl: url,
      ...(token !== undefined && { auth: { token } }),
      retry: { enabled: false },
      throttle: { enabled: false },
    });
  }

  const github: FakeGitHub = {
    url,
    host,
    world,
    appId: world.app.id,
    privateKey: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    webhooks,
    requests,
    repository(fullName, { files = { "README.md": "# Hello\n" }, ...options } = {}) {
      const [owner = "", name = ""] = fullName.split("/");
      const state = addRepository(world, owner, name, options);
      const repository = toFake(world, state);
      repository.commit(state.defaultBranch, files, { message: "first" });
      return repository;
    },
    install(owner, permissions = defaultPermissions) {
      const installation = {
        id: world.nextId(),
        account: world.user(owner, "Organization"),
        permissions,
        suspended: false,
        removed: false,
      };
      world.installations.set(installation.id, installation);
      return installation;
    },
    permission(repository, login, permission) {
      world.user(login);
      repository.state.permissions.set(login.toLowerCase(), permission);
    },
    team(name, ...logins) {
      const members = world.teams.get(name.toLowerCase()) ?? new Set();
      for (const login of logins) members.add(world.user(login).login.toLowerCase());
      world.teams.set(name.toLowerCase(), members);
    },
    token(login) {
      const token = `ghp_${login}`;
      world.userTokens.set(token, world.user(login));
      return token;
    },
    appClient() {
      const parts = [{ alg: "RS256" }, { iss: world.app.id }];
      const [head, claims] = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
      const signature = sign("sha256", Buffer.from(`${head}.${claims}`), keys.privateKey);
      return octokit(`${head}.${claims}.${signature.toString("base64url")}`);
    },
    client(owner) {
      let auth: string | undefined;
      if (owner !== undefined) {
        const installation = [...world.installations.values()].find(({ account }) => account.login === owner);
        if (!installation) throw new Error(`the app is not installed on ${owner}`);
        auth = `ghs_${installation.id}x${world.nextId()}`;
        world.installationTokens.set(auth, installation);
      }
      return octokit(auth);
    },
    count() {
      const counted = requests.filter(({ path }) => !path.endsWith("/access_tokens"));
      const reads = counted.filter(({ method }) => method === "GET").length;
      return { reads, writes: counted.length - reads };
    },
    forget() {
      requests.length = 0;
    },
    fault: (fault) => server.fault(fault),
    clearFaults: () => server.clearFaults(),
    event(repository, event, payload, sender = "ghost") {
      const before = webhooks.deliveries.length;
      world.emit(event, repository.state, payload, world.user(sender));
      return webhooks.deliveries[before];
    },
    async close() {
      await webhooks.settle();
      await server.close();
    },
    async [Symbol.asyncDispose]() {
      await github.close();
    },
  };
  return github;
}
