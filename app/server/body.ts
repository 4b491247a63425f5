import type { IncomingMessage } from "node:http";

export type BodyResult =
  | { readonly kind: "read"; readonly body: Buffer }
  | { readonly kind: "too-large" }
  /** The other side went away, or the server gave up waiting for it. */
  | { readonly kind: "aborted" };

/** Reads a request's body, and stops as soon as it is known to exceed the limit. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return { kind: "too-large" };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    function finish(result: BodyResult): void {
      request.off("data", onData).off("end", onEnd).off("close", onGone).off("error", onGone);
      // A later error, such as a reset while the answer is written, has nobody else to hear it.
      request.on("error", () => {});
      resolve(result);
    }
    function onData(chunk: Buffer): void {
      size += chunk.length;
      if (size > maxBytes) finish({ kind: "too-large" });
      else chunks.push(chunk);
    }
    const onEnd = () => finish({ kind: "read", body: Buffer.concat(chunks, size) });
    const onGone = () => finish({ kind: "aborted" });
    request.on("data", onData).on("end", onEnd).on("close", onGone).on("error", onGone);
  });
}
