import type { Lambda } from "../../connector/connector.ts";

/** Lambdas that get the connection first, whatever they call it. */
const first = /^(?:execute|poll|test|apply|base_uri)$/u;

/** Whether a variable holds the connection that a lambda was given. */
export function isConnection(name: string, { key, owner, parameters }: Lambda): boolean {
  const isFirst = owner !== "method" && first.test(key) && parameters.required[0] === name;
  return isFirst || (/^_?(?:connection|conn|settings)$/u.test(name) && parameters.required.includes(name));
}
