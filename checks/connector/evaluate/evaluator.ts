import { type Allowance, spend, withEffort } from "../effort.ts";
import { inRegion, outsideRegions, region } from "../regions.ts";
import { type BlockNode, callableOf, type DefNode, type LambdaNode, type Node } from "../../ruby/nodes.ts";
import { choice, type FunctionValue, type LambdaValue, nil, unknown, type Value } from "../value.ts";
import { type Call, callHandlers, callOn } from "./calls.ts";
import { constantHandlers } from "./constants.ts";
import { controlFlowHandlers, unfollowed } from "./control-flow.ts";
import { createFrame, type Frame, Raised, rejoin } from "./frame.ts";
import { globalVariableHandlers } from "./global-variables.ts";
import { type Handler } from "./handler.ts";
import { literalHandlers } from "./literals.ts";
import { loopHandlers } from "./loops.ts";
import { forgetWrites } from "./mutation.ts";
import { bindParameters } from "./parameters.ts";
import { rescueHandlers } from "./rescue.ts";
import { createScope, type Scope } from "./scope.ts";
import { variableHandlers } from "./variables.ts";

export { createFrame, type Frame } from "./frame.ts";

/** What an evaluation needs to know of the connector around it. */
export interface Surroundings {
  /** What `object_definitions` gives for a name; null where there is none that is known. */
  definition(name: string): Value | null;
  /** The lambda of a method; null where there is none that is known. */
  method(name: string): LambdaValue | null;
  /** The value of a constant set before the connector's hash, or of a function; null where there is none that is known. */
  constant(name: string): Value | null;
  setConstant(name: string, value: Value): void;
  /** The values of variables such as `@list` and `$list`; null where nothing is known of them. */
  readonly globals: Map<string, Value> | null;
  /** What may be spent on all evaluations in these surroundings. */
  readonly allowance: Allowance;
}

/** Where code is evaluated. */
export interface Context {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly frame: Frame;
}

/** A body to run for one set of arguments. */
export interface Invocation {
  readonly callable: BlockNode | LambdaNode | DefNode;
  /** The scope around it. */
  readonly scope: Scope | null;
  readonly values: readonly Value[];
  /** Whether it is a lambda, strict about its arguments. */
  readonly strict: boolean;
  readonly frame: Frame;
}

/**
 * Works out what expressions are, by following the code without running it: what depends on anything but
 * literals is unknown. Every evaluation is bounded by a number of steps, after which all is unknown.
 */
export interface Evaluator {
  readonly surroundings: Surroundings;
  evaluate(node: Node | null, context: Context): Value;
  /** Calls a lambda or function with arguments; what is missing is unknown. */
  invoke(lambda: LambdaValue | FunctionValue, values: readonly Value[]): Value;
  /** The value of a method call on a known receiver; null where the call is not understood. */
  call(receiver: Value, call: Call): Value | null;
  /** Runs a body in a scope of its own inside of the given one. */
  run(invocation: Invocation): Value;
  /**
   * Runs code of which it is not known whether, or how often, it is run: what it changes becomes open.
   * Gives `whenRaised` where it surely raises an exception.
   */
  tentatively<T>(code: () => T, whenRaised: T): T;
  /** The same for code that may be run several times: the second time, it finds what the first has left. */
  repeatedly(code: () => void): void;
  /** Whether code runs that may not be run, seen from where `target` was made. */
  isTentative(target?: Value): boolean;
  /** Notes that something happened of which nothing is known, an exception for example; gives an unknown value. */
  surprise(node: Node | null): Value;
  /** How many surprises there have been. */
  surprises(): number;
}

const maxDepth = 900;
const maxCalls = 60;

const handlers = new Map<unknown, Handler>([
  ...literalHandlers,
  ...variableHandlers,
  ...constantHandlers,
  ...globalVariableHandlers,
  ...controlFlowHandlers,
  ...loopHandlers,
  ...rescueHandlers,
  ...callHandlers,
]);

export function createEvaluator(surroundings: Surroundings): Evaluator {
  let depth = 0;
  let calls = 0;
  let surprises = 0;
  /** The bodies that are being run, and the undecided piece of code each was entered in. */
  const active = new Map<Node, number>();

  const evaluator: Evaluator = {
    surroundings,
    evaluate,
    invoke(lambda, values) {
      const callable = lambda.kind === "function" ? lambda.node : callableOf(lambda.node);
      if (!callable) return unknown(lambda.node);
      const [scope, strict] =
        lambda.kind === "function"
          ? [createScope(null, true, lambda.namespace), true]
          : [lambda.scope, lambda.strict];
      const frame = createFrame(calls > 0 ? "method" : "lambda", null, region());
      const value = run({ callable, scope, values, strict, frame });
      // What it sets outside of itself, it sets only perhaps.
      if (lambda.kind === "lambda" && region() !== 0 && lambda.scope.born !== region())
        forgetWrites(lambda.node, lambda.scope);
      return value;
    },
    call: callOn,
    run,
    tentatively,
    repeatedly(code) {
      // Code in code that is run twice is so already.
      for (let runs = region() === 0 ? 2 : 1; runs > 0; runs--) tentatively(code, undefined);
    },
    isTentative(target) {
      const here = region();
      return here !== 0 && (target === undefined || bornIn(target) !== here);
    },
    surprise(node) {
      surprises++;
      return unknown(node);
    },
    surprises: () => surprises,
  };
  return evaluator;

  function evaluate(node: Node | null, context: Context): Value {
    if (node === null) return nil();
    const handler = handlers.get(node.constructor) ?? unfollowed;
    if (depth > maxDepth || (depth > 0 && !spend())) return evaluator.surprise(node);
    if (depth === 0) return enter(node, () => handler(node, context));
    // The same as `enter`, without a closure for each of very many nodes.
    depth++;
    try {
      return handler(node, context);
    } finally {
      depth--;
    }
  }

  function run({ callable, scope: parent, values, strict, frame }: Invocation): Value {
    const before = active.get(callable);
    // A recursion of which it is not known whether it ends, since something undecided lies between: it would be
    // followed in all ways that there are.
    const isOpenEnded = before !== undefined && frame.kind === "method" && before !== frame.region;
    if (calls > maxCalls || isOpenEnded) return evaluator.surprise(callable);
    calls++;
    active.set(callable, frame.region);
    try {
      return enter(callable, () => {
        const context: Context = { evaluator, scope: createScope(parent, true), frame };
        bindParameters(callable, context, values, strict);
        const value = evaluate(callable.body, context);
        rejoin(frame, context.scope);
        const { returns, ended } = frame;
        if (returns.length === 0) return value;
        return choice(ended ? returns : [...returns, value], callable);
      });
    } finally {
      calls--;
      if (before === undefined) active.delete(callable);
      else active.set(callable, before);
    }
  }

  /** Goes one level deeper. The outermost level has the effort to spend, and ends what an exception leaves. */
  function enter(node: Node, code: () => Value): Value {
    if (depth > 0) {
      depth++;
      try {
        return code();
      } finally {
        depth--;
      }
    }
    depth++;
    try {
      return outsideRegions(() => withEffort(surroundings.allowance, code));
    } catch (error) {
      if (error instanceof Raised) return evaluator.surprise(node);
      throw error;
    } finally {
      depth--;
    }
  }

  function tentatively<T>(code: () => T, whenRaised: T): T {
    try {
      return inRegion(code);
    } catch (error) {
      if (error instanceof Raised) return whenRaised;
      throw error;
    }
  }
}

/** Where a value was made; those that cannot be changed are as good as made outside. */
function bornIn(value: Value): number {
  return value.kind === "array" || value.kind === "hash" || value.kind === "string" ? value.born : 0;
}
