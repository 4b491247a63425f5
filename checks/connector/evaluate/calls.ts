import { region } from "../regions.ts";
import {
  argumentsOf,
  BlockArgumentNode,
  BlockNode,
  CallNode,
  callableOf,
  IndexAndWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  type Node,
  SplatNode,
  SymbolNode,
} from "../../ruby/nodes.ts";
import {
  alternatives,
  array,
  boolean,
  choice,
  emptyHash,
  exactItems,
  integer,
  nil,
  type RangeValue,
  truthiness,
  unknown,
  unknownFrom,
  type Value,
} from "../value.ts";
import { callArray } from "./array-methods.ts";
import { bareCall } from "./bare-calls.ts";
import { changes } from "./changes.ts";
import { callClass } from "./class-methods.ts";
import { callCommon } from "./common-methods.ts";
import { callDefinitions } from "./definitions.ts";
import type { Context } from "./evaluator.ts";
import { createFrame, type Exit, raised } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { callHash } from "./hash-methods.ts";
import { degradeRoot, forgetContent, forgetWrites, indexWrite, runBlockTentatively } from "./mutation.ts";
import { callNumber } from "./number-methods.ts";
import { callOperator } from "./operators.ts";
import { rangeCovers, rangeItems } from "./ranges.ts";
import { mergeSnapshots, takeSnapshot } from "./scope.ts";
import { callString } from "./string-methods.ts";

export const callHandlers: readonly [unknown, Handler][] = [
  on(CallNode, call),
  on(IndexOrWriteNode, indexWrite),
  on(IndexOperatorWriteNode, indexWrite),
  on(IndexAndWriteNode, indexWrite),
];

/** A method call with its receiver and arguments already evaluated. */
export interface Call {
  readonly node: Node;
  readonly name: string;
  readonly values: readonly Value[];
  /** Whether a splat or the like hides how many arguments there are. */
  readonly openArguments: boolean;
  readonly block: Block | null;
  readonly context: Context;
}

/** The block of a call: what it gives for some arguments. Once it has broken out of the call, it runs no more. */
export interface Block {
  (...values: Value[]): Value;
  readonly exit: Exit;
  /** What it may be, where it is not written with the call but passed by `&`. */
  readonly passed?: readonly Value[];
}

function call(node: CallNode, context: Context): Value {
  if (callableOf(node)) {
    return { kind: "lambda", node, scope: context.scope, strict: node.name === "lambda" };
  }
  if (node.receiver === null) {
    const one = prepare(node, context);
    return finish(bareCall(node, one, context), one);
  }
  const receiver = context.evaluator.evaluate(node.receiver, context);
  if (node.isSafeNavigation() && receiver.kind === "nil") return nil(node);
  const one = prepare(node, context);
  const value = callOn(receiver, one);
  if (value === null) {
    afterUnknownCall(node, receiver, one);
    context.evaluator.surprise(node);
    return unknownFrom(receiver, node);
  }
  const result =
    node.isSafeNavigation() && truthiness(receiver) === null ? choice([value, nil()], node) : value;
  return finish(result, one);
}

/** What a call gives, in view of how its block may have left it. */
function finish(value: Value, { block, node }: Call): Value {
  if (block?.exit.value) return block.exit.value;
  return block?.exit.uncertain ? choice([value, unknown()], node) : value;
}

function prepare(node: CallNode, context: Context): Call {
  const values: Value[] = [];
  let openArguments = false;
  for (const argument of argumentsOf(node)) {
    if (argument instanceof SplatNode) {
      const splat = context.evaluator.evaluate(argument.expression, context);
      const items = splat.kind === "range" ? rangeItems(splat) : exactItems(splat);
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
  if (block === null) return null;
  const exit: Exit = { value: null, uncertain: false };
  if (block instanceof BlockNode) {
    const run = (values: readonly Value[]): Value => {
      const { evaluator, scope } = context;
      const frame = { ...createFrame("block", context.frame, region()), exit };
      return evaluator.run({ callable: block, scope, values, strict: false, frame });
    };
    const once = (...values: Value[]): Value => {
      if (exit.value || context.frame.ended) return unknown(node);
      if (!exit.uncertain) return run(values);
      const before = takeSnapshot(context.scope);
      const value = context.evaluator.tentatively(() => run(values), unknown(node));
      mergeSnapshots(context.scope, [before, takeSnapshot(context.scope)]);
      return value;
    };
    return Object.assign(once, { exit });
  }
  if (!(block instanceof BlockArgumentNode)) return null;
  if (block.expression instanceof SymbolNode)
    return symbolBlock(block.expression.unescaped, node, context, exit);
  const value = context.evaluator.evaluate(block.expression, context);
  if (value.kind === "symbol") return symbolBlock(value.text, node, context, exit);
  const run = (...values: Value[]): Value =>
    value.kind === "lambda" ? context.evaluator.invoke(value, values) : context.evaluator.surprise(node);
  return Object.assign(run, { exit, passed: alternatives(value) });
}

function symbolBlock(name: string, node: Node, context: Context, exit: Exit): Block {
  const run = (receiver: Value = unknown(), ...values: Value[]): Value =>
    callOn(receiver, { node, name, values, openArguments: false, block: null, context }) ??
    context.evaluator.surprise(node);
  return Object.assign(run, { exit });
}

/** The value of a call on a known receiver; null where the call is not understood. */
export function callOn(receiver: Value, one: Call): Value | null {
  if (receiver.kind === "choice") return callOnChoice(receiver.options, one);
  // Ruby refuses to change what is frozen.
  const frozen = frozenness(receiver);
  if (frozen && changes(one.name)) {
    if (frozen === true) throw raised;
    one.context.evaluator.surprise(one.node);
  }
  const common = callCommon(receiver, one);
  if (common) return common;
  switch (receiver.kind) {
    case "definitions":
      return callDefinitions(one);
    case "lambda":
      return ["call", "()", "[]", "yield", "==="].includes(one.name) && !one.openArguments
        ? one.context.evaluator.invoke(receiver, one.values)
        : null;
    case "class":
      return callClass(receiver, one);
    case "string":
    case "symbol":
    case "template":
      return callString(receiver, one);
    case "number":
      return callNumber(receiver, one);
    case "array":
      return callArray(receiver, one);
    case "range":
      return callRange(receiver, one);
    case "hash":
      return callHash(receiver, one);
    case "unknown":
      return one.name === "+" && one.values[0] ? callOperator(receiver, "+", one.values[0], one.node) : null;
    case "boolean":
      return logic(receiver.boolean, one);
    case "nil":
      return callNil(one);
    default:
      return null;
  }
}

function frozenness(value: Value): true | "perhaps" | undefined {
  const { kind } = value;
  return kind === "string" || kind === "array" || kind === "hash" ? value.frozen : undefined;
}

function callRange(range: RangeValue, one: Call): Value | null {
  const { name, values, node } = one;
  if (/^(?:include|member|cover)\?$/.test(name) && values.length === 1) {
    const covers = rangeCovers(range, values[0]!);
    if (covers !== null) return boolean(covers, node);
  }
  const items = rangeItems(range);
  if (items && (name === "step" || name === "%")) return stepThrough(items, one);
  if (name === "last" && values.length === 0) return range.last;
  if (name === "size" && range.first?.kind !== "number") return null;
  return items && callArray(array(items), one);
}

/** Each so many items of a range. */
function stepThrough(items: readonly Value[], { values: [step], block, node }: Call): Value | null {
  if (step?.kind !== "number" || step.float || step.number < 1) return null;
  const taken = items.filter((_, index) => index % step.number === 0);
  for (const item of taken) block?.(item);
  return block ? unknown(node) : { ...array(taken, node), enumerates: "each" };
}

/** The few conversions that nil has. */
function callNil({ name, values, node }: Call): Value | null {
  if (values.length > 0) return null;
  switch (name) {
    case "to_a":
      return array([], node);
    case "to_h":
      return emptyHash(node);
    case "to_i":
      return integer(0, node);
    default:
      return null;
  }
}

/** `&`, `|` and `^` of true and false. */
function logic(left: boolean, { name, values, node }: Call): Value | null {
  const right = values[0] ? truthiness(values[0]) : null;
  if (right === null) return null;
  const results = new Map([
    ["&", left && right],
    ["|", left || right],
    ["^", left !== right],
  ]);
  const result = results.get(name);
  return result === undefined ? null : boolean(result, node);
}

/** Goes through to each alternative. */
function callOnChoice(options: readonly Value[], one: Call): Value | null {
  if (options.length > 16) return null;
  const { block } = one.node instanceof CallNode ? one.node : { block: null };
  // Whichever it is called on, the block is run for the others only perhaps.
  if (block) forgetWrites(block, one.context.scope);
  const values = options.map((option) => one.context.evaluator.tentatively(() => callOn(option, one), null));
  if (block) forgetWrites(block, one.context.scope);
  if (values.every((value) => value === null)) return null;
  for (const [index, value] of values.entries())
    if (value === null && one.node instanceof CallNode) afterUnknownCallOn(options[index]!, one.node, one);
  return choice(
    values.map((value, index) => value ?? unknownFrom(options[index]!, one.node)),
    one.node,
  );
}

/** A method that changes its receiver, such as `sort!`, or a block that changes variables: forget what it may have changed. */
function afterUnknownCall(node: CallNode, receiver: Value, one: Call): void {
  const isUnknown = receiver.kind === "unknown" || receiver.kind === "template";
  if (isUnknown && changes(one.name)) degradeRoot(node.receiver, one.context);
  afterUnknownCallOn(receiver, node, one);
}

function afterUnknownCallOn(receiver: Value, node: CallNode, one: Call): void {
  if (changes(one.name)) for (const option of alternatives(receiver)) forgetContent(option);
  runBlockTentatively(node, receiver, one);
}
