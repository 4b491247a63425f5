import { verify, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Buffer } from "node:buffer";
import { authorise, etagOf, notFound, Refusal, type Actor, type Answer, type Route } from "./http.ts";
import type { RepositoryState, World } from "./world.ts";

export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly actor: string;
  readonly body: unknown;
}

export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  readonly when?: (request: { readonly method: string; readonly path: string }) => boolean;
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cuts the connection in place of an answer. */
  readonly reset?: boolean;
  /** Does the work, then fails: the client cannot know. */
  readonly after?: boolean;
  readonly times?: number;
}

export interface FakeServer {
  readonly host: string;
  readonly requests: RecordedRequest[];
  fault(fault: Fault): void;
  /** Forgets the faults that did not happen yet. */
  clearFaults(): void;
  close(): Promise<void>;
}

/** Serves the routes on loopback: who asks, may they, faults on demand, and a record of everything. */
export async function serveFake(
  world: World,
  routes: readonly Route[],
  publicKey: KeyObject,
): Promise<FakeServer> {
  const requests: RecordedRequest[] = [];
  let faults: (Fault & { left: number })[] = [];

  function takeFault(method: string, path: string): Fault | undefined {
    const fault = faults.find(
      (candidate) =>
        (candidate.method === undefined || candidate.method === method) &&
        (candidate.path === undefined || candidate.path.test(path)) &&
        (candidate.when === undefined || candidate.when({ method, path })),
    );
    if (fault && --fault.left <= 0) faults = faults.filter((other) => other !== fault);
    return fault;
  }

  function actorOf(authorization: string | undefined): Actor {
    const token = authorization?.replace(/^(token|bearer) /i, "");
    if (token === undefined || token === "") return { kind: "anonymous", user: null };
    if (token.split(".").length === 3) {
      const [head = "", claims = "", signature = ""] = token.split(".");
      const valid = verify(
        "sha256",
        Buffer.from(`${head}.${claims}`),
        publicKey,
        Buffer.from(signature, "base64url"),
      );
      const { iss } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { iss?: unknown };
      if (!valid || String(iss) !== String(world.app.id))
        throw new Refusal(401, "A JSON web token could not be decoded");
      return { kind: "app", user: world.app.user };
    }
    const installation = world.installationTokens.get(token);
    if (installation?.suspended) throw new Refusal(403, "This installation has been suspended");
    if (installation && !installation.removed)
      return { kind: "installation", user: world.app.user, installation };
    const user = world.userTokens.get(token);
    if (user) return { kind: "user", user };
    throw new Refusal(401, "Bad credentials");
  }

  function answer(method: string, path: string, query: URLSearchParams, body: unknown, actor: Actor): Answer {
    for (const { method: verb, pattern, needs, handle } of routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (!match) continue;
      const params = Object.fromEntries(
        Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      const named = params["owner"] !== undefined && params["repo"] !== undefined;
      const repository = named ? world.repository(params["owner"] ?? "", params["repo"] ?? "") : undefined;
      if (named && !repository) throw notFound();
      if (repository) authorise(actor, repository, needs);
      return handle({ world, actor, params, query, body, repository: repository as RepositoryState });
    }
    throw notFound();
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const address = new URL(incoming.url ?? "/", "http://fake");
    const path = address.pathname.replace(/^\/api(?:\/v3|(?=\/graphql$))/, "");
    const method = incoming.method ?? "GET";
    const fault = takeFault(method, path);
    let result: Answer;
    let actor: Actor = { kind: "anonymous", user: null };
    const text = Buffer.concat(chunks).toString();
    let body: unknown;
    try {
      body = text === "" ? undefined : JSON.parse(text);
      actor = actorOf(incoming.headers.authorization);
      result =
        fault && !fault.after ? failure(fault) : answer(method, path, address.searchParams, body, actor);
      if (fault?.after) result = failure(fault);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result = {
        status: error.status,
        body: { message: error.message, ...(error.errors && { errors: error.errors }) },
      };
    }
    requests.push({
      method,
      path: decodeURIComponent(path),
      query: address.search,
      status: fault?.reset ? 0 : result.status,
      actor: nameOf(actor),
      body,
    });
    if (fault?.reset) {
      incoming.socket.destroy();
      return;
    }
    send(incoming, response, result, `http://${host}${address.pathname}`);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "application/json" });
      response.end(
        JSON.stringify({
          message: `the fake failed: ${error instanceof Error ? error.stack : String(error)}`,
        }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    host,
    requests,
    clearFaults() {
      faults = [];
    },
    fault(fault) {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function nameOf(actor: Actor): string {
  return actor.kind === "installation"
    ? `installation ${actor.installation.id}`
    : (actor.user?.login ?? "anonymous");
}

function failure({ status = 500, message = "Server Error", headers = {} }: Fault): Answer {
  return { status, headers, body: { message } };
}

function send(incoming: IncomingMessage, response: ServerResponse, result: Answer, url: string): void {
  const text = result.body === undefined ? "" : JSON.stringify(result.body);
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  for (const [name, value] of Object.entries(result.headers ?? {}))
    headers[name] = value.replaceAll("{url}", url);
  if (incoming.method === "GET" && result.status === 200) {
    headers["etag"] = etagOf(text);
    if (incoming.headers["if-none-match"] === headers["etag"]) {
      response.writeHead(304, headers);
      response.end();
      return;
    }
  }
  response.writeHead(result.status, headers);
  response.end(text);
}
