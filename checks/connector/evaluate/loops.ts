import { region } from "../regions.ts";
import { ForNode, type Node, UntilNode, WhileNode } from "../../ruby/nodes.ts";
import { exactItems, nil, truthiness, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { createFrame, type Frame, rejoin } from "./frame.ts";
import { type Handler, on } from "./handler.ts";
import { forgetWrites } from "./mutation.ts";
import { rangeItems } from "./ranges.ts";
import { assign } from "./variables.ts";

export const loopHandlers: readonly [unknown, Handler][] = [
  on(WhileNode, (node, context) => whileLoop(node, context, true)),
  on(UntilNode, (node, context) => whileLoop(node, context, false)),
  on(ForNode, forLoop),
];

const maxTurns = 2000;

function whileLoop(node: WhileNode | UntilNode, context: Context, goesOnWhen: boolean): Value {
  let isFirst = node.isBeginModifier();
  for (let turn = 0; turn < maxTurns; turn++) {
    const truth = isFirst ? goesOnWhen : truthiness(context.evaluator.evaluate(node.predicate, context));
    isFirst = false;
    if (truth === null) return unknownLoop(node, node.statements, context);
    if (truth !== goesOnWhen) return nil(node);
    const left = runTurn(node.statements, context);
    if (left === "unknown") return unknownLoop(node, node.statements, context);
    if (left) return left;
  }
  return unknownLoop(node, node.statements, context);
}

function forLoop(node: ForNode, context: Context): Value {
  const collection = context.evaluator.evaluate(node.collection, context);
  const items = collection.kind === "range" ? rangeItems(collection) : exactItems(collection);
  if (!items) return unknownLoop(node, node.statements, context);
  for (const item of items) {
    assign(node.index, item, context);
    const left = runTurn(node.statements, context);
    if (left === "unknown") return unknownLoop(node, node.statements, context);
    if (left) return left;
  }
  return collection;
}

/** Runs the body once: gives what the loop gives where it was surely left, null where it goes on. */
function runTurn(body: Node | null, context: Context): Value | "unknown" | null {
  const frame: Frame = createFrame("loop", context.frame, region());
  context.evaluator.evaluate(body, { ...context, frame });
  rejoin(frame, context.scope);
  if (frame.exit.uncertain) return "unknown";
  if (frame.exit.value) return frame.exit.value;
  return context.frame.ended ? nil() : null;
}

/** A loop that runs an unknown number of times: what it writes is not known, in it and after it. */
export function unknownLoop(node: Node, body: Node | null, context: Context): Value {
  context.evaluator.repeatedly(() => {
    forgetWrites(node, context.scope);
    const frame = createFrame("loop", context.frame, region());
    context.evaluator.evaluate(body, { ...context, frame });
  });
  forgetWrites(node, context.scope);
  return context.evaluator.surprise(node);
}
