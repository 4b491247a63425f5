import type { CallNode } from "../../ruby/nodes.ts";
import { arityOf, readParameters } from "../lambda.ts";
import { degrade } from "../copies.ts";
import { array, isScalar, type LambdaValue, nil, string, textOf, toText, type Value } from "../value.ts";
import type { Call } from "./calls.ts";
import { findConstant } from "./constants.ts";
import type { Context } from "./evaluator.ts";
import { raised } from "./frame.ts";
import { formatText } from "./format.ts";
import { parseJson } from "./json.ts";
import { unknownLoop } from "./loops.ts";
import { runBlockTentatively } from "./mutation.ts";

const raising = new Set(["error", "raise", "fail", "throw", "exit", "abort"]);

const maxTurns = 2000;

/** A call without a receiver: of a method of the connector, of the SDK, or of Ruby's own. */
export function bareCall(node: CallNode, one: Call, context: Context): Value {
  const { evaluator } = context;
  if (raising.has(node.name) && !node.isVariableCall()) return raise(node, context);
  const own = node.name === "call" ? callMethod(one) : (callFunction(one) ?? callKernel(node, one));
  if (own) return own;
  if (node.name === "call") for (const value of one.values) degrade(value); // The method may change what it is given.
  runBlockTentatively(node, evaluator.surprise(node), one);
  return evaluator.surprise(node);
}

function raise(node: CallNode, { evaluator }: Context): never {
  evaluator.surprise(node);
  throw raised;
}

/** `call('name', ...)`: a method of the connector, which is strict about its arguments. */
function callMethod({ values, openArguments, context }: Call): Value | null {
  const name = textOf(values[0]);
  const lambda = name === null ? null : context.evaluator.surroundings.method(name);
  if (!lambda || openArguments || !accepts(lambda, values.length - 1)) return null;
  return context.evaluator.invoke(lambda, values.slice(1));
}

/** Whether a lambda can be called with so many arguments. */
function accepts(lambda: LambdaValue, count: number): boolean {
  const arity = arityOf(lambda);
  if (arity === null || !lambda.strict) return true;
  const { required, optional, rest, requiredKeywords, optionalKeywords, keywordRest } =
    readParameters(lambda);
  const keywords = requiredKeywords.length > 0 || optionalKeywords.length > 0 || keywordRest ? 1 : 0;
  const most = rest ? Infinity : required.length + optional.length + keywords;
  return count >= (arity < 0 ? -arity - 1 : arity) && count <= most;
}

/** A method that the file defines with `def`. */
function callFunction({ name, values, openArguments, context }: Call): Value | null {
  const found = findConstant(name, context);
  return found?.kind === "function" && !openArguments ? context.evaluator.invoke(found, values) : null;
}

function callKernel(node: CallNode, one: Call): Value | null {
  const { name, values, block, context } = one;
  const [first] = values;
  switch (name) {
    case "puts":
    case "print":
    case "require":
    case "require_relative":
    case "clear":
    case "null":
    case "skip":
      return nil(node);
    case "blank":
      return string("", node);
    case "format":
    case "sprintf":
      return first?.kind === "string" && !one.openArguments
        ? formatText(first.text, values.slice(1), node)
        : null;
    case "Array":
      if (first?.kind === "nil") return array([], node);
      if (first?.kind === "array") return first;
      if (first?.kind === "hash" || first?.kind === "range")
        return context.evaluator.call(first, { ...one, name: "to_a", values: [] });
      return first && isScalar(first) ? array([first], node) : null;
    case "String": {
      const text = first && toText(first);
      return typeof text === "string" ? string(text, node) : null;
    }
    case "parse_json":
      return first?.kind === "string" ? parseJson(first.text, node) : null;
    case "loop":
      if (!block) return null;
      for (let turn = 0; turn < maxTurns; turn++) {
        block();
        if (block.exit.value || context.frame.ended) return nil(node);
        if (block.exit.uncertain) break;
      }
      return unknownLoop(node, node.block, context);
    default:
      return null;
  }
}
