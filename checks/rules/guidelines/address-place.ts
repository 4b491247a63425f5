import type { Request } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import { argumentsOf, spanOf } from "../../ruby/nodes.ts";

/** Where the address of a request is. */
export function addressPlace({ node, span, lambda }: Request): Place {
  const [address] = argumentsOf(node);
  return { span: address ? spanOf(address) : span, path: lambda?.path ?? null };
}
