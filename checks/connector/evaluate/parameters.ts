import {
  type BlockNode,
  ItParametersNode,
  type LambdaNode,
  MultiTargetNode,
  type Node,
  NumberedParametersNode,
  OptionalKeywordParameterNode,
  OptionalParameterNode,
  type ParametersNode,
  parametersOf,
  RequiredKeywordParameterNode,
  RequiredParameterNode,
  RestParameterNode,
} from "../../ruby/nodes.ts";
import { type ArrayItem, exactItems, nil, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";

/** Sets the parameters of a lambda or block to the values it is called with; missing ones are unknown. */
export function bindParameters(
  callable: LambdaNode | BlockNode,
  { evaluator, scope, frame }: Context,
  values: readonly Value[],
  strict: boolean,
): void {
  const { parameters } = callable;
  if (parameters instanceof NumberedParametersNode || parameters instanceof ItParametersNode) {
    bindImplicit(parameters, scope.variables, values);
    return;
  }
  const declared = parametersOf(callable);
  if (!declared) return;
  const positional = strict ? values : spread(declared, values);
  let index = 0;
  for (const parameter of declared.requireds)
    bindTarget(parameter, positional[index++] ?? unknown(), scope.variables);
  const spare = positional.length - index - declared.posts.length;
  declared.optionals.forEach((parameter, position) => {
    if (!(parameter instanceof OptionalParameterNode)) return;
    const given = position < spare ? positional[index++] : undefined;
    scope.variables.set(
      parameter.name,
      given ?? evaluator.evaluate(parameter.value, { evaluator, scope, frame }),
    );
  });
  if (declared.rest instanceof RestParameterNode && declared.rest.name) {
    const rest: ArrayItem[] = positional
      .slice(index, Math.max(index, positional.length - declared.posts.length))
      .map((value) => ({ value, conditional: false }));
    index += rest.length;
    scope.variables.set(declared.rest.name, { kind: "array", node: null, items: rest, open: false });
  }
  for (const parameter of declared.posts)
    bindTarget(parameter, positional[index++] ?? unknown(), scope.variables);
  bindKeywords(declared, positional, { evaluator, scope, frame });
}

function bindImplicit(
  parameters: NumberedParametersNode | ItParametersNode,
  variables: Map<string, Value>,
  values: readonly Value[],
): void {
  const count = parameters instanceof NumberedParametersNode ? parameters.maximum : 1;
  const given = count > 1 && values.length === 1 ? (exactItems(values[0]) ?? values) : values;
  for (let number = 1; number <= count; number++) variables.set(`_${number}`, given[number - 1] ?? unknown());
  variables.set("it", values[0] ?? unknown());
}

/** A block with several parameters takes a single array apart. */
function spread(declared: ParametersNode, values: readonly Value[]): readonly Value[] {
  const count = declared.requireds.length + declared.optionals.length + declared.posts.length;
  if (values.length !== 1 || (count < 2 && !(declared.rest && count > 0))) return values;
  const first = values[0]!;
  const items = exactItems(first);
  if (items) return items;
  return first.kind === "unknown" || first.kind === "choice" || first.kind === "array"
    ? Array.from({ length: count }, () => unknown())
    : values;
}

/** Sets a variable, or takes an array apart into the variables of `(a, b)`. */
export function bindTarget(target: Node, value: Value, variables: Map<string, Value>): void {
  if (target instanceof RequiredParameterNode) {
    variables.set(target.name, value);
  } else if (target instanceof MultiTargetNode) {
    const items = exactItems(value);
    target.lefts.forEach((left, index) =>
      bindTarget(left, items ? (items[index] ?? nil()) : unknown(), variables),
    );
    for (const other of [target.rest, ...target.rights]) if (other) bindTarget(other, unknown(), variables);
  }
}

function bindKeywords(declared: ParametersNode, values: readonly Value[], context: Context): void {
  const last = values.at(-1);
  for (const keyword of declared.keywords) {
    if (keyword instanceof OptionalKeywordParameterNode) {
      const given = last?.kind === "hash" ? last.entries.get(keyword.name)?.value : undefined;
      const fallback =
        last === undefined || last.kind === "hash"
          ? context.evaluator.evaluate(keyword.value, context)
          : unknown();
      context.scope.variables.set(keyword.name, given ?? fallback);
    } else if (keyword instanceof RequiredKeywordParameterNode) {
      const given = last?.kind === "hash" ? last.entries.get(keyword.name)?.value : undefined;
      context.scope.variables.set(keyword.name, given ?? unknown());
    }
  }
}
