import {
  ItParametersNode,
  MultiTargetNode,
  NoKeywordsParameterNode,
  NumberedParametersNode,
  OptionalKeywordParameterNode,
  OptionalParameterNode,
  parametersOf,
  callableOf,
  RequiredKeywordParameterNode,
  RequiredParameterNode,
  RestParameterNode,
  type BlockNode,
  type LambdaNode,
  type Node,
} from "../ruby/nodes.ts";
import type { LambdaValue } from "./value.ts";

/** The parameters that a lambda declares. */
export interface Parameters {
  /** Required positional ones in order; null for one that takes an array apart. */
  readonly required: readonly (string | null)[];
  readonly optional: readonly string[];
  readonly rest: boolean;
  readonly requiredKeywords: readonly string[];
  readonly optionalKeywords: readonly string[];
  readonly keywordRest: boolean;
}

const none: Parameters = {
  required: [],
  optional: [],
  rest: false,
  requiredKeywords: [],
  optionalKeywords: [],
  keywordRest: false,
};

/** Every call of a method of the connector asks for them, so that the value remembers them. */
export function readParameters(lambda: LambdaValue): Parameters {
  return (lambda.parameters ??= parametersIn(callableOf(lambda.node)!));
}

function parametersIn(callable: LambdaNode | BlockNode): Parameters {
  const { parameters } = callable;
  if (parameters instanceof NumberedParametersNode) {
    return { ...none, required: Array.from({ length: parameters.maximum }, (_, index) => `_${index + 1}`) };
  }
  if (parameters instanceof ItParametersNode) return { ...none, required: ["it"] };
  const declared = parametersOf(callable);
  if (!declared) return none;
  const { keywords } = declared;
  const required = [...declared.requireds, ...declared.posts].map(nameOf);
  if (declared.optionals.length === 0 && !declared.rest && keywords.length === 0 && !declared.keywordRest)
    return { ...none, required };
  return {
    required,
    optional: declared.optionals.map((node) => (node instanceof OptionalParameterNode ? node.name : "")),
    // A trailing comma, as in `|a, |`, parses as a rest parameter, but takes nothing.
    rest: declared.rest instanceof RestParameterNode,
    requiredKeywords: keywords
      .filter((node) => node instanceof RequiredKeywordParameterNode)
      .map((node) => node.name),
    optionalKeywords: keywords
      .filter((node) => node instanceof OptionalKeywordParameterNode)
      .map((node) => node.name),
    keywordRest: declared.keywordRest !== null && !(declared.keywordRest instanceof NoKeywordsParameterNode),
  };
}

function nameOf(node: Node): string | null {
  if (node instanceof MultiTargetNode) return null;
  return node instanceof RequiredParameterNode ? node.name : null;
}

/** The names of positional parameters, required and optional, in the order they are passed. */
export function positionalNames(parameters: Parameters): readonly (string | null)[] {
  return [...parameters.required, ...parameters.optional];
}

/** What Ruby's `Proc#arity` gives: https://docs.ruby-lang.org/en/2.7.0/Proc.html#method-i-arity */
export function arityOf(lambda: LambdaValue): number | null {
  if (!callableOf(lambda.node)) return null;
  const { required, optional, rest, requiredKeywords, optionalKeywords, keywordRest } =
    readParameters(lambda);
  const hasKeywords = requiredKeywords.length > 0 || optionalKeywords.length > 0 || keywordRest;
  const least = required.length + (requiredKeywords.length > 0 ? 1 : 0);
  const most = rest ? Infinity : required.length + optional.length + (hasKeywords ? 1 : 0);
  return (lambda.strict ? least === most : most !== Infinity) ? least : -least - 1;
}
