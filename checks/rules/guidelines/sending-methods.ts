import type { Connector } from "../../connector/connector.ts";
import { textOf } from "../../connector/value.ts";

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
  // A set goes on with what is added to it meanwhile: who calls a method that sends, sends.
  for (const name of sending) for (const caller of callers.get(name) ?? []) sending.add(caller);
  return sending;
}
