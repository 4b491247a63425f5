import { spend } from "../effort.ts";
import {
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
import { Raised } from "./frame.ts";
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
    const value = evaluator.evaluate(body, context);
    if (evaluator.surprises() === before) return value;
    const after = takeSnapshot(scope);
    const other = maybe(fallback, context);
    if (other.ended) return value;
    mergeSnapshots(scope, [after, other.after]);
    return choice([value, other.value], node);
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
  return node.compactChildNodes().some(asksOthers);
}

const harmless = new Set(["lambda", "proc", "raise", "error", "puts"]);
