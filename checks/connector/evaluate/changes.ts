import {
  argumentsOf,
  BlockArgumentNode,
  BreakNode,
  CallNode,
  CallTargetNode,
  GlobalVariableAndWriteNode,
  GlobalVariableOperatorWriteNode,
  GlobalVariableOrWriteNode,
  GlobalVariableTargetNode,
  GlobalVariableWriteNode,
  IndexAndWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  IndexTargetNode,
  InstanceVariableAndWriteNode,
  InstanceVariableOperatorWriteNode,
  InstanceVariableOrWriteNode,
  InstanceVariableTargetNode,
  InstanceVariableWriteNode,
  LambdaNode,
  type Node,
  nodesIn,
  ReturnNode,
  SymbolNode,
} from "../../ruby/nodes.ts";
import { spend } from "../effort.ts";

/** Whether a method of that name changes its receiver. */
export function changes(name: string): boolean {
  return (name.endsWith("!") && name !== "!") || name === "[]=" || /\w=$/.test(name) || changing.has(name);
}

const changing = new Set([
  "<<",
  "push",
  "append",
  "concat",
  "unshift",
  "prepend",
  "insert",
  "delete",
  "store",
  "update",
  "clear",
  "replace",
  "pop",
  "shift",
  "delete_at",
  "delete_if",
  "keep_if",
  "fill",
]);

/** What code may do to what is outside of it, but for setting local variables. */
type Effect = "change" | "exit" | "none";

/** Blocks in blocks are asked about again and again. */
const known = new WeakMap<Node, Effect>();

/** Whether code may change what it is given in place. */
export function mayChange(code: Node): boolean {
  return effectOf(code) === "change";
}

/** Whether it makes no difference if code is run, but for the local variables that it sets. */
export function isIdle(code: Node): boolean {
  return effectOf(code) === "none";
}

function effectOf(code: Node): Effect {
  const before = known.get(code);
  if (before !== undefined) return before;
  const nodes = nodesIn(code);
  spend(nodes.length);
  const effect = nodes.some(isChange) ? "change" : nodes.some(isExit) ? "exit" : "none";
  known.set(code, effect);
  return effect;
}

/** Whether it leads out of the code around it, or takes a value there. */
function isExit(node: Node): boolean {
  return exits.has(node.constructor);
}

const exits = new Set<unknown>([
  BreakNode,
  ReturnNode,
  LambdaNode,
  GlobalVariableWriteNode,
  GlobalVariableOrWriteNode,
  GlobalVariableAndWriteNode,
  GlobalVariableOperatorWriteNode,
  GlobalVariableTargetNode,
  InstanceVariableWriteNode,
  InstanceVariableOrWriteNode,
  InstanceVariableAndWriteNode,
  InstanceVariableOperatorWriteNode,
  InstanceVariableTargetNode,
]);

function isChange(node: Node): boolean {
  if (node instanceof CallNode) {
    // It may be a method of the connector or the file, which gets what it is given.
    if (node.receiver === null) return argumentsOf(node).length > 0 && !harmless.has(node.name);
    return changes(node.name) || calling.has(node.name);
  }
  if (node instanceof BlockArgumentNode)
    return !(node.expression instanceof SymbolNode) || changes(node.expression.unescaped);
  return (
    node instanceof IndexOrWriteNode ||
    node instanceof IndexAndWriteNode ||
    node instanceof IndexOperatorWriteNode ||
    node instanceof IndexTargetNode ||
    node instanceof CallTargetNode
  );
}

const harmless = new Set(["lambda", "proc", "raise", "error", "puts", "format", "sprintf", "parse_json"]);

const calling = new Set(["call", "yield", "send", "public_send", "__send__", "try", "curry"]);
