import { isVariableWrite } from "../../connector/evaluate/mutation.ts";
import { isRequestChain } from "../../connector/request-chain.ts";
import {
  AssocNode,
  CallNode,
  chainStart,
  literalText,
  LocalVariableOperatorWriteNode,
  LocalVariableReadNode,
  LocalVariableWriteNode,
  type Node,
  nodesIn,
} from "../../ruby/nodes.ts";

/** Whether a loop without a bound of its own adds to the list that becomes the events. */
export function collectsEvents(loop: Node, poll: Node): boolean {
  const inside = nodesIn(loop);
  const lists = new Set(inside.map(collected));
  const isBound = (node: Node): boolean =>
    node instanceof CallNode &&
    /^(?:[<>]=?|sleep)$/u.test(node.name) &&
    !isPageSize(node.receiver, inside, lists);
  if (inside.some(isBound)) return false;
  return nodesIn(poll).some((node) => {
    if (!(node instanceof AssocNode) || literalText(node.key) !== "events") return false;
    const list = chainStart(node.value);
    return list instanceof LocalVariableReadNode && lists.has(list.name);
  });
}

/** The variable with a list that a node adds to. */
function collected(node: Node): string | null {
  if (node instanceof LocalVariableOperatorWriteNode) return node.name;
  const isAdding = node instanceof CallNode && /^(?:concat|push|append|<<|\+)$/u.test(node.name);
  return isAdding && node.receiver instanceof LocalVariableReadNode ? node.receiver.name : null;
}

/** `page['rows'].size`, of what one turn of the loop has read, and not of all that was collected. */
function isPageSize(node: Node | null, inside: readonly Node[], lists: ReadonlySet<string | null>): boolean {
  if (!(node instanceof CallNode) || !/^(?:size|length|count)$/u.test(node.name)) return false;
  const page = chainStart(node);
  if (!(page instanceof LocalVariableReadNode) || lists.has(page.name)) return false;
  const writes = inside.filter((one) => isVariableWrite(one) && one.name === page.name);
  return (
    writes.length > 0 &&
    writes.every((one) => one instanceof LocalVariableWriteNode && isRequestChain(one.value))
  );
}
