import type { Logger } from "pino";
import { Probot, ProbotOctokit } from "probot";
import { startTimeout } from "./start-timeout.ts";
import type { Settings } from "./environment.ts";
import type { GitHubClient } from "./github/client.ts";
import type { Coordination } from "./queue/coordination.ts";

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
export async function createClients(
  settings: Settings,
  log: Logger,
  coordination: Pick<Coordination, "paceOf">,
): Promise<Clients> {
  const pace = createPacing(coordination);
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    // Below this level Octokit logs the bodies of requests, and with them text of the repositories.
    log: log.child({}, { level: log.isLevelEnabled("warn") ? "warn" : log.level }),
    // As a function, since Probot's own options for throttling would replace these.
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      retry: { enabled: false },
      throttle: { enabled: false },
    })),
    request: { fetch: fetchInTime },
    ...(settings.baseUrl === null ? {} : { baseUrl: settings.baseUrl }),
  });
  await probot.ready();
  const clients = new Map<number, Promise<GitHubClient>>();
  async function createClient(installationId: number): Promise<GitHubClient> {
    const client = await probot.auth(installationId);
    client.hook.before("request", (options) => pace(installationId, options));
    return client;
  }

  return {
    verify: (body, signature) => probot.webhooks.verify(body, signature),
    asApp: () => probot.auth(),
    clientFor(installationId) {
      const client = clients.get(installationId) ?? createClient(installationId);
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
 * GitHub allows an installation some 180 writes a minute, and fewer where people are notified. Octokit's own throttling
 * keeps a second between any two writes, and with it the second check run of a pull request from its author; it also
 * adds ten milliseconds to every request. So a few may follow each other quickly, as long as their average stays low:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
function createPacing({
  paceOf,
}: Pick<Coordination, "paceOf">): (installationId: number, options: PacedRequest) => Promise<void> {
  const writes = paceOf("writes", { burst: 20, perSecond: 2 });
  const notifications = paceOf("notifications", { burst: 10, perSecond: 0.5 });
  return async (installationId, { method, url, request }) => {
    if (method === "GET" || method === "HEAD") return;
    const key = String(installationId);
    await writes.turn(key, request?.signal);
    if (notifying.test(url)) await notifications.turn(key, request?.signal);
  };
}

interface PacedRequest {
  readonly method: string;
  readonly url: string;
  readonly request?: { readonly signal?: AbortSignal };
}

/** What sends mails: new comments, reviews, issues and pull requests. */
const notifying = /\/(?:comments|replies|reviews|issues|pulls)$/;

/** Until the headers of the answer are there. What comes after is bounded by the run that asked, and by `fetch` itself. */
async function fetchInTime(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { signal: late, done } = startTimeout(requestTimeoutMs);
  try {
    return await fetch(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, late]) : late });
  } finally {
    done();
  }
}
