import type { IndexOperatorWriteNode, IndexOrWriteNode } from "../../ruby/nodes.ts";
import {
  BlockNode,
  BreakNode,
  CallNode,
  LambdaNode,
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  type Node,
} from "../../ruby/nodes.ts";
import {
  type ArrayValue,
  choice,
  degrade,
  type HashValue,
  textOf,
  toText,
  unknown,
  type Value,
} from "../value.ts";
import type { Context } from "./evaluator.ts";
import { readVariable, writeVariable } from "./scope.ts";

/** Adds items to an array in place. Where the code may not be run, the array may lack them. */
export function appendTo(
  target: ArrayValue,
  added: readonly Value[],
  context: Context,
  atStart = false,
): void {
  const conditional = context.evaluator.isTentative();
  const items = added.map((value) => ({ value, conditional }));
  target.items = atStart ? [...items, ...target.items] : [...target.items, ...items];
  if (conditional) target.open = true;
}

/** Adds the items of another array in place. */
export function concatTo(target: ArrayValue, other: Value, context: Context): void {
  if (other.kind !== "array") {
    target.open = true;
    return;
  }
  const conditional = context.evaluator.isTentative();
  target.items = [
    ...target.items,
    ...other.items.map((item) => ({ ...item, conditional: item.conditional || conditional })),
  ];
  target.open ||= other.open || conditional;
}

/** `hash[key] = value` in place. */
export function setEntry(target: HashValue, key: Value, value: Value, context: Context): void {
  const name = toText(key);
  if (name === null || (textOf(key) === null && key.kind !== "number")) {
    degrade(target);
    return;
  }
  const before = target.entries.get(name);
  const tentative = context.evaluator.isTentative();
  target.entries.set(name, {
    key: name,
    keyNode: before?.keyNode ?? key.node,
    value: tentative ? choice([before?.value ?? unknown(), value]) : value,
    conditional: tentative && (before?.conditional ?? true),
  });
}

/** Removes an entry in place. */
export function deleteEntry(target: HashValue, key: Value, context: Context): void {
  const name = textOf(key);
  if (name === null) {
    degrade(target);
    return;
  }
  const before = target.entries.get(name);
  if (!before) return;
  if (context.evaluator.isTentative()) {
    target.entries.set(name, { ...before, value: choice([before.value, unknown()]), conditional: true });
  } else {
    target.entries.delete(name);
  }
}

/** Something unknown was changed that may be part of what the expression starts from: forget that. */
export function degradeRoot(node: Node | null, context: Context): void {
  let at = node;
  while (at instanceof CallNode && at.receiver) at = at.receiver;
  if (at instanceof LocalVariableReadNode) degrade(readVariable(context.scope, at.name, at.depth));
}

/**
 * Forgets the local variables of the scopes outside of a loop or block that the code in it writes to, and the
 * content of those whose content it changes.
 */
export function forgetWrites(node: Node, context: Context): void {
  visit(node, 0);

  function visit(at: Node, inside: number): void {
    if (isVariableWrite(at) && at.depth >= inside) {
      writeVariable(context.scope, at.name, at.depth - inside, unknown(at));
    }
    const deeper = at instanceof BlockNode || at instanceof LambdaNode ? inside + 1 : inside;
    for (const child of at.compactChildNodes()) visit(child, deeper);
  }
}

/** Whether a block may leave its loop early. */
export function breaksOut(node: Node): boolean {
  if (node instanceof BreakNode) return true;
  return node
    .compactChildNodes()
    .some((child) => !(child instanceof BlockNode || child instanceof LambdaNode) && breaksOut(child));
}

type VariableWrite =
  | LocalVariableWriteNode
  | LocalVariableTargetNode
  | LocalVariableOperatorWriteNode
  | LocalVariableOrWriteNode
  | LocalVariableAndWriteNode;

function isVariableWrite(node: Node): node is VariableWrite {
  return (
    node instanceof LocalVariableWriteNode ||
    node instanceof LocalVariableTargetNode ||
    node instanceof LocalVariableOperatorWriteNode ||
    node instanceof LocalVariableOrWriteNode ||
    node instanceof LocalVariableAndWriteNode
  );
}

/** `receiver[key] ||= value` and `receiver[key] += value`. */
export function indexWrite(node: IndexOrWriteNode | IndexOperatorWriteNode, context: Context): Value {
  const receiver = context.evaluator.evaluate(node.receiver, context);
  context.evaluator.evaluate(node.value, context);
  if (receiver.kind === "hash" || receiver.kind === "array") degrade(receiver);
  else degradeRoot(node.receiver, context);
  return unknown(node);
}
