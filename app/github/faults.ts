/** What went wrong with a request to GitHub, as far as it decides what to do next. */
export type Fault =
  /** It may work later: server errors, lost connections, limits, tokens that ran out. */
  | { readonly kind: "temporary"; readonly status: number | null; readonly retryAfterMs: number | null }
  /** There is no such thing, or not for us. */
  | { readonly kind: "missing"; readonly status: number }
  /** It is there, and we may not. */
  | { readonly kind: "denied"; readonly status: number }
  /** GitHub understood and refused: a commit or branch that vanished, a limit of the API. */
  | { readonly kind: "refused"; readonly status: number };

/** GitHub asks to wait at least this long where a secondary limit names no time. */
const secondaryLimitMs = 60_000;

/** Tells the faults of GitHub from our own bugs, which give null. */
export function faultOf(error: unknown, now: Date): Fault | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "AbortError" || error.name === "TimeoutError") return temporary(null, null);
  if (!("status" in error) || typeof error.status !== "number")
    return isNetwork(error) ? temporary(null, null) : null;
  const { status } = error;
  const headers = headersOf(error);
  if (status === 429 || (status === 403 && isLimit(error, headers))) {
    return temporary(status, waitOf(headers, now) ?? secondaryLimitMs);
  }
  if (status === 401 || status === 408 || status === 409 || status === 425 || status >= 500) {
    return temporary(status, waitOf(headers, now));
  }
  if (status === 404 || status === 410 || status === 451) return { kind: "missing", status };
  if (status === 403) return { kind: "denied", status };
  return status === 304 || status < 400 ? null : { kind: "refused", status };
}

/** Runs a request whose subject may be missing; gives null then. */
export async function orNull<Result>(request: Promise<Result>): Promise<Result | null> {
  try {
    return await request;
  } catch (error) {
    if (faultOf(error, new Date(0))?.kind === "missing") return null;
    throw error;
  }
}

type Headers = Readonly<Record<string, string | number | undefined>>;

function temporary(status: number | null, retryAfterMs: number | null): Fault {
  return { kind: "temporary", status, retryAfterMs };
}

function headersOf(error: Error): Headers {
  const response = "response" in error ? (error.response as { headers?: Headers } | undefined) : undefined;
  return response?.headers ?? {};
}

function isLimit(error: Error, headers: Headers): boolean {
  if (headers["retry-after"] !== undefined || String(headers["x-ratelimit-remaining"]) === "0") return true;
  // Some answers about secondary limits carry neither header; then only the text tells.
  return /\b(secondary rate|abuse)\b/i.test(error.message);
}

function waitOf(headers: Headers, now: Date): number | null {
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after >= 0) return after * 1000;
  if (String(headers["x-ratelimit-remaining"]) !== "0") return null;
  const reset = Number(headers["x-ratelimit-reset"]);
  return Number.isFinite(reset) ? Math.max(1000, reset * 1000 - now.getTime()) : null;
}

const networkCodes = new Set(["ECONNRESET", "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EAI_AGAIN"]);

function isNetwork(error: Error): boolean {
  const codes = [error, error.cause].map((part) => (part as { code?: unknown } | undefined)?.code);
  return codes.some(
    (code) => typeof code === "string" && (networkCodes.has(code) || code.startsWith("UND_ERR")),
  );
}
