import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { atMost } from "../at-most.ts";
import { UserError } from "../user-error.ts";
import { sendAnswer } from "./answer.ts";
import type { Handler } from "./receiver.ts";

export interface RunningServer {
  /** The port it listens on, where the system chose one too. */
  readonly port: number;
  /** Takes no new requests, answers those that arrive whole within `graceMs`, and hangs up on everybody else. */
  close(graceMs?: number): Promise<void>;
}

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** By exact path. */
  readonly routes: ReadonlyMap<string, Handler>;
  /** Told of defects of ours in a handler. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds; how long the headers, and the whole of a request, may take to arrive. */
  readonly headersTimeout?: number;
  readonly requestTimeout?: number;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, routes, onError, headersTimeout = 10_000, requestTimeout = 30_000 } = options;
  const underWay = new Set<Promise<void>>();
  const server = createHttpServer(
    // A client that sends a byte now and then must not hold a connection for ever.
    {
      headersTimeout,
      requestTimeout,
      connectionsCheckingInterval: Math.min(2000, headersTimeout),
      keepAliveTimeout: 30_000,
    },
    (request, response) => {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const handler = routes.get(path);
      if (handler === undefined) {
        sendAnswer(request, response, { status: 404, text: "there is nothing here" });
        return;
      }
      const handling = handler(request, response)
        .catch((error: unknown) => {
          onError(error);
          sendAnswer(request, response, { status: 500, text: "something went wrong here" });
        })
        .finally(() => underWay.delete(handling));
      underWay.add(handling);
    },
  );
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close(graceMs = 0) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await atMost(graceMs, Promise.all(underWay));
      // Let the last answers leave; a connection that never asked anything is not worth waiting for.
      setImmediate(() => server.closeAllConnections());
      await closed;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      reject(
        new UserError(`cannot listen on ${host}:${port} (${error.message}); set HOST and PORT to others`),
      );
    });
    server.listen(port, host, () => resolve());
  });
}
