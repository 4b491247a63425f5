import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Log } from "../../../app/reconcile/reconcile.ts";
import { createReceiver } from "../../../app/server/receiver.ts";
import { type RunningServer, startServer } from "../../../app/server/server.ts";

const secret = "a secret of the test";
const path = "/api/github/webhooks";

let server: RunningServer;
let queued: string[][];
let logged: object[];
let add: (keys: readonly string[]) => Promise<void>;

const log: Log = Object.fromEntries(
  ["debug", "info", "warn", "error"].map((level) => [
    level,
    (data: object, message: string) => logged.push({ level, message, ...data }),
  ]),
) as unknown as Log;

function sign(body: string | Buffer): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

beforeEach(async () => {
  queued = [];
  logged = [];
  add = async (keys) => void queued.push([...keys]);
  server = await start();
});

afterEach(() => server.close());

function start(timeouts: { headersTimeout?: number; requestTimeout?: number } = {}): Promise<RunningServer> {
  const receiver = createReceiver({
    verify: async (body, signature) => signature === sign(body),
    keysOf: (eventName, payload) =>
      eventName === "pull_request" ? [`key-${Object.keys(payload as object).length}`] : [],
    add: (keys) => add(keys),
    log,
  });
  return startServer({
    host: "127.0.0.1",
    port: 0,
    routes: new Map([[path, receiver]]),
    onError: (error) => logged.push({ error }),
    ...timeouts,
  });
}

interface Delivery {
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly to?: string;
}

async function deliver({
  body = '{"action":"opened"}',
  headers = {},
  method = "POST",
  to = path,
}: Delivery = {}) {
  const response = await fetch(`http://127.0.0.1:${server.port}${to}`, {
    method,
    headers: {
      "content-type": "application/json",
      "x-github-event": "pull_request",
      "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      "x-hub-signature-256": sign(body),
      ...headers,
    },
    ...(method === "POST" ? { body: typeof body === "string" ? body : new Uint8Array(body) } : {}),
  });
  return { status: response.status, text: (await response.text()).trim(), headers: response.headers };
}

test("queues the subjects of a signed delivery and accepts it", async () => {
  expect(await deliver()).toMatchObject({ status: 202, text: "queued" });
  expect(queued).toEqual([["key-1"]]);
});

test("accepts a replay, which the queue collapses", async () => {
  expect([(await deliver()).status, (await deliver()).status]).toEqual([202, 202]);
});

test("accepts an event that is of no interest without queueing anything", async () => {
  expect(await deliver({ headers: { "x-github-event": "star" } })).toMatchObject({ status: 200 });
  expect(queued).toEqual([]);
});

test("acknowledges nothing before it is durable", async () => {
  const durable = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  add = () => {
    asked.resolve();
    return durable.promise;
  };
  let answered = false;
  const answer = deliver().finally(() => {
    answered = true;
  });
  await asked.promise;
  const early = answered;
  durable.resolve();

  expect(early).toBe(false);
  expect(await answer).toMatchObject({ status: 202 });
});

test("answers 503 when the queue fails, so that the delivery counts as failed", async () => {
  add = () => Promise.reject(new Error("disk full"));

  const answer = await deliver();

  expect(answer).toMatchObject({ status: 503, text: "the queue takes nothing for now" });
  expect(answer.headers.get("retry-after")).toBe("30");
});

describe("refuses", () => {
  test.each<[string, Delivery, number, RegExp]>([
    [
      "a wrong signature",
      { headers: { "x-hub-signature-256": sign("another body") } },
      401,
      /secrets .* differ/,
    ],
    ["a missing signature", { headers: { "x-hub-signature-256": "" } }, 401, /missing/],
    [
      "an old SHA-1 signature",
      { headers: { "x-hub-signature-256": `sha1=${"0".repeat(40)}` } },
      401,
      /missing/,
    ],
    [
      "a form",
      { headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      /application\/json/,
    ],
    ["no content type", { headers: { "content-type": "" } }, 415, /application\/json/],
    [
      "a content type that only begins like JSON",
      { headers: { "content-type": "application/json5" } },
      415,
      /application\/json/,
    ],
    ["a missing event name", { headers: { "x-github-event": "" } }, 400, /x-github-event/],
    ["an event name with markup", { headers: { "x-github-event": "<b>" } }, 400, /x-github-event/],
    ["a missing delivery id", { headers: { "x-github-delivery": "" } }, 400, /x-github-delivery/],
    ["GET", { method: "GET" }, 405, /POST/],
    ["another path", { to: "/api/github/webhooks/" }, 404, /nothing/],
    ["signed text that is not JSON", { body: '{"action":' }, 400, /JSON/],
    ["signed JSON that is no object", { body: "[1]" }, 400, /JSON/],
    ["an empty signed body", { body: "" }, 400, /JSON/],
    ["bytes that are not UTF-8", { body: Buffer.from([0x7b, 0xff, 0x7d]) }, 401, /signature/],
    ["a body of 30 MB", { body: Buffer.alloc(30 * 1024 * 1024, 0x20) }, 413, /25 MB/],
  ])("%s", async (_what, delivery, status, text) => {
    const answer = await deliver(delivery);

    expect(answer).toMatchObject({ status, text: expect.stringMatching(text) });
    expect(queued).toEqual([]);
  });

  test("a body that grows beyond the limit without having said so", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        if (sent > 30 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: "POST",
      body: endless,
      duplex: "half",
      headers: {
        "content-type": "application/json",
        "x-github-event": "pull_request",
        "x-github-delivery": "1",
        "x-hub-signature-256": sign(""),
      },
    });

    expect(response.status).toBe(413);
  });
});

test("lets no client hold a connection by sending slowly", async () => {
  const strict = await start({ headersTimeout: 100, requestTimeout: 200 });
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\nx-github-event: ping\r\nx-github-delivery: 1\r\nx-hub-signature-256: ${sign("")}\r\n\r\n{`;
  const answers = await Promise.all(
    [head, "POST / HTTP/1.1\r\nhost:"].map((bytes) => sendAndWait(bytes, strict.port)),
  );

  expect(answers).toEqual([
    expect.stringMatching(/^HTTP\/1\.1 (400|408)/),
    expect.stringMatching(/^HTTP\/1\.1 408/),
  ]);
  await strict.close();
});

/** What the server says to bytes that never become a whole request, once it has hung up. */
function sendAndWait(bytes: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", () => {});
  });
}

test("logs what was queued and refused, and nothing of the payload or the signature", async () => {
  await deliver({ body: '{"secret":"hunter2"}' });
  await deliver({ body: '{"secret":"hunter2"}', headers: { "x-hub-signature-256": sign("x") } });

  expect(logged).toEqual([
    expect.objectContaining({
      level: "info",
      message: "delivery queued",
      event: "pull_request",
      subjects: ["key-1"],
    }),
    expect.objectContaining({ level: "warn", message: "delivery refused", status: 401 }),
  ]);
  expect(JSON.stringify(logged)).not.toMatch(/hunter2|sha256=/);
});
