import Bottleneck from "bottleneck";
import type { Logger } from "pino";
import { Probot, ProbotOctokit } from "probot";
import type { Settings } from "./environment.ts";
import type { GitHubClient } from "./github/client.ts";

/** How the app speaks to GitHub, and knows that GitHub speaks to it. */
export interface Clients {
  /** Whether a webhook's signature is that of its body. */
  readonly verify: (body: string, signature: string) => Promise<boolean>;
  /** Acts as one installation; its token reads and writes for no other. */
  readonly clientFor: (installationId: number) => Promise<GitHubClient>;
  /** Acts as the app itself, for what belongs to no installation. */
  readonly asApp: () => Promise<GitHubClient>;
}

/** How long GitHub may take over one request. */
const requestTimeoutMs = 30_000;

/** Clients are cheap to make again; those used last are kept. */
const maxClients = 500;

/**
 * Probot makes the clients and checks the signatures; its HTTP server is not used (docs/decisions/own-receiver.md).
 * Nothing is retried inside a client: a write whose answer got lost may have happened, and only a fresh look tells.
 */
export async function createClients(settings: Settings, log: Logger): Promise<Clients> {
  const throttle = throttling();
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    // Below this level Octokit logs the bodies of requests, and with them text of the repositories.
    log: log.child({}, { level: log.isLevelEnabled("warn") ? "warn" : log.level }),
    // As a function, since Probot's own options for throttling would replace these.
    Octokit: ProbotOctokit.defaults((options: { readonly throttle?: object }) => ({
      ...options,
      retry: { enabled: false },
      throttle: { ...options.throttle, ...throttle },
    })),
    request: { fetch: fetchInTime },
    ...(settings.baseUrl === null ? {} : { baseUrl: settings.baseUrl }),
  });
  await probot.ready();
  const clients = new Map<number, Promise<GitHubClient>>();
  return {
    verify: (body, signature) => probot.webhooks.verify(body, signature),
    asApp: () => probot.auth(),
    clientFor(installationId) {
      const client = clients.get(installationId) ?? probot.auth(installationId);
      clients.delete(installationId);
      clients.set(installationId, client);
      for (const oldest of clients.keys()) {
        if (clients.size <= maxClients) break;
        clients.delete(oldest);
      }
      return client;
    },
  };
}

/**
 * GitHub allows an installation some 180 writes a minute and asks for pauses between them; one second after each, as
 * Octokit's default has it, would keep the second check run of a pull request from its author. So a few may follow each
 * other quickly, as long as their average stays low:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
function throttling() {
  const perInstallation = { timeout: 120_000 };
  return {
    enabled: true,
    write: new Bottleneck.Group({ id: "gate-write", minTime: 20, ...bucket(20, 2), ...perInstallation }),
    notifications: new Bottleneck.Group({
      id: "gate-notifications",
      minTime: 200,
      ...bucket(10, 1),
      ...perInstallation,
    }),
    // A limit that was hit is the queue's business: nobody waits for minutes inside a request.
    onRateLimit: () => false,
    onSecondaryRateLimit: () => false,
  };
}

function bucket(size: number, perSecond: number) {
  return {
    reservoir: size,
    reservoirIncreaseInterval: 1000,
    reservoirIncreaseAmount: perSecond,
    reservoirIncreaseMaximum: size,
  };
}

function fetchInTime(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  return fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout });
}
