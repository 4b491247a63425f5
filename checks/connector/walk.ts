import {
  AndNode,
  ArgumentsNode,
  ArrayNode,
  AssocNode,
  BeginNode,
  BlockNode,
  CallNode,
  callableOf,
  CaseNode,
  ConstantReadNode,
  DefNode,
  ElseNode,
  EnsureNode,
  FalseNode,
  ForNode,
  HashNode,
  IfNode,
  IntegerNode,
  LambdaNode,
  LocalVariableReadNode,
  NextNode,
  NilNode,
  type Node,
  OrNode,
  ParenthesesNode,
  ProgramNode,
  RescueModifierNode,
  RequiredParameterNode,
  RescueNode,
  ReturnNode,
  SelfNode,
  StatementsNode,
  StringNode,
  SymbolNode,
  TrueNode,
  UnlessNode,
  UntilNode,
  WhenNode,
  WhileNode,
} from "../ruby/nodes.ts";
import type { Lambda } from "./connector.ts";
import { addTo } from "../groups.ts";

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
  /** How often each of the names that were asked about occurs as a string or symbol, other than as a key of a hash. */
  readonly textCounts: ReadonlyMap<string, number>;
  /** Calls without a receiver by name, in source order; but for those that make lambdas. */
  readonly bareCalls: ReadonlyMap<string, readonly CallFact[]>;
}

export interface FactListener {
  listen(fact: NodeFact): void;
}

/** Who listens to syntax nodes, in source order. Facts are made for the call, and kept by nobody else. */
export interface NodeListeners {
  readonly byClass: ReadonlyMap<unknown, readonly FactListener[]>;
  /** Those of calls, by the name of the method. */
  readonly byCall: ReadonlyMap<string, readonly FactListener[]>;
  /** Those of entries of hash literals, by their literal key. */
  readonly byKey: ReadonlyMap<string, readonly FactListener[]>;
  /** Told of one that throws; the others are still told. */
  failed(listener: FactListener, error: unknown): void;
}

// Node classes have constructors of many forms; only their identity is used.
export type NodeClass = abstract new (...values: never[]) => Node;

const nobody: NodeListeners = { byClass: new Map(), byCall: new Map(), byKey: new Map(), failed() {} };

export interface WalkOptions {
  readonly lambdas: ReadonlyMap<Node, Lambda>;
  /** The names to count. */
  readonly names: Iterable<string>;
  readonly listeners?: NodeListeners | undefined;
}

/** Looks at every node of the file once, and tells those who listen. */
export function collectFacts(
  program: ProgramNode,
  { lambdas, names, listeners = nobody }: WalkOptions,
): Facts {
  const { byClass, byCall, byKey } = listeners;
  // To look these up for each node would take longer than to visit it.
  const ofStrings = byClass.get(StringNode);
  const ofSymbols = byClass.get(SymbolNode);
  const ofCalls = byClass.get(CallNode);
  const ofPairs = byClass.get(AssocNode);
  const ofReads = byClass.get(LocalVariableReadNode);
  const ofHashes = byClass.get(HashNode);
  const ofArrays = byClass.get(ArrayNode);
  const ofArguments = byClass.get(ArgumentsNode);
  const ofStatements = byClass.get(StatementsNode);
  const bareCalls = new Map<string, CallFact[]>();
  const textCounts = new Map<string, number>();
  /** The lengths of the names: most texts have another, and need not be looked up. */
  const lengths: boolean[] = [];
  for (const name of names) {
    textCounts.set(name, 0);
    lengths[name.length] = true;
  }
  const chain: CallNode[] = [];
  let chainTop: { usage: Usage; parent: Node | null } = { usage: "value", parent: null };

  visit(program, null, null, "void", { parent: null }, null);
  return { bareCalls, textCounts };

  // There are very many nodes, nearly all of them of a few classes.
  function visit(
    node: Node,
    parent: Node | null,
    outerLambda: Lambda | null,
    usage: Usage,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    if (node instanceof StringNode || node instanceof SymbolNode) {
      const listening = node instanceof StringNode ? ofStrings : ofSymbols;
      if (listening) tell(listening, { node, parent, lambda: outerLambda, usage, scope, blocks });
      const text = node.unescaped;
      if (!lengths[text.length] || (parent instanceof AssocNode && parent.key === node)) return;
      const count = textCounts.get(text);
      if (count !== undefined) textCounts.set(text, count + 1);
    } else if (node instanceof AssocNode) {
      if (ofPairs) tell(ofPairs, { node, parent, lambda: outerLambda, usage, scope, blocks });
      const { key, value } = node;
      const isLiteral = key instanceof SymbolNode || key instanceof StringNode;
      if (isLiteral) {
        const listening = byKey.get(key.unescaped);
        if (listening) tell(listening, { node, parent, lambda: outerLambda, usage, scope, blocks });
      }
      // Most keys are literals, which hardly anybody listens to, and which are not counted.
      if (!isLiteral || ofSymbols || ofStrings) visit(key, node, outerLambda, "value", scope, blocks);
      visit(value, node, outerLambda, "value", scope, blocks);
    } else if (node instanceof CallNode) {
      visitCall(node, parent, outerLambda, usage, scope, blocks);
    } else if (node instanceof HashNode || node instanceof ArrayNode) {
      const listening = node instanceof HashNode ? ofHashes : ofArrays;
      if (listening) tell(listening, { node, parent, lambda: outerLambda, usage, scope, blocks });
      for (const child of node.elements) visit(child, node, outerLambda, "value", scope, blocks);
    } else if (node instanceof LocalVariableReadNode) {
      if (ofReads) tell(ofReads, { node, parent, lambda: outerLambda, usage, scope, blocks });
    } else if (node instanceof ArgumentsNode) {
      if (ofArguments) tell(ofArguments, { node, parent, lambda: outerLambda, usage, scope, blocks });
      const passed = usage === "tail" || usage === "block" ? usage : "value";
      for (const child of node.arguments_) visit(child, node, outerLambda, passed, scope, blocks);
    } else if (node instanceof StatementsNode) {
      if (ofStatements) tell(ofStatements, { node, parent, lambda: outerLambda, usage, scope, blocks });
      const last = node.body.at(-1);
      for (const child of node.body)
        visit(child, node, outerLambda, child === last ? usage : "void", scope, blocks);
    } else {
      // Only these can be a lambda of the DSL, besides calls.
      const lambda = (node instanceof LambdaNode && lambdas.get(node)) || outerLambda;
      const listening = byClass.get(node.constructor);
      if (listening) tell(listening, { node, parent, lambda, usage, scope, blocks });
      if (!leaves.has(node.constructor))
        visitChildren(node, lambda, usage, scope, lambda === outerLambda ? blocks : null);
    }
  }

  function tell(listening: readonly FactListener[], fact: NodeFact): void {
    for (const one of listening) {
      try {
        one.listen(fact);
      } catch (error) {
        listeners.failed(one, error);
      }
    }
  }

  function visitCall(
    node: CallNode,
    parent: Node | null,
    outerLambda: Lambda | null,
    usage: Usage,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    const { receiver, name, block } = node;
    const lambda = (block && lambdas.get(node)) ?? outerLambda;
    const isChainLink = parent instanceof CallNode && parent.receiver === node;
    if (!isChainLink) {
      chain.length = 0;
      chainTop = { usage, parent };
    }
    const named = byCall.get(name);
    if (ofCalls ?? named) {
      const fact = { node, parent, lambda, usage, scope, blocks };
      if (ofCalls) tell(ofCalls, fact);
      if (named) tell(named, fact);
    }
    const inside = lambda === outerLambda ? blocks : null;
    chain.push(node);
    const callable = block ? callableOf(node) : null;
    // The receiver comes first, while the chain above it is known.
    if (receiver) {
      visit(receiver, node, lambda, "value", scope, inside);
    } else if (!callable) {
      addTo(bareCalls, name, {
        node,
        parent,
        lambda,
        usage,
        scope,
        blocks,
        chain: chain.length === 1 ? [node] : chain.toReversed(),
        chainUsage: chainTop.usage,
        chainParent: chainTop.parent,
      });
    }
    if (node.arguments_) visit(node.arguments_, node, lambda, "value", scope, inside);
    if (block) visitBlock(node, block, callable !== null, lambda, scope, inside);
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
    for (const child of node.children())
      visit(child, node, lambda, usageOf ? usageOf(child, node, usage) : "value", inner, blocks);
  }

  function visitBlock(
    call: CallNode,
    block: Node,
    isCallable: boolean,
    lambda: Lambda | null,
    scope: ScopeFact,
    blocks: BlockChain | null,
  ): void {
    if (!(block instanceof BlockNode)) {
      visit(block, call, lambda, "value", scope, blocks);
      return;
    }
    const inner: ScopeFact = { parent: scope };
    const around = isCallable ? blocks : { call, outer: blocks };
    const listening = byClass.get(BlockNode);
    if (listening) tell(listening, { node: block, parent: call, lambda, usage: "value", scope, blocks });
    if (block.parameters) visit(block.parameters, block, lambda, "value", inner, around);
    if (block.body) visit(block.body, block, lambda, isCallable ? "tail" : "block", inner, around);
  }
}

/** Frequent nodes without children, for which no list of them is made. */
const leaves: ReadonlySet<unknown> = new Set([
  ConstantReadNode,
  FalseNode,
  IntegerNode,
  NilNode,
  RequiredParameterNode,
  SelfNode,
  TrueNode,
]);

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
]);
