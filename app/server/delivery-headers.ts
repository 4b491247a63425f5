import type { IncomingMessage } from "node:http";
import type { Answer } from "./answer.ts";

/** What GitHub says about a delivery beside its body. */
export interface DeliveryHeaders {
  /** GitHub's id of the delivery; the same again where it is delivered again. */
  readonly delivery: string;
  readonly eventName: string;
  readonly signature: string;
}

export type DeliveryHeadersResult =
  | { readonly ok: true; readonly headers: DeliveryHeaders }
  | { readonly ok: false; readonly answer: Answer };

/** Reads the headers of a webhook request; they come from strangers, so what does not look right is refused. */
export function readDeliveryHeaders(request: IncomingMessage): DeliveryHeadersResult {
  if (request.method !== "POST") return refuse(405, "webhooks come by POST", { allow: "POST" });
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return refuse(415, "set the content type of the webhook to application/json");
  }
  const delivery = textOf(request, "x-github-delivery", /^[\w-]{1,100}$/);
  const eventName = textOf(request, "x-github-event", /^[a-z_]{1,60}$/);
  const signature = textOf(request, "x-hub-signature-256", /^sha256=[0-9a-f]{64}$/);
  if (delivery === null) return refuse(400, "the header x-github-delivery is missing or malformed");
  if (eventName === null) return refuse(400, "the header x-github-event is missing or malformed");
  if (signature === null)
    return refuse(401, "the header x-hub-signature-256 is missing: set a webhook secret");
  return { ok: true, headers: { delivery, eventName, signature } };
}

function refuse(status: number, text: string, headers: Answer["headers"] = {}): DeliveryHeadersResult {
  return { ok: false, answer: { status, text, headers } };
}

function textOf(request: IncomingMessage, name: string, shape: RegExp): string | null {
  const value = request.headers[name];
  return typeof value === "string" && shape.test(value) ? value : null;
}
