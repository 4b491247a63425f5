import {
  AndNode,
  BeginNode,
  BreakNode,
  CaseNode,
  ElseNode,
  ForNode,
  IfNode,
  NextNode,
  type Node,
  OrNode,
  ParenthesesNode,
  ProgramNode,
  RescueModifierNode,
  ReturnNode,
  SplatNode,
  StatementsNode,
  UnlessNode,
  UntilNode,
  WhenNode,
  WhileNode,
} from "../../ruby/nodes.ts";
import { argumentsOf } from "../../ruby/nodes.ts";
import { array, choice, copyOf, exactItems, nil, truthiness, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { type Handler, on } from "./handler.ts";
import { forgetWrites } from "./mutation.ts";
import { caseMatches } from "./operators.ts";
import { mergeSnapshots, restoreSnapshot, type Snapshot, takeSnapshot } from "./scope.ts";

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
  on(WhileNode, loop),
  on(UntilNode, loop),
  on(ForNode, loop),
  on(BeginNode, begin),
  on(RescueModifierNode, (node, context) =>
    alternatives(node, [node.expression, node.rescueExpression], context),
  ),
  on(ReturnNode, leave),
  on(NextNode, leave),
  on(BreakNode, (node, context) => {
    context.frame.ended = true;
    return unknown(node);
  }),
];

function statements(node: StatementsNode, context: Context): Value {
  let value: Value = nil();
  for (const statement of node.body) {
    value = context.evaluator.evaluate(statement, context);
    if (context.frame.ended) break;
  }
  return value;
}

function shortCircuit(node: AndNode | OrNode, context: Context, goesOnWhen: boolean): Value {
  const left = context.evaluator.evaluate(node.left, context);
  const truth = truthiness(left);
  if (truth !== null && truth !== goesOnWhen) return left;
  if (truth !== null) return context.evaluator.evaluate(node.right, context);
  const right = run(node.right, context).value;
  return choice([left, right], node);
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
  return alternatives(node, [whenTrue, whenFalse], context);
}

function caseWhen(node: CaseNode, context: Context): Value {
  const subject = node.predicate ? context.evaluator.evaluate(node.predicate, context) : null;
  const open: (Node | null)[] = [];
  for (const condition of node.conditions) {
    if (!(condition instanceof WhenNode)) return unknown(node);
    const matches = condition.conditions.map((pattern) => whenMatches(pattern, subject, context));
    if (matches.includes(true)) {
      open.push(condition.statements);
      return one(node, open, context);
    }
    if (matches.some((match) => match === null)) open.push(condition.statements);
  }
  open.push(node.elseClause);
  return one(node, open, context);
}

function one(node: Node, branches: readonly (Node | null)[], context: Context): Value {
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

/** Runs a piece of code that may or may not be run, and puts the variables back. */
function run(node: Node | null, context: Context): { value: Value; ended: boolean; after: Snapshot } {
  const before = takeSnapshot(context.scope);
  const frame = { returns: context.frame.returns, ended: false };
  const value = context.evaluator.tentatively(() => context.evaluator.evaluate(node, { ...context, frame }));
  const after = takeSnapshot(context.scope);
  restoreSnapshot(context.scope, before);
  return { value, ended: frame.ended, after };
}

/** Runs each branch from the same state; whichever is run, the code goes on with one of the results. */
function alternatives(node: Node, branches: readonly (Node | null)[], context: Context): Value {
  const outcomes = branches.map((statement) => run(statement, context));
  const going = outcomes.filter((outcome) => !outcome.ended);
  if (going.length === 0) {
    context.frame.ended = true;
    return nil();
  }
  mergeSnapshots(
    context.scope,
    going.map((outcome) => outcome.after),
  );
  return choice(
    going.map((outcome) => outcome.value),
    node,
  );
}

/** A loop runs an unknown number of times, so what it writes is not known, in it and after it. */
function loop(node: WhileNode | UntilNode | ForNode, context: Context): Value {
  forgetWrites(node, context);
  const frame = { returns: context.frame.returns, ended: false };
  context.evaluator.tentatively(() => context.evaluator.evaluate(node.statements, { ...context, frame }));
  forgetWrites(node, context);
  return unknown(node);
}

function begin(node: BeginNode, context: Context): Value {
  const body = node.rescueClause
    ? alternatives(node, [node.statements, node.rescueClause.statements], context)
    : context.evaluator.evaluate(node.statements, context);
  if (node.rescueClause?.subsequent || node.elseClause) return unknown(node);
  if (node.ensureClause) context.evaluator.evaluate(node.ensureClause.statements, context);
  return body;
}

function leave(node: ReturnNode | NextNode, context: Context): Value {
  const values = argumentsOf(node).map((argument) => context.evaluator.evaluate(argument, context));
  const value = values.length > 1 ? array(values, node) : (values[0] ?? nil(node));
  // What is returned from a branch must not follow changes that happen where the branch is not taken.
  context.frame.returns.push(context.evaluator.isTentative() ? copyOf(value) : value);
  context.frame.ended = true;
  return value;
}
