import {
  CallTargetNode,
  ConstantTargetNode,
  GlobalVariableTargetNode,
  IndexTargetNode,
  InstanceVariableTargetNode,
  ItLocalVariableReadNode,
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  MultiTargetNode,
  MultiWriteNode,
  type Node,
  RequiredParameterNode,
  SplatNode,
} from "../../ruby/nodes.ts";
import { array, exactItems, nil, unknown, type Value } from "../value.ts";
import { setConstant } from "./constants.ts";
import type { Context } from "./evaluator.ts";
import { assignGlobal } from "./global-variables.ts";
import { type Handler, on } from "./handler.ts";
import { degradeRoot, setIndex } from "./mutation.ts";
import { conditionalWrite, operatorWrite, type Slot } from "./slots.ts";
import { readVariable, setVariable, writeVariable } from "./scope.ts";

export const variableHandlers: readonly [unknown, Handler][] = [
  on(LocalVariableReadNode, (node, { scope }) => readVariable(scope, node.name, node.depth)),
  on(ItLocalVariableReadNode, (_node, { scope }) => readVariable(scope, "it", 0)),
  on(LocalVariableWriteNode, (node, context) => {
    const value = context.evaluator.evaluate(node.value, context);
    writeVariable(context.scope, node.name, node.depth, value);
    return value;
  }),
  on(LocalVariableOperatorWriteNode, (node, context) => operatorWrite(node, slotOf(node, context), context)),
  on(LocalVariableOrWriteNode, (node, context) =>
    conditionalWrite(node, slotOf(node, context), context, false),
  ),
  on(LocalVariableAndWriteNode, (node, context) =>
    conditionalWrite(node, slotOf(node, context), context, true),
  ),
  on(MultiWriteNode, (node, context) => {
    const value = context.evaluator.evaluate(node.value, context);
    destructure(node, value, (target, part) => assign(target, part, context));
    return value;
  }),
];

function slotOf({ name, depth }: { name: string; depth: number }, { scope }: Context): Slot {
  return {
    read: () => readVariable(scope, name, depth),
    write: (value) => writeVariable(scope, name, depth, value),
  };
}

/** Targets such as those of `a, (b, *c), d = value`. */
interface Targets {
  readonly lefts: readonly Node[];
  readonly rest: Node | null;
  readonly rights: readonly Node[];
}

/** Takes an array apart as parallel assignment and parameters in parentheses do. */
function destructure(targets: Targets, value: Value, set: (target: Node, part: Value) => void): void {
  const { lefts, rest, rights } = targets;
  const items = exactItems(value) ?? (isNoArray(value) ? [value] : null);
  const splat = rest instanceof SplatNode ? rest.expression : null;
  if (!items) {
    for (const target of [...lefts, ...(splat ? [splat] : []), ...rights]) set(target, unknown());
    return;
  }
  const end = Math.max(lefts.length, items.length - rights.length);
  lefts.forEach((target, index) => set(target, items[index] ?? nil()));
  if (splat) set(splat, array(items.slice(lefts.length, end)));
  rights.forEach((target, index) => set(target, items[(rest ? end : lefts.length) + index] ?? nil()));
}

function isNoArray({ kind }: Value): boolean {
  return kind !== "unknown" && kind !== "choice" && kind !== "array";
}

/** Assigns to a target of parallel assignment, of `for`, or to a parameter. */
export function assign(target: Node, value: Value, context: Context): void {
  if (target instanceof LocalVariableTargetNode) {
    writeVariable(context.scope, target.name, target.depth, value);
  } else if (target instanceof RequiredParameterNode) {
    setVariable(context.scope, target.name, value);
  } else if (target instanceof MultiTargetNode) {
    destructure(target, value, (inner, part) => assign(inner, part, context));
  } else if (target instanceof IndexTargetNode) {
    setIndex(target, value, context);
  } else if (target instanceof CallTargetNode) {
    degradeRoot(target.receiver, context);
  } else if (target instanceof ConstantTargetNode) {
    setConstant(target.name, value, context);
  } else if (target instanceof InstanceVariableTargetNode || target instanceof GlobalVariableTargetNode) {
    assignGlobal(target, value, context);
  }
}
