import { spend } from "../effort.ts";
import {
  childrenOf,
  BeginNode,
  CallNode,
  LocalVariableTargetNode,
  type Node,
  nodesIn,
  type RescueNode,
  RescueModifierNode,
  RetryNode,
} from "../../ruby/nodes.ts";
import { choice, unknown, type Value } from "../value.ts";
import { alternatives, maybe } from "./control-flow.ts";
import type { Context } from "./evaluator.ts";
import { type Frame, Raised } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { doubtWrites, forgetWrites } from "./mutation.ts";
import { mergeSnapshots, takeSnapshot, writeVariable } from "./scope.ts";

export const rescueHandlers: readonly [unknown, Handler][] = [
  on(BeginNode, begin),
  on(RescueModifierNode, (node, context) =>
    guarded({ node, body: node.expression, orElse: null, clauses: [], last: node.rescueExpression }, context),
  ),
];

/** Code, and what is run where it raises an exception. */
interface Guarded {
  readonly node: Node;
  readonly body: Node | null;
  /** What is run after it where it raises none. */
  readonly orElse: Node | null;
  readonly clauses: readonly RescueNode[];
  /** What takes any exception. */
  readonly last: Node | null;
}

function begin(node: BeginNode, context: Context): Value {
  const { rescueClause, elseClause, ensureClause, statements } = node;
  try {
    return rescueClause
      ? guarded(
          { node, body: statements, orElse: elseClause, clauses: clausesFrom(rescueClause), last: null },
          context,
        )
      : context.evaluator.evaluate(statements, context);
  } finally {
    // It is run on every way out.
    const frame = { ...context.frame, ended: false };
    if (ensureClause) context.evaluator.evaluate(ensureClause.statements, { ...context, frame });
  }
}

function clausesFrom(first: RescueNode): RescueNode[] {
  const clauses: RescueNode[] = [];
  for (let at: RescueNode | null = first; at; at = at.subsequent) clauses.push(at);
  return clauses;
}

/** Runs `body`, and a clause where the body raises an exception. */
function guarded(one: Guarded, context: Context): Value {
  const { node, body, orElse, clauses, last } = one;
  const { evaluator, scope } = context;
  const fallbacks = last ? [last] : clauses.map(({ statements }) => statements);
  if (body && asksOthers(body)) {
    forgetReferences(clauses, context);
    // The exception may come at any time, so that some of it was run.
    const prepare = (index: number): void => (index > 0 ? doubtWrites(body, scope) : undefined);
    return unlessRetried(one, context, () => alternatives(node, [body, ...fallbacks], context, prepare));
  }
  const before = evaluator.surprises();
  const left = context.frame.left.length;
  // An exception may have come where some path has ended.
  const prepareFallback = (): void => {
    const escaped = context.frame.left.slice(left);
    if (escaped.length > 0) mergeSnapshots(scope, [takeSnapshot(scope), ...escaped]);
  };
  try {
    const frame: Frame = { ...context.frame, kind: "guard", partial: false };
    const value = evaluator.evaluate(body, { ...context, frame });
    const isSure = evaluator.surprises() === before;
    if (isSure && frame.ended) context.frame.ended = true;
    if (isSure && frame.partial) context.frame.partial = true;
    if (isSure) return orElse && !frame.ended ? evaluator.evaluate(orElse, context) : value;
    return unlessRetried(one, context, () => {
      forgetReferences(clauses, context);
      const result = orElse && !frame.ended ? alternatives(node, [orElse, null], context) : value;
      const after = takeSnapshot(scope);
      const others = fallbacks.map((fallback) => maybe(fallback, context, prepareFallback));
      const going = others.filter((other) => !other.ended);
      for (const other of others) if (other.ended) context.frame.left.push(other.after);
      if (frame.ended && going.length === 0) context.frame.ended = true;
      if (frame.ended || frame.partial || others.some((other) => other.ended || other.partial))
        context.frame.partial = true;
      mergeSnapshots(scope, [after, ...others.map((other) => other.after)]);
      const values = going.map((other) => other.value);
      return choice(frame.ended ? values : [result, ...values], node);
    });
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    forgetReferences(clauses, context);
    prepareFallback();
    return unlessRetried(one, context, () => {
      const [first] = clauses;
      if (!first || catchesAll(first)) return evaluator.evaluate(fallbacks[0]!, context);
      // Or none of them takes it.
      context.frame.partial = true;
      return choice([alternatives(node, fallbacks, context), evaluator.surprise(node)], node);
    });
  }
}

/** After `retry`, all is run again, nobody knows how often. */
function unlessRetried({ node, body, clauses }: Guarded, context: Context, run: () => Value): Value {
  if (!clauses.some((clause) => nodesIn(clause).some((inner) => inner instanceof RetryNode))) return run();
  const fallbacks = clauses.map(({ statements }) => statements);
  forgetWrites(node, context.scope);
  context.evaluator.tentatively(() => alternatives(node, [body, ...fallbacks], context), unknown(node));
  forgetWrites(node, context.scope);
  return context.evaluator.surprise(node);
}

/** What is raised is not known. */
function forgetReferences(clauses: readonly RescueNode[], { scope }: Context): void {
  for (const { reference } of clauses) {
    if (reference instanceof LocalVariableTargetNode)
      writeVariable(scope, reference.name, reference.depth, unknown());
  }
}

function catchesAll(rescue: RescueNode): boolean {
  return (
    rescue.exceptions.length === 0 ||
    rescue.exceptions.some(
      (node) => "name" in node && /^(StandardError|Exception|RuntimeError)$/.test(String(node.name)),
    )
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
