import type { Node } from "../../ruby/nodes.ts";
import type { Value } from "../value.ts";
import type { Context } from "./evaluator.ts";

/** Evaluates one kind of syntax node. */
export type Handler = (node: Node, context: Context) => Value;

/** An entry of a handler table: the class of the node, and what evaluates it. */
export function on<N extends Node>(
  type: abstract new (...values: never[]) => N,
  handler: (node: N, context: Context) => Value,
): [unknown, Handler] {
  return [type, handler as Handler];
}
