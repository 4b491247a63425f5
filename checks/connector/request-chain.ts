import { CallNode, chainStart, type Node } from "../ruby/nodes.ts";
import { httpVerbs } from "./sdk-requests.ts";

/** Whether an expression is a request, or calls on its response: `get('/leads')['data'].first`. */
export function isRequestChain(node: Node): boolean {
  const start = chainStart(node);
  return start instanceof CallNode && httpVerbs.some((verb) => verb === start.name);
}
