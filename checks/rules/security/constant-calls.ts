import type { Lambda } from "../../connector/connector.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { type NodeListener, onNode } from "../../engine/rule.ts";
import { CallNode, ConstantPathNode, ConstantReadNode } from "../../ruby/nodes.ts";

/** Listens to the calls of methods of constants, such as `File.read`, of which there are few among all calls. */
export function onConstantCall(listen: (call: CallNode, lambda: Lambda | null) => void): NodeListener[] {
  const tell = ({ node, parent, lambda }: NodeFact): void => {
    if (parent instanceof CallNode && parent.receiver === node) listen(parent, lambda);
  };
  return [onNode(ConstantReadNode, tell), onNode(ConstantPathNode, tell)];
}
