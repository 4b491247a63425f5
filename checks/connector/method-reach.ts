import type { Connector, Lambda } from "./connector.ts";
import { textOf } from "./value.ts";
import { addTo } from "../groups.ts";

/** The methods that send requests, at once or by way of others. */
export function sendingMethods({ requests, methodCalls }: Connector): ReadonlySet<string> {
  const sending = new Set<string>();
  for (const { lambda } of requests) if (lambda?.owner === "method") sending.add(lambda.ownerName);
  const callers = new Map<string, string[]>();
  for (const { lambda, name } of methodCalls) {
    const called = textOf(name);
    if (called !== null && lambda?.owner === "method") addTo(callers, called, lambda.ownerName);
  }
  return withReached(sending, callers);
}

/** The methods that some lambdas call, at once or by way of others. */
export function methodsCalledBy(
  isCaller: (lambda: Lambda) => boolean,
  { methodCalls }: Pick<Connector, "methodCalls">,
): ReadonlySet<string> {
  const first = new Set<string>();
  const called = new Map<string, string[]>();
  for (const { lambda, name } of methodCalls) {
    const text = textOf(name);
    if (text === null || !lambda) continue;
    if (isCaller(lambda)) first.add(text);
    else if (lambda.owner === "method") addTo(called, lambda.ownerName, text);
  }
  return withReached(first, called);
}

/** Whether a lambda is run for the login: one of the authorization itself, or a method that such a one calls. */
export function createIsLogin(connector: Connector): (lambda: Lambda | null) => boolean {
  const isOwn = ({ owner }: Lambda): boolean => owner === "authorization";
  const methods = methodsCalledBy(isOwn, connector);
  return (lambda) =>
    lambda !== null && (isOwn(lambda) || (lambda.owner === "method" && methods.has(lambda.ownerName)));
}

function withReached(names: Set<string>, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  // A set goes on with what is added to it meanwhile.
  for (const name of names) for (const one of next.get(name) ?? []) names.add(one);
  return names;
}
