import {
  childrenOf,
  AndNode,
  AssocNode,
  BeginNode,
  BlockNode,
  CallNode,
  callableOf,
  CaseNode,
  DefNode,
  ElseNode,
  EnsureNode,
  ForNode,
  IfNode,
  LambdaNode,
  NextNode,
  type Node,
  OrNode,
  ParenthesesNode,
  ProgramNode,
  RescueModifierNode,
  RescueNode,
  ReturnNode,
  StatementsNode,
  StringNode,
  SymbolNode,
  UnlessNode,
  UntilNode,
  WhenNode,
  WhileNode,
  ArgumentsNode,
} from "../ruby/nodes.ts";
import type { Lambda } from "./connector.ts";

/**
 * What becomes of the value of an expression: `void`: nothing; `tail`: it is (part of) the result of the lambda;
 * `block`: the result of the block of another call; `value`: it is used in an expression.
 */
export type Usage = "void" | "tail" | "block" | "value";

/** A Ruby scope, as an identity to tell variables of one name apart. */
export interface ScopeFact {
  readonly parent: ScopeFact | null;
}

/** A syntax node with what surrounds it. */
export interface NodeFact<N extends Node = Node> {
  readonly node: N;
  readonly parent: Node | null;
  /** The lambda of the DSL that the node is in; null outside of them. */
  readonly lambda: Lambda | null;
  readonly usage: Usage;
  readonly scope: ScopeFact;
  /** The calls whose blocks the node is in, up to the lambda, innermost first. */
  readonly blocks: BlockChain | null;
}

/** A method call, with the calls made on its result. */
export interface CallFact extends NodeFact<CallNode> {
  /** The call itself and the calls made on its result, in order. */
  readonly chain: readonly CallNode[];
  /** What becomes of the value of the whole chain. */
  readonly chainUsage: Usage;
  /** The node around the whole chain. */
  readonly chainParent: Node | null;
}

/** A list of the calls whose blocks surround a node. */
export interface BlockChain {
  readonly call: CallNode;
  readonly outer: BlockChain | null;
}

export interface Facts {
  /** How often each string and symbol literal occurs, other than as a key of a hash. */
  readonly textCounts: ReadonlyMap<string, number>;
  /** How often each literal key of a hash occurs. */
  readonly keyCounts: ReadonlyMap<string, number>;
  /** What stands under the keys `pick_list`. */
  readonly pickListValues: readonly Node[];
  /** Calls without a receiver by name, in source order. */
  readonly bareCalls: ReadonlyMap<string, readonly CallFact[]>;
}

/** Called for each node of some class, in source order. Facts are made for the call, and kept by nobody else. */
export type NodeListeners = ReadonlyMap<unknown, readonly ((fact: NodeFact) => void)[]>;

// Node classes have constructors of many forms; only their identity is used.
export type NodeClass = abstract new (...values: never[]) => Node;

/** Looks at every node of the file once, and tells those who listen. */
export function collectFacts(
  program: ProgramNode,
  lambdas: ReadonlyMap<Node, Lambda>,
  listeners: NodeListeners = new Map(),
): Facts {
  const bareCalls = new Map<string, CallFact[]>();
  const textCounts = new Map<string, number>();
  const keyCounts = new Map<string, number>();
  const pickListValues: Node[] = [];
  const chain: CallNode[] = [];
  let chainTop: { usage: Usage; parent: Node | null } = { usage: "value", parent: null };

  visit(program, null, null, "void", { parent: null }, null);
  return { bareCalls, textCounts, keyCounts, pickListValues };

  function visit(
    node: Node,
    parent: Node | null,
    outerLambda: Lambda | null,
    usage: Usage,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    const isCall = node instanceof CallNode;
    // Only these can be a lambda of the DSL.
    const lambda = ((isCall || node instanceof LambdaNode) && lambdas.get(node)) || outerLambda;
    const isChainLink = isCall && parent instanceof CallNode && parent.receiver === node;
    if (!isChainLink) {
      chain.length = 0;
      if (isCall) chainTop = { usage, parent };
    }
    const listening = listeners.get(node.constructor);
    if (listening) tell(listening, { node, parent, lambda, usage, scope, blocks });
    if (node instanceof StringNode || node instanceof SymbolNode) {
      countText(node, parent);
      return;
    }
    const inside = lambda === outerLambda ? blocks : null;
    if (!isCall) {
      visitChildren(node, lambda, usage, scope, inside);
      return;
    }
    chain.push(node);
    if (node.receiver === null) {
      const fact: CallFact = {
        node,
        parent,
        lambda,
        usage,
        scope,
        blocks,
        chain: chain.length === 1 ? [node] : chain.toReversed(),
        chainUsage: chainTop.usage,
        chainParent: chainTop.parent,
      };
      add(bareCalls, node.name, fact);
    }
    // The receiver comes first, while the chain above it is known.
    if (node.receiver) visit(node.receiver, node, lambda, "value", scope, inside);
    if (node.arguments_) visit(node.arguments_, node, lambda, "value", scope, inside);
    if (node.block) visitBlock(node, node.block, lambda, scope, inside);
  }

  function countText(node: StringNode | SymbolNode, parent: Node | null): void {
    const text = node.unescaped.value;
    const isKey = parent instanceof AssocNode && parent.key === node;
    const counts = isKey ? keyCounts : textCounts;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (isKey && text === "pick_list") pickListValues.push(parent.value);
  }

  function visitChildren(
    node: Node,
    lambda: Lambda | null,
    usage: Usage,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    const inner = node instanceof LambdaNode || node instanceof DefNode ? { parent: scope } : scope;
    const usageOf = usages.get(node.constructor);
    for (const child of childrenOf(node))
      visit(child, node, lambda, usageOf ? usageOf(child, node, usage) : "value", inner, blocks);
  }

  function visitBlock(
    call: CallNode,
    block: Node,
    lambda: Lambda | null,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    if (!(block instanceof BlockNode)) {
      visit(block, call, lambda, "value", scope, blocks);
      return;
    }
    const inner: ScopeFact = { parent: scope };
    const isCallable = callableOf(call) !== null;
    const around = isCallable ? blocks : { call, outer: blocks };
    const listening = listeners.get(BlockNode);
    if (listening) tell(listening, { node: block, parent: call, lambda, usage: "value", scope, blocks });
    if (block.parameters) visit(block.parameters, block, lambda, "value", inner, around);
    if (block.body) visit(block.body, block, lambda, isCallable ? "tail" : "block", inner, around);
  }
}

function tell(listening: readonly ((fact: NodeFact) => void)[], fact: NodeFact): void {
  for (const listen of listening) listen(fact);
}

function add<K, F>(map: Map<K, F[]>, key: K, fact: F): void {
  const list = map.get(key);
  if (list) list.push(fact);
  else map.set(key, [fact]);
}

/** What becomes of the value of a child, given what becomes of its parent's. */
type UsageOf = (child: Node, parent: Node, usage: Usage) => Usage;

function usageIn<T extends NodeClass>(
  types: readonly T[],
  usageOf: (child: Node, parent: InstanceType<T>, usage: Usage) => Usage,
): (readonly [unknown, UsageOf])[] {
  return types.map((type) => [type, usageOf as UsageOf]);
}

/** By the class of the parent, for there are very many nodes; the children of any other are part of an expression. */
const usages: ReadonlyMap<unknown, UsageOf> = new Map([
  ...usageIn([StatementsNode], (child, { body }, usage) => (child === body.at(-1) ? usage : "void")),
  ...usageIn([IfNode, UnlessNode, CaseNode], (child, { predicate }, usage) =>
    child === predicate ? "value" : usage,
  ),
  ...usageIn(
    [ElseNode, EnsureNode, ParenthesesNode, ProgramNode, RescueModifierNode],
    (_child, _parent, usage) => usage,
  ),
  ...usageIn([WhenNode, RescueNode], (child, { statements }, usage) =>
    child === statements || child instanceof RescueNode ? usage : "value",
  ),
  ...usageIn([BeginNode], (child, _parent, usage) => (child instanceof EnsureNode ? "void" : usage)),
  ...usageIn([AndNode, OrNode], (child, { right }, usage) => (child === right ? usage : "value")),
  ...usageIn([WhileNode, UntilNode, ForNode], (child, { statements }) =>
    child === statements ? "void" : "value",
  ),
  ...usageIn([LambdaNode, DefNode], (child, { body }) => (child === body ? "tail" : "value")),
  ...usageIn([ReturnNode, NextNode], () => "tail"),
  ...usageIn([ArgumentsNode], (_child, _parent, usage) =>
    usage === "tail" || usage === "block" ? usage : "value",
  ),
]);
