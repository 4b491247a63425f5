import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** How long an unwanted body is read and thrown away, so that its sender gets to see the answer. */
const drainMs = 5000;

export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text, headers }: Answer,
): void {
  if (response.headersSent || response.destroyed) return;
  const unread = hasBody(request) && !request.complete;
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    "x-content-type-options": "nosniff",
    ...(unread ? { connection: "close" } : {}),
    ...headers,
  });
  if (!unread) {
    response.end(body);
    return;
  }
  // To close while data still comes in would reset the connection, and the answer with it.
  response.write(body);
  const timer = setTimeout(() => request.destroy(), drainMs);
  request.on("close", () => {
    clearTimeout(timer);
    response.end();
  });
  request.on("end", () => response.end());
  request.resume();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
