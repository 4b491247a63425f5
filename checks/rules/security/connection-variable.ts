import type { Lambda } from "../../connector/connector.ts";

/** Lambdas that get the connection first, whatever they call it. */
const first = /^(?:execute|poll|test|apply|base_uri)$/u;

/** Whether a variable holds the connection that a lambda was given, by its place or its name. */
export function isConnection(name: string, lambda: Lambda): boolean {
  const isNamed = /^_?(?:connection|conn|settings)$/u.test(name);
  return isFirstConnection(name, lambda) || (isNamed && lambda.parameters.required.includes(name));
}

/** Whether it does so by its place, which only methods fill in ways of their own. */
export function isFirstConnection(name: string, { key, owner, parameters }: Lambda): boolean {
  return owner !== "method" && first.test(key) && parameters.required[0] === name;
}
