import { spend } from "../effort.ts";
import {
  childrenOf,
  BeginNode,
  CallNode,
  LocalVariableTargetNode,
  type Node,
  type RescueNode,
  RescueModifierNode,
} from "../../ruby/nodes.ts";
import { choice, unknown, type Value } from "../value.ts";
import { alternatives, maybe } from "./control-flow.ts";
import type { Context } from "./evaluator.ts";
import { type Frame, Raised } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { mergeSnapshots, takeSnapshot, writeVariable } from "./scope.ts";

export const rescueHandlers: readonly [unknown, Handler][] = [
  on(BeginNode, begin),
  on(RescueModifierNode, (node, context) =>
    guarded(node, node.expression, node.rescueExpression, null, context),
  ),
];

function begin(node: BeginNode, context: Context): Value {
  const { rescueClause: rescue, elseClause, ensureClause } = node;
  if (rescue?.subsequent || (rescue && elseClause)) {
    alternatives(
      node,
      [node.statements, rescue.statements, rescue.subsequent?.statements ?? elseClause],
      context,
    );
    return context.evaluator.surprise(node);
  }
  const value = rescue
    ? guarded(node, node.statements, rescue.statements, rescue, context)
    : context.evaluator.evaluate(node.statements, context);
  if (ensureClause) context.evaluator.evaluate(ensureClause.statements, context);
  return value;
}

/** Runs `body`, and `fallback` where the body raises an exception. */
function guarded(
  node: Node,
  body: Node | null,
  fallback: Node | null,
  rescue: RescueNode | null,
  context: Context,
): Value {
  const { evaluator, scope } = context;
  const reference = rescue?.reference;
  if (body && asksOthers(body)) {
    if (reference instanceof LocalVariableTargetNode)
      writeVariable(scope, reference.name, reference.depth, unknown());
    return alternatives(node, [body, fallback], context);
  }
  const before = evaluator.surprises();
  try {
    const frame: Frame = { ...context.frame, kind: "guard", partial: false };
    const value = evaluator.evaluate(body, { ...context, frame });
    const isSure = evaluator.surprises() === before;
    if (isSure && frame.ended) context.frame.ended = true;
    if (isSure && frame.partial) context.frame.partial = true;
    if (isSure) return value;
    const after = takeSnapshot(scope);
    const other = maybe(fallback, context);
    if (frame.ended && other.ended) context.frame.ended = true;
    if (frame.ended || other.ended || frame.partial || other.partial) context.frame.partial = true;
    mergeSnapshots(scope, [after, other.after]);
    if (frame.ended) return other.value;
    return other.ended ? value : choice([value, other.value], node);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    if (rescue && rescue.exceptions.length > 0 && !catchesAll(rescue)) return evaluator.surprise(node);
    if (reference instanceof LocalVariableTargetNode) {
      writeVariable(scope, reference.name, reference.depth, unknown());
    }
    return evaluator.evaluate(fallback, context);
  }
}

function catchesAll(rescue: RescueNode): boolean {
  return rescue.exceptions.some(
    (node) => "name" in node && /^(StandardError|Exception|RuntimeError)$/.test(String(node.name)),
  );
}

/** Whether the code asks somebody else, whose answer may be an exception, so that the rest may not be run. */
function asksOthers(node: Node): boolean {
  if (!spend()) return true;
  if (
    node instanceof CallNode &&
    node.receiver === null &&
    node.arguments_ &&
    node.name !== "call" &&
    !harmless.has(node.name)
  ) {
    return true;
  }
  return childrenOf(node).some(asksOthers);
}

const harmless = new Set(["lambda", "proc", "raise", "error", "puts"]);
