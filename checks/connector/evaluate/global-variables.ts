import {
  GlobalVariableAndWriteNode,
  GlobalVariableOperatorWriteNode,
  GlobalVariableOrWriteNode,
  GlobalVariableReadNode,
  GlobalVariableWriteNode,
  InstanceVariableAndWriteNode,
  InstanceVariableOperatorWriteNode,
  InstanceVariableOrWriteNode,
  InstanceVariableReadNode,
  InstanceVariableWriteNode,
  type Node,
} from "../../ruby/nodes.ts";
import { degrade } from "../copies.ts";
import { nil, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { type Handler, on } from "./handler.ts";
import { conditionalWrite, operatorWrite, type Slot } from "./slots.ts";

/*
 * Variables such as `@list` and `$list`. They are followed while the file is evaluated; in lambdas, which the platform
 * calls in any order and on an object of its own, nothing is known of them.
 */
export const globalVariableHandlers: readonly [unknown, Handler][] = [
  on(InstanceVariableReadNode, read),
  on(GlobalVariableReadNode, read),
  on(InstanceVariableWriteNode, write),
  on(GlobalVariableWriteNode, write),
  on(InstanceVariableOperatorWriteNode, operate),
  on(GlobalVariableOperatorWriteNode, operate),
  on(InstanceVariableOrWriteNode, (node, context) => writeWhen(node, context, false)),
  on(GlobalVariableOrWriteNode, (node, context) => writeWhen(node, context, false)),
  on(InstanceVariableAndWriteNode, (node, context) => writeWhen(node, context, true)),
  on(GlobalVariableAndWriteNode, (node, context) => writeWhen(node, context, true)),
];

interface Named {
  readonly name: string;
}

type Write = Node & Named & { readonly value: Node };

function read(node: Named, context: Context): Value {
  return slotOf(node, context).read();
}

function write(node: Write, context: Context): Value {
  const value = context.evaluator.evaluate(node.value, context);
  assignGlobal(node, value, context);
  return value;
}

function operate(node: Write & { readonly binaryOperator: string }, context: Context): Value {
  return operatorWrite(node, slotOf(node, context), context);
}

function writeWhen(node: Write, context: Context, writesWhen: boolean): Value {
  return conditionalWrite(node, slotOf(node, context), context, writesWhen);
}

export function assignGlobal(node: Named, value: Value, context: Context): void {
  slotOf(node, context).write(value);
}

function slotOf(node: Named, { evaluator, scope }: Context): Slot {
  const { globals } = evaluator.surroundings;
  const name = node.name.startsWith("@") ? scope.namespace + node.name : node.name;
  return {
    read: () => globals?.get(name) ?? (globals && !isSetByRuby(name) ? nil() : unknown()),
    write: (value) => {
      const isKnown = globals && !evaluator.isTentative();
      // It may be changed by the other name from now on.
      if (!isKnown) degrade(value);
      globals?.set(name, isKnown ? value : unknown());
    },
  };
}

function isSetByRuby(name: string): boolean {
  return name.startsWith("$") && (!/^\$[a-z]\w/.test(name) || /^\$std(?:in|out|err)$/.test(name));
}
