import { spend } from "../effort.ts";
import {
  argumentsOf,
  BlockNode,
  type CallNode,
  chainStart,
  childrenOf,
  type IndexAndWriteNode,
  IndexOperatorWriteNode,
  IndexOrWriteNode,
  type IndexTargetNode,
  LambdaNode,
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  type Node,
} from "../../ruby/nodes.ts";
import { degrade } from "../copies.ts";
import {
  addItems,
  alternatives,
  type ArrayValue,
  choice,
  type HashValue,
  type LambdaValue,
  keyName,
  possibleItems,
  type StringValue,
  truthiness,
  unknown,
  unknownFrom,
  type Value,
} from "../value.ts";
import { mustBeOwn } from "../sharing.ts";
import type { Call } from "./calls.ts";
import { isIdle, mayChange } from "./changes.ts";
import type { Context } from "./evaluator.ts";
import { putEntry, toEntry } from "./literals.ts";
import { callOperator } from "./operators.ts";
import { hasVariable, readVariable, type Scope, writeVariable } from "./scope.ts";

/** Adds items to an array in place. Where the code may not be run, the array may lack them. */
export function appendTo(
  target: ArrayValue,
  added: readonly Value[],
  context: Context,
  atStart = false,
): void {
  mustBeOwn(target);
  const conditional = context.evaluator.isTentative(target);
  const items = added.map((value) => ({ value, conditional }));
  if (atStart) target.items = [...items, ...target.items];
  else if (!addItems(target.items, items)) target.open = true;
  if (conditional) target.open = true;
}

/** Adds the items of another array in place. */
export function concatTo(target: ArrayValue, other: Value, context: Context): void {
  mustBeOwn(target);
  if (other.kind !== "array") {
    target.open = true;
    addItems(target.items, possibleItems(other));
    return;
  }
  const conditional = context.evaluator.isTentative(target);
  const added = other.items.map((item) => ({ ...item, conditional: item.conditional || conditional }));
  if (!addItems(target.items, added) || other.open || conditional) target.open = true;
}

/** `hash[key] = value` in place. */
export function setEntry(target: HashValue, key: Value, value: Value, context: Context): void {
  mustBeOwn(target);
  const entry = toEntry(key, value);
  if (!entry) {
    degrade(target);
    return;
  }
  const before = target.entries.get(entry.key);
  const tentative = context.evaluator.isTentative(target);
  putEntry(target, {
    ...entry,
    keyNode: before?.keyNode ?? entry.keyNode,
    value: tentative ? choice([before?.value ?? unknown(), value]) : value,
    conditional: tentative && (before?.conditional ?? true),
  });
}

/** Removes an entry in place. */
export function deleteEntry(target: HashValue, key: Value, context: Context): void {
  mustBeOwn(target);
  const name = keyName(key);
  if (name === null) {
    degrade(target);
    return;
  }
  const before = target.entries.get(name);
  if (!before) return;
  if (context.evaluator.isTentative(target)) {
    target.entries.set(name, { ...before, value: choice([before.value, unknown()]), conditional: true });
  } else {
    target.entries.delete(name);
  }
}

/** Changes a string in place. It is then no longer what its literal says. */
export function setText(target: StringValue, text: string, node: Node): void {
  mustBeOwn(target);
  target.text = text;
  target.node = node;
}

/** Forgets what was perhaps changed in place: whatever holds it holds something unknown from now on. */
export function forgetContent(target: Value): void {
  const changed = target.kind === "unknown" ? target.from : target;
  for (const option of alternatives(changed)) {
    if (option.kind === "string") forgetText(option);
    else degrade(option);
  }
}

function forgetText(target: StringValue): void {
  mustBeOwn(target);
  (target as { kind: Value["kind"] }).kind = "unknown";
}

/** Something unknown was changed that may be part of what the expression starts from: forget that. */
export function degradeRoot(node: Node | null, context: Context): void {
  const at = chainStart(node);
  if (!(at instanceof LocalVariableReadNode)) return;
  const value = readVariable(context.scope, at.name, at.depth);
  forgetContent(value);
  if (value.kind !== "array" && value.kind !== "hash")
    writeVariable(context.scope, at.name, at.depth, unknown(at));
}

/**
 * Forgets the local variables of the scopes outside of a loop or block that the code in it writes to, and the
 * content of those whose content it changes.
 */
export function forgetWrites(node: Node, scope: Scope): void {
  for (const { at, level } of writesIn(node)) {
    spend();
    const before = readVariable(scope, at.name, level);
    // It may have been changed by the name that is now forgotten, and may still be.
    degrade(before);
    writeVariable(scope, at.name, level, unknownFrom(before, at));
  }
}

/** Notes that the local variables that a piece of code writes to may have been written to. */
export function doubtWrites(node: Node, scope: Scope): void {
  for (const { at, level } of writesIn(node)) {
    const before = readVariable(scope, at.name, level);
    writeVariable(scope, at.name, level, choice([before, unknown(at)]));
  }
}

/** A write to a variable outside of a piece of code, and how many scopes up from there it is. */
interface OuterWrite {
  readonly at: VariableWrite;
  readonly level: number;
}

/** Blocks in blocks are asked about again and again. */
const knownWrites = new WeakMap<Node, readonly OuterWrite[]>();

function writesIn(node: Node): readonly OuterWrite[] {
  const known = knownWrites.get(node);
  if (known) return known;
  const writes: OuterWrite[] = [];
  visit(node, 0);
  knownWrites.set(node, writes);
  return writes;

  function visit(at: Node, inside: number): void {
    spend();
    if (isVariableWrite(at) && at.depth >= inside) writes.push({ at, level: at.depth - inside });
    const deeper = at instanceof BlockNode || at instanceof LambdaNode ? inside + 1 : inside;
    for (const child of childrenOf(at)) visit(child, deeper);
  }
}

type VariableWrite =
  | LocalVariableWriteNode
  | LocalVariableTargetNode
  | LocalVariableOperatorWriteNode
  | LocalVariableOrWriteNode
  | LocalVariableAndWriteNode;

/** Whether it gives a local variable another value. */
export function isVariableWrite(node: Node): node is VariableWrite {
  return variableWrites.has(node.constructor);
}

const variableWrites = new Set<unknown>([
  LocalVariableWriteNode,
  LocalVariableTargetNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableAndWriteNode,
]);

/** `receiver[key]` as a target of parallel assignment. */
export function setIndex(node: IndexTargetNode, value: Value, context: Context): void {
  const { evaluator } = context;
  const receiver = evaluator.evaluate(node.receiver, context);
  const values = [...argumentsOf(node).map((argument) => evaluator.evaluate(argument, context)), value];
  const call = { node, name: "[]=", values, openArguments: false, block: null, context };
  if (!evaluator.call(receiver, call)) forgetReceiver(node.receiver, receiver, context);
}

function forgetReceiver(node: Node | null, receiver: Value, context: Context): void {
  forgetContent(receiver);
  if (receiver.kind === "unknown") degradeRoot(node, context);
}

/** `receiver[key] ||= value`, `receiver[key] &&= value` and `receiver[key] += value`. */
export function indexWrite(
  node: IndexOrWriteNode | IndexAndWriteNode | IndexOperatorWriteNode,
  context: Context,
): Value {
  const { evaluator } = context;
  const receiver = evaluator.evaluate(node.receiver, context);
  const keys = argumentsOf(node).map((argument) => evaluator.evaluate(argument, context));
  const call = { node, openArguments: false, block: null, context };
  const before = keys.length === 1 ? evaluator.call(receiver, { ...call, name: "[]", values: keys }) : null;
  const truth = before && truthiness(before);
  if (before && truth !== null && !(node instanceof IndexOperatorWriteNode)) {
    if (truth === node instanceof IndexOrWriteNode) return before;
  }
  const certain = before !== null && (truth !== null || node instanceof IndexOperatorWriteNode);
  const evaluate = () => evaluator.evaluate(node.value, context);
  const operand = certain ? evaluate() : evaluator.tentatively(evaluate, unknown(node));
  const value =
    node instanceof IndexOperatorWriteNode && before
      ? callOperator(before, node.binaryOperator, operand, node)
      : operand;
  if (certain && evaluator.call(receiver, { ...call, name: "[]=", values: [...keys, value] })) return value;
  forgetReceiver(node.receiver, receiver, context);
  return evaluator.surprise(node);
}

/** Follows a block, or a lambda passed as one, of which it is not known with what, or how often, it is called. */
export function runBlockTentatively(node: CallNode, receiver: Value, { block, values, context }: Call): void {
  if (!node.block && !values.some(isLambda)) return;
  const { evaluator, scope } = context;
  const lambdas = [...(block?.passed ?? []), ...values].filter(isLambda);
  // What the call starts from, and what it gets, goes to the block.
  if (lambdas.length > 0 || mayChange(node.block!)) for (const value of [receiver, ...values]) degrade(value);
  if (node.block instanceof BlockNode && !isTraceless(node.block, context)) {
    evaluator.repeatedly(() => {
      forgetWrites(node.block!, scope);
      block?.();
      // That it breaks out of the call is no more sure than that it is run.
      if (block?.exit.value) Object.assign(block.exit, { value: null, uncertain: true });
    });
    forgetWrites(node.block, scope);
  }
  for (const lambda of lambdas) {
    evaluator.repeatedly(() => {
      forgetWrites(lambda.node, lambda.scope);
      evaluator.invoke(lambda, []);
    });
    forgetWrites(lambda.node, lambda.scope);
  }
}

/**
 * Whether it makes no difference if a block is run. While the file is evaluated, calls may set variables like `@list`; and
 * a lambda at hand may be called in ways that do not look like it, such as `add[item]`.
 */
function isTraceless(block: BlockNode, { evaluator, scope }: Context): boolean {
  return (
    evaluator.surroundings.globals === null &&
    isIdle(block) &&
    writesIn(block).length === 0 &&
    !hasVariable(scope, mayHoldLambda)
  );
}

function mayHoldLambda(value: Value): boolean {
  if (value.kind === "choice") return value.options.some(mayHoldLambda);
  if (value.kind === "array") return value.items.some((item) => isLambda(item.value));
  if (value.kind === "hash") return [...value.entries.values()].some((entry) => isLambda(entry.value));
  return isLambda(value);
}

function isLambda(value: Value): value is LambdaValue {
  return value.kind === "lambda";
}
