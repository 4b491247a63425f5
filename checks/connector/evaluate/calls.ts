import {
  argumentsOf,
  BlockArgumentNode,
  BlockNode,
  CallNode,
  callableOf,
  IndexAndWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  SplatNode,
  SymbolNode,
} from "../../ruby/nodes.ts";
import {
  choice,
  copyOf,
  degrade,
  exactItems,
  type LambdaValue,
  nil,
  textOf,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import { callArray } from "./array-methods.ts";
import { callCommon } from "./common-methods.ts";
import type { Context } from "./evaluator.ts";
import { type Handler, on } from "./handler.ts";
import { callHash } from "./hash-methods.ts";
import { degradeRoot, forgetWrites, indexWrite } from "./mutation.ts";
import { callOperator } from "./operators.ts";
import { callString } from "./string-methods.ts";

export const callHandlers: readonly [unknown, Handler][] = [
  on(CallNode, call),
  on(IndexOrWriteNode, indexWrite),
  on(IndexOperatorWriteNode, indexWrite),
  on(IndexAndWriteNode, (node, context) => {
    degradeRoot(node.receiver, context);
    return unknown(node);
  }),
];

/** A method call with its receiver and arguments already evaluated. */
export interface Call {
  readonly node: CallNode;
  readonly name: string;
  readonly values: readonly Value[];
  /** Whether a splat or the like hides how many arguments there are. */
  readonly openArguments: boolean;
  readonly block: Block | null;
  readonly context: Context;
}

/** The block of a call: what it gives for some arguments. */
export type Block = (...values: Value[]) => Value;

function call(node: CallNode, context: Context): Value {
  if (callableOf(node)) {
    return { kind: "lambda", node, scope: context.scope, strict: node.name === "lambda" };
  }
  if (node.receiver === null) return bareCall(node, context);
  const receiver = context.evaluator.evaluate(node.receiver, context);
  if (node.isSafeNavigation() && receiver.kind === "nil") return nil(node);
  const one = prepare(node, context);
  const value = callOn(receiver, one);
  if (value === null) {
    afterUnknownCall(receiver, one);
    return unknown(node);
  }
  return node.isSafeNavigation() && truthiness(receiver) === null ? choice([value, nil()], node) : value;
}

function prepare(node: CallNode, context: Context): Call {
  const values: Value[] = [];
  let openArguments = false;
  for (const argument of argumentsOf(node)) {
    if (argument instanceof SplatNode) {
      const items = exactItems(context.evaluator.evaluate(argument.expression, context));
      if (items) values.push(...items);
      else openArguments = true;
    } else {
      values.push(context.evaluator.evaluate(argument, context));
    }
  }
  return { node, name: node.name, values, openArguments, block: blockOf(node, context), context };
}

function blockOf(node: CallNode, context: Context): Block | null {
  const { block } = node;
  if (block instanceof BlockNode)
    return (...values) => context.evaluator.invokeBlock(block, context.scope, values);
  if (!(block instanceof BlockArgumentNode)) return null;
  if (block.expression instanceof SymbolNode) {
    const name = block.expression.unescaped.value;
    return (receiver = unknown()) =>
      callOn(receiver, { node, name, values: [], openArguments: false, block: null, context }) ??
      unknown(node);
  }
  const value = context.evaluator.evaluate(block.expression, context);
  return value.kind === "lambda"
    ? (...values) => context.evaluator.invoke(value, values)
    : () => unknown(node);
}

/** The value of a call on a known receiver; null where the call is not understood. */
function callOn(receiver: Value, one: Call): Value | null {
  if (receiver.kind === "choice") return callOnChoice(receiver.options, one);
  const common = callCommon(receiver, one);
  if (common) return common;
  switch (receiver.kind) {
    case "definitions":
      return one.name === "[]" || one.name === "dig" || one.name === "fetch" ? definition(one) : null;
    case "lambda":
      return ["call", "()", "[]", "yield"].includes(one.name) && !one.openArguments
        ? one.context.evaluator.invoke(receiver, one.values)
        : null;
    case "string":
    case "symbol":
    case "template":
      return callString(receiver, one);
    case "array":
      return callArray(receiver, one);
    case "hash":
      return callHash(receiver, one);
    case "unknown":
      return one.name === "+" && one.values[0] ? callOperator(receiver, "+", one.values[0], one.node) : null;
    default:
      return one.values.length === 1 ? callOperator(receiver, one.name, one.values[0]!, one.node) : null;
  }
}

/** Reads go through to each alternative; anything else is not followed. */
function callOnChoice(options: readonly Value[], one: Call): Value | null {
  if (one.block || options.length > 16) return null;
  const values = options.map((option) => one.context.evaluator.tentatively(() => callOn(option, one)));
  if (values.every((value) => value === null)) return null;
  return choice(
    values.map((value) => value ?? unknown()),
    one.node,
  );
}

function definition(one: Call): Value {
  const name = textOf(one.values[0]);
  const fields = name === null ? null : one.context.evaluator.surroundings.definition(name);
  return fields ? copyOf(fields) : unknown(one.node);
}

/** A method that changes its receiver, such as `sort!`, or a block that changes variables: forget what it may have changed. */
function afterUnknownCall(receiver: Value, one: Call): void {
  if (one.name.endsWith("!") || one.name.endsWith("=") || changing.has(one.name)) {
    if (receiver.kind === "unknown") degradeRoot(one.node.receiver, one.context);
    else degrade(receiver);
  }
  runBlockTentatively(one, receiver);
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

/** Follows a block of which it is not known with what, or how often, it is called. */
function runBlockTentatively(one: Call, receiver: Value): void {
  const { block } = one.node;
  if (!(block instanceof BlockNode)) return;
  if (receiver.kind === "array" || receiver.kind === "hash") degrade(receiver);
  forgetWrites(block, one.context);
  one.context.evaluator.tentatively(() => one.context.evaluator.invokeBlock(block, one.context.scope, []));
  forgetWrites(block, one.context);
}

const raising = new Set(["error", "raise", "fail", "throw", "exit", "abort"]);

function bareCall(node: CallNode, context: Context): Value {
  const one = prepare(node, context);
  if (raising.has(node.name) && !node.isVariableCall()) {
    context.frame.ended = true;
    return unknown(node);
  }
  if (node.name === "call" && one.values.length > 0) {
    const lambda = methodOf(one);
    if (lambda && !one.openArguments) return context.evaluator.invoke(lambda, one.values.slice(1));
    // The method may change what it is given.
    for (const value of one.values) degrade(value);
    return unknown(node);
  }
  runBlockTentatively(one, unknown());
  return unknown(node);
}

function methodOf(one: Call): LambdaValue | null {
  const name = textOf(one.values[0]);
  return name === null ? null : one.context.evaluator.surroundings.method(name);
}
