import {
  BlockParametersNode,
  type DefNode,
  ImplicitRestNode,
  KeywordHashNode,
  KeywordRestParameterNode,
  type BlockNode,
  ItParametersNode,
  type LambdaNode,
  NumberedParametersNode,
  OptionalKeywordParameterNode,
  OptionalParameterNode,
  ParametersNode,
  RequiredKeywordParameterNode,
  RestParameterNode,
} from "../../ruby/nodes.ts";
import { array, emptyHash, exactItems, type HashValue, nil, unknown, type Value } from "../value.ts";
import type { Context } from "./evaluator.ts";
import { type Scope, setVariable } from "./scope.ts";
import { assign } from "./variables.ts";

/** Sets the parameters of a body to the values it is called with. What is missing of a lambda's is unknown. */
export function bindParameters(
  callable: LambdaNode | BlockNode | DefNode,
  context: Context,
  values: readonly Value[],
  strict: boolean,
): void {
  const { parameters } = callable;
  if (parameters instanceof NumberedParametersNode || parameters instanceof ItParametersNode) {
    bindImplicit(parameters, context.scope, values);
    return;
  }
  if (parameters instanceof BlockParametersNode) {
    for (const local of parameters.locals)
      if ("name" in local) setVariable(context.scope, String(local.name), nil());
  }
  const declared = parameters instanceof BlockParametersNode ? parameters.parameters : parameters;
  if (declared instanceof ParametersNode) bindDeclared(declared, context, values, strict);
}

function bindDeclared(
  declared: ParametersNode,
  context: Context,
  given: readonly Value[],
  strict: boolean,
): void {
  const { scope } = context;
  const keywords = takesKeywords(declared) ? keywordsOf(declared, given) : null;
  const rest = keywords ? given.slice(0, -1) : given;
  const values = strict ? rest : spread(declared, rest);
  // A block that is called with too few values gets nil for the others; one called with none is not really called.
  const missing = (): Value => (strict || given.length === 0 ? unknown() : nil());
  const { requireds, optionals, posts } = declared;
  let index = 0;
  for (const parameter of requireds) assign(parameter, values[index++] ?? missing(), context);
  let spare = Math.max(0, values.length - index - posts.length);
  for (const parameter of optionals) {
    if (!(parameter instanceof OptionalParameterNode)) continue;
    const value = spare-- > 0 ? values[index++] : undefined;
    setVariable(scope, parameter.name, value ?? context.evaluator.evaluate(parameter.value, context));
  }
  if (declared.rest instanceof RestParameterNode) {
    const end = Math.max(index, values.length - posts.length);
    if (declared.rest.name) setVariable(scope, declared.rest.name, array(values.slice(index, end)));
    index = end;
  }
  for (const parameter of posts) assign(parameter, values[index++] ?? missing(), context);
  bindKeywords(declared, keywords, given, context);
  if (declared.block && "name" in declared.block && declared.block.name)
    setVariable(scope, declared.block.name, unknown());
}

function bindImplicit(
  parameters: NumberedParametersNode | ItParametersNode,
  scope: Scope,
  values: readonly Value[],
): void {
  const count = parameters instanceof NumberedParametersNode ? parameters.maximum : 1;
  const given = count > 1 && values.length === 1 ? (exactItems(values[0]) ?? values) : values;
  for (let number = 1; number <= count; number++)
    setVariable(scope, `_${number}`, given[number - 1] ?? unknown());
  setVariable(scope, "it", values[0] ?? unknown());
}

/** A block with several parameters takes a single array apart. */
function spread(declared: ParametersNode, values: readonly Value[]): readonly Value[] {
  const count = declared.requireds.length + declared.optionals.length + declared.posts.length;
  const takesApart =
    count > 1 || (count === 1 && declared.rest !== null) || declared.rest instanceof ImplicitRestNode;
  if (values.length !== 1 || !takesApart) return values;
  const first = values[0]!;
  const items = exactItems(first);
  if (items) return items;
  return first.kind === "unknown" || first.kind === "choice" || first.kind === "array"
    ? Array.from({ length: count }, () => unknown())
    : values;
}

function takesKeywords(declared: ParametersNode): boolean {
  return declared.keywords.length > 0 || declared.keywordRest instanceof KeywordRestParameterNode;
}

/** The hash that is passed for keywords: Ruby 2.7 takes a hash in braces for it too. */
function keywordsOf(declared: ParametersNode, values: readonly Value[]): HashValue | null {
  const last = values.at(-1);
  if (last?.kind !== "hash") return null;
  const least = declared.requireds.length + declared.posts.length;
  return last.node instanceof KeywordHashNode || values.length > least ? last : null;
}

function bindKeywords(
  declared: ParametersNode,
  keywords: HashValue | null,
  given: readonly Value[],
  context: Context,
): void {
  const { scope } = context;
  const last = given.at(-1)?.kind;
  const mayBeGiven = keywords === null && (last === "unknown" || last === "choice");
  const names = new Set<string>();
  for (const keyword of declared.keywords) {
    if (!(keyword instanceof OptionalKeywordParameterNode || keyword instanceof RequiredKeywordParameterNode))
      continue;
    names.add(keyword.name);
    const entry = keywords?.entries.get(keyword.name);
    const isSure = !mayBeGiven && !keywords?.open && !entry?.conditional;
    const fallback = keyword instanceof OptionalKeywordParameterNode && isSure ? keyword.value : null;
    if (entry && isSure) setVariable(scope, keyword.name, entry.value);
    else
      setVariable(scope, keyword.name, fallback ? context.evaluator.evaluate(fallback, context) : unknown());
  }
  if (declared.keywordRest instanceof KeywordRestParameterNode && declared.keywordRest.name) {
    const rest = emptyHash();
    rest.open = mayBeGiven || (keywords?.open ?? false);
    for (const [name, entry] of keywords?.entries ?? []) if (!names.has(name)) rest.entries.set(name, entry);
    setVariable(scope, declared.keywordRest.name, rest);
  }
}
