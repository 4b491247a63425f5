import type { Node } from "../../ruby/nodes.ts";
import { choice, truthiness, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { callOperator } from "./operators.ts";

/** A variable, of whatever kind. */
export interface Slot {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
}

type OperatorWrite = Node & { readonly value: Node; readonly binaryOperator: string };

/** `name += value` and its like. */
export function operatorWrite(node: OperatorWrite, { read, write }: Slot, context: Context): Value {
  const before = read();
  const operand = context.evaluator.evaluate(node.value, context);
  const value = callOperator(before, node.binaryOperator, operand, node);
  write(value);
  return value;
}

/** `name ||= value` and `name &&= value`. */
export function conditionalWrite(
  node: Node & { readonly value: Node },
  { read, write }: Slot,
  context: Context,
  writesWhen: boolean,
): Value {
  const before = read();
  const truth = truthiness(before);
  if (truth !== null && truth !== writesWhen) return before;
  const { evaluator } = context;
  const evaluate = () => evaluator.evaluate(node.value, context);
  const value = truth === null ? evaluator.tentatively(evaluate, unknown(node)) : evaluate();
  const after = truth === null ? choice([before, value], node) : value;
  write(after);
  return after;
}
