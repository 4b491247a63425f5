import type { IncomingMessage, ServerResponse } from "node:http";
import type { Log } from "../reconcile/reconcile.ts";
import { type Answer, sendAnswer } from "./answer.ts";
import { readBody } from "./body.ts";
import { type DeliveryHeaders, readDeliveryHeaders } from "./delivery-headers.ts";

/** The most that GitHub sends: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const maxBodyBytes = 25 * 1024 * 1024;

/** What all bodies that are being received may take together; beyond it, senders are told to come again. */
const maxBytesAtOnce = 8 * maxBodyBytes;

export interface ReceiverDependencies {
  /** Whether the signature is that of the body. */
  readonly verify: (body: string, signature: string) => Promise<boolean>;
  /** The keys of the subjects that an event may have changed. */
  readonly keysOf: (eventName: string, payload: unknown) => readonly string[];
  /** Puts keys into the queue; they are durable when it resolves. */
  readonly add: (keys: readonly string[]) => Promise<void>;
  readonly log: Log;
  /** Told of every request that was answered. */
  readonly onAnswer?: (answer: { readonly status: number; readonly eventName: string | null }) => void;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Takes GitHub's webhooks: nothing is parsed before its size and signature are known to be good, and nothing is
 * acknowledged before its subjects are in the queue.
 */
export function createReceiver(dependencies: ReceiverDependencies): Handler {
  const { log, onAnswer } = dependencies;
  let bytesAtOnce = 0;

  async function receive(request: IncomingMessage, headers: DeliveryHeaders): Promise<Answer> {
    const size = Number(request.headers["content-length"] ?? maxBodyBytes);
    if (size > maxBodyBytes) return tooLarge;
    if (bytesAtOnce + size > maxBytesAtOnce) return tryAgain("too many deliveries at once");
    bytesAtOnce += size;
    try {
      const read = await readBody(request, maxBodyBytes);
      if (read.kind === "too-large") return tooLarge;
      if (read.kind === "aborted") return { status: 400, text: "the body did not arrive whole" };
      return await accept(dependencies, headers, read.body.toString("utf8"));
    } finally {
      bytesAtOnce -= size;
    }
  }

  return async (request, response) => {
    const started = performance.now();
    const read = readDeliveryHeaders(request);
    const answer = read.ok ? await receive(request, read.headers) : read.answer;
    sendAnswer(request, response, answer);
    const { delivery = null, eventName = null } = read.ok ? read.headers : {};
    if (answer.status >= 400) {
      const line = {
        delivery,
        event: eventName,
        status: answer.status,
        durationMs: Math.round(performance.now() - started),
      };
      log.warn({ ...line, why: answer.text }, "delivery refused");
    }
    onAnswer?.({ status: answer.status, eventName });
  };
}

const tooLarge: Answer = { status: 413, text: "the body is larger than 25 MB" };

function tryAgain(text: string): Answer {
  return { status: 503, text, headers: { "retry-after": "30" } };
}

async function accept(
  { verify, keysOf, add, log }: ReceiverDependencies,
  { delivery, eventName, signature }: DeliveryHeaders,
  body: string,
): Promise<Answer> {
  const started = performance.now();
  if (!(await verify(body, signature).catch(() => false))) {
    return {
      status: 401,
      text: "the signature does not match: the webhook secrets of GitHub and of this app differ",
    };
  }
  const payload = parseObject(body);
  if (payload === null) return { status: 400, text: "the body is not a JSON object" };
  const keys = keysOf(eventName, payload);
  if (keys.length === 0) return { status: 200, text: "nothing to do" };
  try {
    await add(keys);
  } catch (error) {
    log.error(
      { delivery, event: eventName, reason: error instanceof Error ? error.message : "unknown" },
      "queue failed",
    );
    return tryAgain("the queue takes nothing for now");
  }
  const durationMs = Math.round(performance.now() - started);
  log.info({ delivery, event: eventName, subjects: keys, durationMs }, "delivery queued");
  return { status: 202, text: "queued" };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
