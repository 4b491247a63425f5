/** Prism's syntax nodes, and the few questions about them that several places ask. */
import {
  type ArgumentsNode,
  BlockNode,
  BlockParametersNode,
  CallNode,
  ConstantPathNode,
  ConstantReadNode,
  LambdaNode,
  LocalVariableReadNode,
  type Node,
  type ParametersNode,
  StringNode,
  SymbolNode,
} from "./generated/nodes.ts";
import type { Span } from "./source.ts";

export * from "./generated/nodes.ts";

export function spanOf({ start, end }: Node): Span {
  return { start, end };
}

/** The arguments of a call, without its block. */
export function argumentsOf(call: { readonly arguments_: ArgumentsNode | null }): readonly Node[] {
  return call.arguments_?.arguments_ ?? [];
}

/** The block of a `lambda`, `proc` or `Proc.new` call, or the lambda literal itself; null for anything else. */
export function callableOf(node: Node | null | undefined): LambdaNode | BlockNode | null {
  if (node instanceof LambdaNode) return node;
  if (node instanceof CallNode && node.block instanceof BlockNode && isProcCall(node)) return node.block;
  return null;
}

function isProcCall(call: CallNode): boolean {
  if (call.receiver === null) return call.name === "lambda" || call.name === "proc";
  return call.name === "new" && "name" in call.receiver && call.receiver.name === "Proc";
}

/** The declared parameters of a lambda, block or method; null where there are none, or only numbered ones. */
export function parametersOf(callable: LambdaNode | BlockNode): ParametersNode | null {
  return callable.parameters instanceof BlockParametersNode ? callable.parameters.parameters : null;
}

/** The child nodes of a node. */
export function childrenOf(node: Node): readonly Node[] {
  return node.children();
}

/** The text of a literal string or symbol; null for anything else. */
export function literalText(node: Node | null | undefined): string | null {
  return node instanceof StringNode || node instanceof SymbolNode ? node.unescaped : null;
}

/** A node and all that are in it, the outer ones first. */
export function nodesIn(node: Node): Node[] {
  const found: Node[] = [];
  const open: Node[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    found.push(at);
    // One by one, since a literal may have more children than a call takes arguments.
    for (const child of childrenOf(at).toReversed()) open.push(child);
  }
  return found;
}

/** The literal strings and symbols in a node; of texts with holes, the literal parts. */
export function textsIn(node: Node): (StringNode | SymbolNode)[] {
  return nodesIn(node).filter((one) => one instanceof StringNode || one instanceof SymbolNode);
}

/** What a chain of calls starts from: `a` of `a.b['c'].d`. */
export function chainStart(node: Node | null): Node | null {
  let at = node;
  while (at instanceof CallNode && at.receiver) at = at.receiver;
  return at;
}

/** The name of a constant at the top: `File`, or `::File`; null for others. */
export function constantName(node: Node | null): string | null {
  if (node instanceof ConstantReadNode) return node.name;
  return node instanceof ConstantPathNode && !node.parent ? node.name : null;
}

/** Whether a node reads the local variable of that name. */
export function isVariable(node: Node | null, name: string | null): boolean {
  return node instanceof LocalVariableReadNode && node.name === name;
}
