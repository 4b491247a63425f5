import type { Lambda } from "../../connector/connector.ts";
import type { Place } from "../../connector/dsl-hash.ts";
import { alternatives, type Value } from "../../connector/value.ts";
import {
  AndNode,
  argumentsOf,
  ArrayNode,
  BeginNode,
  BlockNode,
  callableOf,
  CallNode,
  CaseNode,
  childrenOf,
  DefNode,
  ElseNode,
  ForNode,
  IfNode,
  LambdaNode,
  NextNode,
  type Node,
  OrNode,
  ParenthesesNode,
  RescueNode,
  ReturnNode,
  spanOf,
  StatementsNode,
  StringNode,
  UnlessNode,
  UntilNode,
  WhenNode,
  WhileNode,
} from "../../ruby/nodes.ts";

/** A value of a kind that a lambda must not return. */
export interface WrongResult {
  readonly kind: Value["kind"];
  readonly place: Place;
  readonly isLiteral: boolean;
  /** Whether all that the lambda may return is wrong. */
  readonly isSure: boolean;
}

/** The wrong values that a lambda returns; where others may be right, only literals that are returned as they stand. */
export function wrongResults(lambda: Lambda, isWrong: (value: Value) => boolean): WrongResult[] {
  const values = alternatives(lambda.result());
  if (!values.some(isWrong)) return [];
  const isSure = values.every(isWrong);
  const returned = returnedNodes(callableOf(lambda.value.node)!);
  return values.filter(isWrong).flatMap(({ kind, node }) => {
    const isLiteral = node instanceof ArrayNode || node instanceof StringNode;
    if (!isSure && !(isLiteral && returned.has(node))) return [];
    const place = { span: node ? spanOf(node) : lambda.span, path: lambda.path };
    return [{ kind, place, isLiteral, isSure }];
  });
}

/**
 * The expressions whose value a lambda returns just as they stand there. A value that came through a variable or a
 * method may have been looked at on its way, as in `list.is_a?(Array) ? { items: list } : list`.
 */
function returnedNodes(callable: LambdaNode | BlockNode): ReadonlySet<Node> {
  return endsOf([callable.body, ...earlyResults(callable)]);
}

/** Those at the end of a lambda, as all are where nothing in it returns early. */
export function lastNodes(callable: LambdaNode | BlockNode): ReadonlySet<Node> {
  return endsOf([callable.body]);
}

function endsOf(nodes: readonly (Node | null)[]): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open = [...nodes];
  while (open.length > 0) {
    const node = open.pop();
    if (!node) continue;
    const inner = partsOf(node);
    if (inner) open.push(...inner);
    else found.add(node);
  }
  return found;
}

/** What a lambda returns before its end. */
function earlyResults({ body }: LambdaNode | BlockNode): Node[] {
  const found: Node[] = [];
  const open: Node[] = body ? [body] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node instanceof ReturnNode || node instanceof NextNode) found.push(...argumentsOf(node));
    // There, `next` is about something else.
    else if (!inners.includes(node.constructor)) open.push(...childrenOf(node));
  }
  return found;
}

const inners: readonly unknown[] = [BlockNode, LambdaNode, DefNode, WhileNode, UntilNode, ForNode];

/** The parts of an expression that may be its value; null where it is its own. */
function partsOf(node: Node): readonly (Node | null)[] | null {
  if (node instanceof StatementsNode) return [node.body.at(-1) ?? null];
  if (node instanceof IfNode) return [node.statements, node.subsequent];
  if (node instanceof UnlessNode) return [node.statements, node.elseClause];
  if (node instanceof CaseNode) return [...node.conditions, node.elseClause];
  if (node instanceof BeginNode)
    return [node.elseClause ? null : node.statements, node.rescueClause, node.elseClause];
  if (node instanceof RescueNode) return [node.statements, node.subsequent];
  if (node instanceof WhenNode || node instanceof ElseNode) return [node.statements];
  if (node instanceof ParenthesesNode) return [node.body];
  if (node instanceof AndNode || node instanceof OrNode) return [node.right];
  return null;
}

/** Whether an expression is a list, of whatever it is made. */
export function makesList(node: Node | null): boolean {
  return (
    node instanceof CallNode &&
    node.block !== null &&
    /^(?:map|flat_map|filter_map|collect)$/u.test(node.name)
  );
}
