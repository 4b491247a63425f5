import {
  argumentsOf,
  BlockArgumentNode,
  BreakNode,
  CallNode,
  CallTargetNode,
  childrenOf,
  ConstantReadNode,
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
  ReturnNode,
  SymbolNode,
} from "../../ruby/nodes.ts";
import { spend } from "../effort.ts";

/** Whether a method of that name changes its receiver. */
export function changes(name: string): boolean {
  if (name.endsWith("!")) return name !== "!";
  return name.endsWith("=") ? name === "[]=" || /\w=$/.test(name) : changing.has(name);
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
  let effect = known.get(code);
  if (effect === undefined) {
    effect = effectIn(code);
    known.set(code, effect);
  }
  return effect;
}

function effectIn(node: Node): Effect {
  spend();
  let effect = ownEffect(node);
  if (effect === "change") return effect;
  for (const child of childrenOf(node)) {
    const inner = effectIn(child);
    if (inner === "change") return inner;
    if (inner === "exit") effect = inner;
  }
  return effect;
}

function ownEffect(node: Node): Effect {
  if (node instanceof CallNode) return isChange(node) ? "change" : "none";
  if (node instanceof BlockArgumentNode) {
    const isHarmless = node.expression instanceof SymbolNode && !changes(node.expression.unescaped);
    return isHarmless ? "none" : "change";
  }
  return effects.get(node.constructor) ?? "none";
}

function isChange(call: CallNode): boolean {
  // It may be a method of the connector or the file, which gets what it is given.
  if (call.receiver === null) return argumentsOf(call).length > 0 && !harmless.has(call.name);
  // A lambda that is kept in a constant, as in `ADD[list, item]`; that of a variable is looked for where there is one.
  if (call.name === "[]" && call.receiver instanceof ConstantReadNode) return true;
  return changes(call.name) || calling.has(call.name);
}

/** What other kinds of code do: those that exit lead out of the code around them, or take a value there. */
const effects = new Map<unknown, Effect>([
  [IndexOrWriteNode, "change"],
  [IndexAndWriteNode, "change"],
  [IndexOperatorWriteNode, "change"],
  [IndexTargetNode, "change"],
  [CallTargetNode, "change"],
  [BreakNode, "exit"],
  [ReturnNode, "exit"],
  [LambdaNode, "exit"],
  [GlobalVariableWriteNode, "exit"],
  [GlobalVariableOrWriteNode, "exit"],
  [GlobalVariableAndWriteNode, "exit"],
  [GlobalVariableOperatorWriteNode, "exit"],
  [GlobalVariableTargetNode, "exit"],
  [InstanceVariableWriteNode, "exit"],
  [InstanceVariableOrWriteNode, "exit"],
  [InstanceVariableAndWriteNode, "exit"],
  [InstanceVariableOperatorWriteNode, "exit"],
  [InstanceVariableTargetNode, "exit"],
]);

const harmless = new Set(["lambda", "proc", "raise", "error", "puts", "format", "sprintf", "parse_json"]);

const calling = new Set(["call", "yield", "send", "public_send", "__send__", "try", "curry"]);
