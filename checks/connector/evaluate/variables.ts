import {
  ConstantReadNode,
  ConstantWriteNode,
  ItLocalVariableReadNode,
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  MultiWriteNode,
  type Node,
  SplatNode,
} from "../../ruby/nodes.ts";
import { choice, exactItems, nil, truthiness, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { type Handler, on } from "./handler.ts";
import { callOperator } from "./operators.ts";
import { readVariable, writeVariable } from "./scope.ts";

export const variableHandlers: readonly [unknown, Handler][] = [
  on(LocalVariableReadNode, (node, { scope }) => readVariable(scope, node.name, node.depth)),
  on(ItLocalVariableReadNode, (_node, { scope }) => readVariable(scope, "it", 0)),
  on(LocalVariableWriteNode, (node, context) => {
    const value = context.evaluator.evaluate(node.value, context);
    writeVariable(context.scope, node.name, node.depth, value);
    return value;
  }),
  on(LocalVariableOperatorWriteNode, (node, context) => {
    const before = readVariable(context.scope, node.name, node.depth);
    const operand = context.evaluator.evaluate(node.value, context);
    const value = callOperator(before, node.binaryOperator, operand, node);
    writeVariable(context.scope, node.name, node.depth, value);
    return value;
  }),
  on(LocalVariableOrWriteNode, (node, context) => conditionalWrite(node, context, false)),
  on(LocalVariableAndWriteNode, (node, context) => conditionalWrite(node, context, true)),
  on(MultiWriteNode, multiWrite),
  on(ConstantReadNode, (node, { evaluator }) => evaluator.surroundings.constant(node.name) ?? unknown(node)),
  on(ConstantWriteNode, (node, context) => {
    const value = context.evaluator.evaluate(node.value, context);
    context.evaluator.surroundings.setConstant(node.name, value);
    return value;
  }),
];

/** `name ||= value` and `name &&= value`. */
function conditionalWrite(
  node: LocalVariableOrWriteNode | LocalVariableAndWriteNode,
  context: Context,
  writesWhen: boolean,
): Value {
  const before = readVariable(context.scope, node.name, node.depth);
  const truth = truthiness(before);
  if (truth !== null && truth !== writesWhen) return before;
  const value = context.evaluator.evaluate(node.value, context);
  const after = truth === null ? choice([before, value], node) : value;
  writeVariable(context.scope, node.name, node.depth, after);
  return after;
}

function multiWrite(node: MultiWriteNode, context: Context): Value {
  const value = context.evaluator.evaluate(node.value, context);
  const items = node.rest === null && node.rights.length === 0 ? exactItems(value) : null;
  node.lefts.forEach((target, index) => write(target, items ? (items[index] ?? nil()) : unknown(), context));
  for (const target of [node.rest, ...node.rights]) if (target) write(target, unknown(), context);
  return value;
}

function write(target: Node, value: Value, context: Context): void {
  if (target instanceof LocalVariableTargetNode)
    writeVariable(context.scope, target.name, target.depth, value);
  else if (target instanceof SplatNode && target.expression) write(target.expression, unknown(), context);
}
