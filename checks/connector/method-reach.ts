import type { Connector, Lambda } from "./connector.ts";
import { textOf } from "./value.ts";

/** The methods that send requests, at once or by way of others. */
export function sendingMethods({ requests, methodCalls }: Connector): ReadonlySet<string> {
  const sending = new Set<string>();
  for (const { lambda } of requests) if (lambda?.owner === "method") sending.add(lambda.ownerName);
  const callers = new Map<string, Set<string>>();
  for (const { lambda, name } of methodCalls) {
    const called = textOf(name);
    if (called === null || lambda?.owner !== "method") continue;
    callers.set(called, (callers.get(called) ?? new Set()).add(lambda.ownerName));
  }
  return withReached(sending, callers);
}

/** The methods that some lambdas call, at once or by way of others. */
export function methodsCalledBy(
  isCaller: (lambda: Lambda) => boolean,
  { methodCalls }: Pick<Connector, "methodCalls">,
): ReadonlySet<string> {
  const first = new Set<string>();
  const called = new Map<string, Set<string>>();
  for (const { lambda, name } of methodCalls) {
    const text = textOf(name);
    if (text === null || !lambda) continue;
    if (isCaller(lambda)) first.add(text);
    else if (lambda.owner === "method")
      called.set(lambda.ownerName, (called.get(lambda.ownerName) ?? new Set()).add(text));
  }
  return withReached(first, called);
}

function withReached(names: Set<string>, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  // A set goes on with what is added to it meanwhile.
  for (const name of names) for (const one of next.get(name) ?? []) names.add(one);
  return names;
}
