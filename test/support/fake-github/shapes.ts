import type { components } from "@octokit/openapi-types";

/**
 * A part of one of GitHub's own types: names and types are GitHub's, but nothing has to be complete. The fake
 * answers with what its readers use.
 */
export type Part<T> = T extends (infer Item)[]
  ? Part<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Part<T[Key]> }
    : T;

export type Schemas = components["schemas"];
export type Shape<Name extends keyof Schemas> = Part<Schemas[Name]>;
