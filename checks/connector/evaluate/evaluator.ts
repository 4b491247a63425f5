import { type BlockNode, callableOf, type LambdaNode, type Node } from "../../ruby/nodes.ts";
import { choice, type LambdaValue, nil, unknown, type Value } from "../value.ts";
import { callHandlers } from "./calls.ts";
import { controlFlowHandlers } from "./control-flow.ts";
import { type Handler } from "./handler.ts";
import { literalHandlers } from "./literals.ts";
import { bindParameters } from "./parameters.ts";
import { createScope, type Scope } from "./scope.ts";
import { variableHandlers } from "./variables.ts";

/** What the evaluation of one lambda or block body has come to. */
export interface Frame {
  /** Values of `return` and `next` so far. */
  readonly returns: Value[];
  /** Whether the rest of the statements is not reached on this path. */
  ended: boolean;
}

/** What an evaluation needs to know of the connector around it. */
export interface Surroundings {
  /** The fields of an object definition, as a value of its own; null where there is none that is known. */
  definition(name: string): Value | null;
  /** The lambda of a method; null where there is none that is known. */
  method(name: string): LambdaValue | null;
  /** The value of a constant set before the connector's hash; null where there is none that is known. */
  constant(name: string): Value | null;
  setConstant(name: string, value: Value): void;
}

/** Where code is evaluated. */
export interface Context {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly frame: Frame;
}

/**
 * Works out what expressions are, by following the code without running it: what depends on anything but
 * literals is unknown. Every evaluation is bounded by a number of steps, after which all is unknown.
 */
export interface Evaluator {
  readonly surroundings: Surroundings;
  evaluate(node: Node | null, context: Context): Value;
  /** Calls a lambda with arguments; what is missing is unknown. */
  invoke(lambda: LambdaValue, values: readonly Value[]): Value;
  /** Runs the body of a block for one set of arguments, in a scope inside of `scope`. */
  invokeBlock(block: BlockNode | LambdaNode, scope: Scope, values: readonly Value[], strict?: boolean): Value;
  /** Runs code of which it is not known whether, or how often, it is run: what it changes becomes open. */
  tentatively<T>(run: () => T): T;
  /** Whether undecided branches, loops or blocks surround the code at hand. */
  isTentative(): boolean;
}

const maxSteps = 300_000;
const maxDepth = 400;
const maxCalls = 40;

const handlers = new Map<unknown, Handler>([
  ...literalHandlers,
  ...variableHandlers,
  ...controlFlowHandlers,
  ...callHandlers,
]);

export function createFrame(): Frame {
  return { returns: [], ended: false };
}

export function createEvaluator(surroundings: Surroundings): Evaluator {
  let steps = 0;
  let depth = 0;
  let calls = 0;
  let tentative = 0;

  const evaluator: Evaluator = {
    surroundings,
    evaluate,
    invoke(lambda, values) {
      const callable = callableOf(lambda.node);
      return callable ? invokeBlock(callable, lambda.scope, values, lambda.strict) : unknown(lambda.node);
    },
    invokeBlock,
    tentatively(run) {
      tentative++;
      try {
        return run();
      } finally {
        tentative--;
      }
    },
    isTentative: () => tentative > 0,
  };
  return evaluator;

  function evaluate(node: Node | null, context: Context): Value {
    if (node === null) return nil();
    const handler = handlers.get(node.constructor);
    if (!handler || ++steps > maxSteps || depth > maxDepth) return unknown(node);
    depth++;
    try {
      return handler(node, context);
    } finally {
      depth--;
    }
  }

  function invokeBlock(
    block: BlockNode | LambdaNode,
    parent: Scope,
    values: readonly Value[],
    strict = false,
  ): Value {
    if (calls > maxCalls) return unknown(block);
    calls++;
    try {
      const context: Context = { evaluator, scope: createScope(parent), frame: createFrame() };
      bindParameters(block, context, values, strict);
      const value = evaluate(block.body, context);
      const { returns, ended } = context.frame;
      if (returns.length === 0) return value;
      return choice(ended ? returns : [...returns, value], block);
    } finally {
      calls--;
    }
  }
}
