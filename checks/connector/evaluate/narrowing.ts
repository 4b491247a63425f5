import {
  AndNode,
  argumentsOf,
  CallNode,
  LocalVariableReadNode,
  type Node,
  OrNode,
  ParenthesesNode,
  StatementsNode,
} from "../../ruby/nodes.ts";
import { choice, truthiness, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { readVariable, writeVariable } from "./scope.ts";

/** Questions that tell alternatives apart, and change nothing. */
const questions = new Set(["is_a?", "kind_of?", "instance_of?", "nil?", "present?", "blank?"]);

/** Drops the alternatives of local variables that a condition rules out where it holds, or where it does not. */
export function narrow(condition: Node | null, holds: boolean, context: Context): void {
  if (condition instanceof ParenthesesNode) {
    const { body } = condition;
    if (body instanceof StatementsNode && body.body.length === 1) narrow(body.body[0]!, holds, context);
  } else if (condition instanceof CallNode && condition.name === "!") {
    narrow(condition.receiver, !holds, context);
  } else if (condition instanceof (holds ? AndNode : OrNode)) {
    narrow(condition.left, holds, context);
    narrow(condition.right, holds, context);
  } else if (condition instanceof LocalVariableReadNode) {
    keep(condition, context, (option) => truthiness(option) !== !holds);
  } else if (condition instanceof CallNode && questions.has(condition.name)) {
    const { receiver, name } = condition;
    if (receiver instanceof LocalVariableReadNode)
      keep(receiver, context, (option) => answer(condition, name, option, context) !== !holds);
  }
}

function keep(
  { name, depth }: LocalVariableReadNode,
  { scope }: Context,
  isPossible: (option: Value) => boolean,
): void {
  const value = readVariable(scope, name, depth);
  if (value.kind !== "choice") return;
  const options = value.options.filter(isPossible);
  if (options.length > 0 && options.length < value.options.length)
    writeVariable(scope, name, depth, choice(options, value.node));
}

function answer(node: CallNode, name: string, option: Value, context: Context): boolean | null {
  const { evaluator } = context;
  const values = argumentsOf(node).map((argument) => evaluator.evaluate(argument, context));
  const call = { node, name, values, openArguments: false, block: null, context };
  return truthiness(evaluator.call(option, call) ?? unknown(node));
}
