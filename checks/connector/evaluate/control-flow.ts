import { region } from "../regions.ts";
import {
  AndNode,
  argumentsOf,
  BlockNode,
  BreakNode,
  CaseMatchNode,
  CaseNode,
  childrenOf,
  ElseNode,
  IfNode,
  InNode,
  NextNode,
  type Node,
  OrNode,
  ParenthesesNode,
  ProgramNode,
  ReturnNode,
  SplatNode,
  StatementsNode,
  UnlessNode,
  WhenNode,
} from "../../ruby/nodes.ts";
import { copyOf } from "../copies.ts";
import {
  alternatives as optionsOf,
  array,
  choice,
  exactItems,
  nil,
  truthiness,
  unknown,
  type Value,
} from "../value.ts";
import type { Context } from "./evaluator.ts";
import { createFrame, type Frame, lambdaFrame } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { forgetWrites } from "./mutation.ts";
import { narrow } from "./narrowing.ts";
import { caseMatches } from "./operators.ts";
import { createScope, mergeSnapshots, restoreSnapshot, type Snapshot, takeSnapshot } from "./scope.ts";

export const controlFlowHandlers: readonly [unknown, Handler][] = [
  on(ProgramNode, (node, context) => context.evaluator.evaluate(node.statements, context)),
  on(StatementsNode, statements),
  on(ParenthesesNode, (node, context) => context.evaluator.evaluate(node.body, context)),
  on(ElseNode, (node, context) => context.evaluator.evaluate(node.statements, context)),
  on(AndNode, (node, context) => shortCircuit(node, context, true)),
  on(OrNode, (node, context) => shortCircuit(node, context, false)),
  on(IfNode, (node, context) => branch(node, node.predicate, node.statements, node.subsequent, context)),
  on(UnlessNode, (node, context) => branch(node, node.predicate, node.elseClause, node.statements, context)),
  on(CaseNode, caseWhen),
  on(CaseMatchNode, caseIn),
  on(ReturnNode, (node, context) => leave(context, lambdaFrame(context.frame), argumentsOf(node), node)),
  on(NextNode, (node, context) => leave(context, context.frame, argumentsOf(node), node)),
  on(BreakNode, breakOut),
];

function statements(node: StatementsNode, context: Context): Value {
  return runFrom(node.body, 0, context);
}

function runFrom(body: readonly Node[], start: number, context: Context): Value {
  const { evaluator, frame, scope } = context;
  let value: Value = nil();
  const surprises = evaluator.surprises();
  for (let index = start; index < body.length; index++) {
    // A surprise may have been an exception, after which `rescue` goes on.
    if (frame.kind === "guard" && evaluator.surprises() > surprises) frame.partial = true;
    if (frame.partial && (frame.kind !== "lambda" || frame.region > 0)) {
      // What follows where some path has left is run only maybe, which matters to all that outlives the frame.
      const before = takeSnapshot(scope);
      frame.partial = false;
      value = evaluator.tentatively(() => runFrom(body, index, context), unknown(body[index]));
      mergeSnapshots(scope, [before, takeSnapshot(scope)]);
      frame.partial = true;
      return value;
    }
    value = evaluator.evaluate(body[index]!, context);
    if (frame.ended) break;
  }
  return value;
}

function shortCircuit(node: AndNode | OrNode, context: Context, goesOnWhen: boolean): Value {
  const left = context.evaluator.evaluate(node.left, context);
  const truth = truthiness(left);
  if (truth !== null && truth !== goesOnWhen) return left;
  if (truth !== null) return context.evaluator.evaluate(node.right, context);
  const right = maybe(node.right, context, () => narrow(node.left, goesOnWhen, context));
  if (right.ended) context.frame.partial = true;
  const leftAlone = choice(
    optionsOf(left).filter((option) => truthiness(option) !== goesOnWhen),
    node,
  );
  if (!right.ended) {
    mergeSnapshots(context.scope, [takeSnapshot(context.scope), right.after]);
    return choice([leftAlone, right.value], node);
  }
  context.frame.left.push(right.after);
  // From here on, what leads to the end is ruled out.
  narrow(node.left, !goesOnWhen, context);
  return leftAlone;
}

function branch(
  node: Node,
  predicate: Node,
  whenTrue: Node | null,
  whenFalse: Node | null,
  context: Context,
): Value {
  const truth = truthiness(context.evaluator.evaluate(predicate, context));
  if (truth !== null) return context.evaluator.evaluate(truth ? whenTrue : whenFalse, context);
  return alternatives(node, [whenTrue, whenFalse], context, (index) =>
    narrow(predicate, index === 0, context),
  );
}

function caseWhen(node: CaseNode, context: Context): Value {
  const subject = node.predicate ? context.evaluator.evaluate(node.predicate, context) : null;
  const open: (Node | null)[] = [];
  for (const condition of node.conditions) {
    if (!(condition instanceof WhenNode)) return context.evaluator.surprise(node);
    const matches = condition.conditions.map((pattern) => whenMatches(pattern, subject, context));
    if (matches.includes(true)) {
      open.push(condition.statements);
      return oneOf(node, open, context);
    }
    if (matches.includes(null)) open.push(condition.statements);
  }
  open.push(node.elseClause);
  return oneOf(node, open, context);
}

/** `case` with patterns, of which nothing is known: neither which one matches, nor what it takes apart. */
function caseIn(node: CaseMatchNode, context: Context): Value {
  if (node.predicate) context.evaluator.evaluate(node.predicate, context);
  forgetWrites(node, context.scope);
  const branches = node.conditions.map((one) => (one instanceof InNode ? one.statements : one));
  return alternatives(node, [...branches, node.elseClause], context);
}

/** Code of a kind that is not followed: each part of it is perhaps run. */
export function unfollowed(node: Node, context: Context): Value {
  for (const child of childrenOf(node)) {
    if (child instanceof BlockNode) {
      const frame = createFrame("block", context.frame, region());
      alternatives(node, [child.body, null], { ...context, scope: createScope(context.scope), frame });
    } else alternatives(node, [child, null], context);
  }
  forgetWrites(node, context.scope);
  return context.evaluator.surprise(node);
}

function oneOf(node: Node, branches: readonly (Node | null)[], context: Context): Value {
  return branches.length === 1
    ? context.evaluator.evaluate(branches[0]!, context)
    : alternatives(node, branches, context);
}

function whenMatches(pattern: Node, subject: Value | null, context: Context): boolean | null {
  if (pattern instanceof SplatNode) {
    const items = exactItems(context.evaluator.evaluate(pattern.expression, context));
    if (!items || !subject) return null;
    const matches = items.map((item) => caseMatches(item, subject));
    return matches.includes(true) ? true : matches.includes(null) ? null : false;
  }
  const value = context.evaluator.evaluate(pattern, context);
  return subject ? caseMatches(value, subject) : truthiness(value);
}

interface Outcome {
  readonly value: Value;
  /** Whether the code after it is not reached. */
  readonly ended: boolean;
  readonly partial: boolean;
  readonly after: Snapshot;
}

/** Runs a piece of code that may or may not be run, and puts the variables back. */
export function maybe(node: Node | null, context: Context, prepare?: () => void): Outcome {
  const before = takeSnapshot(context.scope);
  prepare?.();
  const frame: Frame = { ...context.frame, partial: false };
  const { evaluator } = context;
  const value = evaluator.tentatively<Value | null>(
    () => evaluator.evaluate(node, { ...context, frame }),
    null,
  );
  const after = takeSnapshot(context.scope);
  restoreSnapshot(context.scope, before);
  return {
    value: value ?? unknown(node),
    ended: frame.ended || value === null,
    partial: frame.partial,
    after,
  };
}

/** Runs each branch from the same state; whichever is run, the code goes on with one of the results. */
export function alternatives(
  node: Node,
  branches: readonly (Node | null)[],
  context: Context,
  prepare?: (index: number) => void,
): Value {
  const outcomes = branches.map((statement, index) =>
    maybe(statement, context, prepare && (() => prepare(index))),
  );
  const going = outcomes.filter((outcome) => !outcome.ended);
  for (const outcome of outcomes) if (outcome.ended) context.frame.left.push(outcome.after);
  if (going.length === 0) {
    context.frame.ended = true;
    return nil();
  }
  if (going.length < outcomes.length || going.some((outcome) => outcome.partial))
    context.frame.partial = true;
  mergeSnapshots(
    context.scope,
    going.map((outcome) => outcome.after),
  );
  return choice(
    going.map((outcome) => outcome.value),
    node,
  );
}

/** `return` and `next`: the lambda, or this run of the block, gives the value. */
function leave(context: Context, left: Frame, given: readonly Node[], node: Node): Value {
  const { evaluator, frame } = context;
  const values = given.map((argument) => evaluator.evaluate(argument, context));
  const value = values.length > 1 ? array(values, node) : (values[0] ?? nil(node));
  // What is returned from a branch must not follow changes that happen where the branch is not taken.
  left.returns.push(evaluator.isTentative() ? copyOf(value) : value);
  if (region() === left.region) for (let at = frame; at !== left; at = at.parent!) at.ended = true;
  if (region() === left.region) left.ended = true;
  frame.ended = true;
  return value;
}

/** `break`: the call that the block belongs to, or the loop, is over. */
function breakOut(node: BreakNode, context: Context): Value {
  const { evaluator, frame } = context;
  const values = argumentsOf(node).map((argument) => evaluator.evaluate(argument, context));
  const value = values.length > 1 ? array(values, node) : (values[0] ?? nil(node));
  if (region() === frame.region) frame.exit.value ??= value;
  else frame.exit.uncertain = true;
  frame.ended = true;
  return value;
}
