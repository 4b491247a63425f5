/*
 * Written by `npm run prism` from `src/nodes.js` of @ruby/prism, which is under the MIT licence:
 * Copyright 2022-present, Shopify Inc. Not to be changed by hand.
 */
import type { Span } from "../source.ts";

/** A syntax node; places are offsets in bytes. */
export type Node =
  | AliasGlobalVariableNode
  | AliasMethodNode
  | AlternationPatternNode
  | AndNode
  | ArgumentsNode
  | ArrayNode
  | ArrayPatternNode
  | AssocNode
  | AssocSplatNode
  | BackReferenceReadNode
  | BeginNode
  | BlockArgumentNode
  | BlockLocalVariableNode
  | BlockNode
  | BlockParameterNode
  | BlockParametersNode
  | BreakNode
  | CallAndWriteNode
  | CallNode
  | CallOperatorWriteNode
  | CallOrWriteNode
  | CallTargetNode
  | CapturePatternNode
  | CaseMatchNode
  | CaseNode
  | ClassNode
  | ClassVariableAndWriteNode
  | ClassVariableOperatorWriteNode
  | ClassVariableOrWriteNode
  | ClassVariableReadNode
  | ClassVariableTargetNode
  | ClassVariableWriteNode
  | ConstantAndWriteNode
  | ConstantOperatorWriteNode
  | ConstantOrWriteNode
  | ConstantPathAndWriteNode
  | ConstantPathNode
  | ConstantPathOperatorWriteNode
  | ConstantPathOrWriteNode
  | ConstantPathTargetNode
  | ConstantPathWriteNode
  | ConstantReadNode
  | ConstantTargetNode
  | ConstantWriteNode
  | DefNode
  | DefinedNode
  | ElseNode
  | EmbeddedStatementsNode
  | EmbeddedVariableNode
  | EnsureNode
  | FalseNode
  | FindPatternNode
  | FlipFlopNode
  | FloatNode
  | ForNode
  | ForwardingArgumentsNode
  | ForwardingParameterNode
  | ForwardingSuperNode
  | GlobalVariableAndWriteNode
  | GlobalVariableOperatorWriteNode
  | GlobalVariableOrWriteNode
  | GlobalVariableReadNode
  | GlobalVariableTargetNode
  | GlobalVariableWriteNode
  | HashNode
  | HashPatternNode
  | IfNode
  | ImaginaryNode
  | ImplicitNode
  | ImplicitRestNode
  | InNode
  | IndexAndWriteNode
  | IndexOperatorWriteNode
  | IndexOrWriteNode
  | IndexTargetNode
  | InstanceVariableAndWriteNode
  | InstanceVariableOperatorWriteNode
  | InstanceVariableOrWriteNode
  | InstanceVariableReadNode
  | InstanceVariableTargetNode
  | InstanceVariableWriteNode
  | IntegerNode
  | InterpolatedMatchLastLineNode
  | InterpolatedRegularExpressionNode
  | InterpolatedStringNode
  | InterpolatedSymbolNode
  | InterpolatedXStringNode
  | ItLocalVariableReadNode
  | ItParametersNode
  | KeywordHashNode
  | KeywordRestParameterNode
  | LambdaNode
  | LocalVariableAndWriteNode
  | LocalVariableOperatorWriteNode
  | LocalVariableOrWriteNode
  | LocalVariableReadNode
  | LocalVariableTargetNode
  | LocalVariableWriteNode
  | MatchLastLineNode
  | MatchPredicateNode
  | MatchRequiredNode
  | MatchWriteNode
  | MissingNode
  | ModuleNode
  | MultiTargetNode
  | MultiWriteNode
  | NextNode
  | NilNode
  | NoKeywordsParameterNode
  | NumberedParametersNode
  | NumberedReferenceReadNode
  | OptionalKeywordParameterNode
  | OptionalParameterNode
  | OrNode
  | ParametersNode
  | ParenthesesNode
  | PinnedExpressionNode
  | PinnedVariableNode
  | PostExecutionNode
  | PreExecutionNode
  | ProgramNode
  | RangeNode
  | RationalNode
  | RedoNode
  | RegularExpressionNode
  | RequiredKeywordParameterNode
  | RequiredParameterNode
  | RescueModifierNode
  | RescueNode
  | RestParameterNode
  | RetryNode
  | ReturnNode
  | SelfNode
  | ShareableConstantNode
  | SingletonClassNode
  | SourceEncodingNode
  | SourceFileNode
  | SourceLineNode
  | SplatNode
  | StatementsNode
  | StringNode
  | SuperNode
  | SymbolNode
  | TrueNode
  | UndefNode
  | UnlessNode
  | UntilNode
  | WhenNode
  | WhileNode
  | XStringNode
  | YieldNode;

const none: readonly Node[] = [];

function present(nodes: readonly (Node | null)[]): readonly Node[] {
  return nodes.includes(null) ? nodes.filter((node) => node !== null) : (nodes as readonly Node[]);
}

export class AliasGlobalVariableNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly newName: Node;
  declare readonly oldName: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AliasGlobalVariableNode";

  constructor(nodeID: number, start: number, end: number, newName: Node, oldName: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.newName = newName;
    this.oldName = oldName;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.newName, this.oldName];
  }
}

export class AliasMethodNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly newName: Node;
  declare readonly oldName: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AliasMethodNode";

  constructor(nodeID: number, start: number, end: number, newName: Node, oldName: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.newName = newName;
    this.oldName = oldName;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.newName, this.oldName];
  }
}

export class AlternationPatternNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AlternationPatternNode";

  constructor(nodeID: number, start: number, end: number, left: Node, right: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.left = left;
    this.right = right;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.left, this.right];
  }
}

export class AndNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AndNode";

  constructor(nodeID: number, start: number, end: number, left: Node, right: Node, operatorStart: number, operatorEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.left = left;
    this.right = right;
    this.operatorStart = operatorStart;
    this.operatorEnd = operatorEnd;
  }

  get operatorLoc(): Span {
    return { start: this.operatorStart, end: this.operatorEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.left, this.right];
  }
}

export class ArgumentsNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ArgumentsNode";

  constructor(nodeID: number, start: number, end: number, arguments_: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_;
  }
}

export class ArrayNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ArrayNode";

  constructor(nodeID: number, start: number, end: number, elements: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.elements = elements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.elements;
  }
}

export class ArrayPatternNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constant: Node | null;
  declare readonly requireds: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly posts: readonly Node[];
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ArrayPatternNode";

  constructor(nodeID: number, start: number, end: number, constant: Node | null, requireds: readonly Node[], rest: Node | null, posts: readonly Node[], openingStart: number, openingEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.constant = constant;
    this.requireds = requireds;
    this.rest = rest;
    this.posts = posts;
    this.openingStart = openingStart;
    this.openingEnd = openingEnd;
  }

  get openingLoc(): Span | null {
    return this.openingStart < 0 ? null : { start: this.openingStart, end: this.openingEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.constant, ...this.requireds, this.rest, ...this.posts]);
  }
}

export class AssocNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly key: Node;
  declare readonly value: Node;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AssocNode";

  constructor(nodeID: number, start: number, end: number, key: Node, value: Node, operatorStart: number, operatorEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.key = key;
    this.value = value;
    this.operatorStart = operatorStart;
    this.operatorEnd = operatorEnd;
  }

  get operatorLoc(): Span | null {
    return this.operatorStart < 0 ? null : { start: this.operatorStart, end: this.operatorEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.key, this.value];
  }
}

export class AssocSplatNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AssocSplatNode";

  constructor(nodeID: number, start: number, end: number, value: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.value ? [this.value] : none;
  }
}

export class BackReferenceReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BackReferenceReadNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class BeginNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  declare readonly rescueClause: RescueNode | null;
  declare readonly elseClause: ElseNode | null;
  declare readonly ensureClause: EnsureNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BeginNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null, rescueClause: RescueNode | null, elseClause: ElseNode | null, ensureClause: EnsureNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
    this.rescueClause = rescueClause;
    this.elseClause = elseClause;
    this.ensureClause = ensureClause;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.statements, this.rescueClause, this.elseClause, this.ensureClause]);
  }
}

export class BlockArgumentNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockArgumentNode";

  constructor(nodeID: number, start: number, end: number, expression: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.expression = expression;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.expression ? [this.expression] : none;
  }
}

export class BlockLocalVariableNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockLocalVariableNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class BlockNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parameters: Node | null;
  declare readonly body: Node | null;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockNode";

  constructor(nodeID: number, start: number, end: number, parameters: Node | null, body: Node | null, openingStart: number, openingEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parameters = parameters;
    this.body = body;
    this.openingStart = openingStart;
    this.openingEnd = openingEnd;
  }

  get openingLoc(): Span {
    return { start: this.openingStart, end: this.openingEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.parameters, this.body]);
  }
}

export class BlockParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class BlockParametersNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parameters: ParametersNode | null;
  declare readonly locals: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockParametersNode";

  constructor(nodeID: number, start: number, end: number, parameters: ParametersNode | null, locals: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parameters = parameters;
    this.locals = locals;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.parameters, ...this.locals]);
  }
}

export class BreakNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BreakNode";

  constructor(nodeID: number, start: number, end: number, arguments_: ArgumentsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_ ? [this.arguments_] : none;
  }
}

export class CallAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallAndWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, readName: string, writeName: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.readName = readName;
    this.writeName = writeName;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.value]);
  }
}

export class CallNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly receiver: Node | null;
  declare readonly name: string;
  declare readonly messageStart: number;
  declare readonly messageEnd: number;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallNode";

  constructor(nodeID: number, start: number, end: number, flags: number, receiver: Node | null, name: string, messageStart: number, messageEnd: number, arguments_: ArgumentsNode | null, block: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.receiver = receiver;
    this.name = name;
    this.messageStart = messageStart;
    this.messageEnd = messageEnd;
    this.arguments_ = arguments_;
    this.block = block;
  }

  get messageLoc(): Span | null {
    return this.messageStart < 0 ? null : { start: this.messageStart, end: this.messageEnd };
  }

  isSafeNavigation(): boolean {
    return (this.flags & 4) !== 0;
  }

  isVariableCall(): boolean {
    return (this.flags & 8) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.arguments_, this.block]);
  }
}

export class CallOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly binaryOperator: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, readName: string, writeName: string, binaryOperator: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.readName = readName;
    this.writeName = writeName;
    this.binaryOperator = binaryOperator;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.value]);
  }
}

export class CallOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallOrWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, readName: string, writeName: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.readName = readName;
    this.writeName = writeName;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.value]);
  }
}

export class CallTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallTargetNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.receiver];
  }
}

export class CapturePatternNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly target: LocalVariableTargetNode;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CapturePatternNode";

  constructor(nodeID: number, start: number, end: number, value: Node, target: LocalVariableTargetNode) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
    this.target = target;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value, this.target];
  }
}

export class CaseMatchNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node | null;
  declare readonly conditions: readonly Node[];
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CaseMatchNode";

  constructor(nodeID: number, start: number, end: number, predicate: Node | null, conditions: readonly Node[], elseClause: ElseNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.predicate = predicate;
    this.conditions = conditions;
    this.elseClause = elseClause;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, ...this.conditions, this.elseClause]);
  }
}

export class CaseNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node | null;
  declare readonly conditions: readonly Node[];
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CaseNode";

  constructor(nodeID: number, start: number, end: number, predicate: Node | null, conditions: readonly Node[], elseClause: ElseNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.predicate = predicate;
    this.conditions = conditions;
    this.elseClause = elseClause;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, ...this.conditions, this.elseClause]);
  }
}

export class ClassNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constantPath: Node;
  declare readonly superclass: Node | null;
  declare readonly body: Node | null;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassNode";

  constructor(nodeID: number, start: number, end: number, constantPath: Node, superclass: Node | null, body: Node | null, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.constantPath = constantPath;
    this.superclass = superclass;
    this.body = body;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.constantPath, this.superclass, this.body]);
  }
}

export class ClassVariableAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableAndWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ClassVariableOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node, binaryOperator: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
    this.binaryOperator = binaryOperator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ClassVariableOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableOrWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ClassVariableReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableReadNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ClassVariableTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableTargetNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ClassVariableWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ConstantAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantAndWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ConstantOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node, binaryOperator: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
    this.binaryOperator = binaryOperator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ConstantOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantOrWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ConstantPathAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathAndWriteNode";

  constructor(nodeID: number, start: number, end: number, target: ConstantPathNode, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.target = target;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.target, this.value];
  }
}

export class ConstantPathNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parent: Node | null;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathNode";

  constructor(nodeID: number, start: number, end: number, parent: Node | null, name: string | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parent = parent;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parent ? [this.parent] : none;
  }
}

export class ConstantPathOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, target: ConstantPathNode, value: Node, binaryOperator: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.target = target;
    this.value = value;
    this.binaryOperator = binaryOperator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.target, this.value];
  }
}

export class ConstantPathOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathOrWriteNode";

  constructor(nodeID: number, start: number, end: number, target: ConstantPathNode, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.target = target;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.target, this.value];
  }
}

export class ConstantPathTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parent: Node | null;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathTargetNode";

  constructor(nodeID: number, start: number, end: number, parent: Node | null, name: string | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parent = parent;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parent ? [this.parent] : none;
  }
}

export class ConstantPathWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathWriteNode";

  constructor(nodeID: number, start: number, end: number, target: ConstantPathNode, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.target = target;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.target, this.value];
  }
}

export class ConstantReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantReadNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ConstantTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantTargetNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ConstantWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class DefNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly receiver: Node | null;
  declare readonly parameters: ParametersNode | null;
  declare readonly body: Node | null;
  declare readonly equalStart: number;
  declare readonly equalEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "DefNode";

  constructor(nodeID: number, start: number, end: number, name: string, receiver: Node | null, parameters: ParametersNode | null, body: Node | null, equalStart: number, equalEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.receiver = receiver;
    this.parameters = parameters;
    this.body = body;
    this.equalStart = equalStart;
    this.equalEnd = equalEnd;
  }

  get equalLoc(): Span | null {
    return this.equalStart < 0 ? null : { start: this.equalStart, end: this.equalEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.parameters, this.body]);
  }
}

export class DefinedNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "DefinedNode";

  constructor(nodeID: number, start: number, end: number, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ElseNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ElseNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.statements ? [this.statements] : none;
  }
}

export class EmbeddedStatementsNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EmbeddedStatementsNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.statements ? [this.statements] : none;
  }
}

export class EmbeddedVariableNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly variable: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EmbeddedVariableNode";

  constructor(nodeID: number, start: number, end: number, variable: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.variable = variable;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.variable];
  }
}

export class EnsureNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EnsureNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.statements ? [this.statements] : none;
  }
}

export class FalseNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FalseNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class FindPatternNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constant: Node | null;
  declare readonly left: SplatNode;
  declare readonly requireds: readonly Node[];
  declare readonly right: Node;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FindPatternNode";

  constructor(nodeID: number, start: number, end: number, constant: Node | null, left: SplatNode, requireds: readonly Node[], right: Node, openingStart: number, openingEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.constant = constant;
    this.left = left;
    this.requireds = requireds;
    this.right = right;
    this.openingStart = openingStart;
    this.openingEnd = openingEnd;
  }

  get openingLoc(): Span | null {
    return this.openingStart < 0 ? null : { start: this.openingStart, end: this.openingEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.constant, this.left, ...this.requireds, this.right]);
  }
}

export class FlipFlopNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node | null;
  declare readonly right: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FlipFlopNode";

  constructor(nodeID: number, start: number, end: number, left: Node | null, right: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.left = left;
    this.right = right;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.left, this.right]);
  }
}

export class FloatNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FloatNode";

  constructor(nodeID: number, start: number, end: number, value: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ForNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly index: Node;
  declare readonly collection: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForNode";

  constructor(nodeID: number, start: number, end: number, index: Node, collection: Node, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.index = index;
    this.collection = collection;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.index, this.collection, this.statements]);
  }
}

export class ForwardingArgumentsNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingArgumentsNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ForwardingParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingParameterNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ForwardingSuperNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly block: BlockNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingSuperNode";

  constructor(nodeID: number, start: number, end: number, block: BlockNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.block = block;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.block ? [this.block] : none;
  }
}

export class GlobalVariableAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableAndWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class GlobalVariableOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node, binaryOperator: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
    this.binaryOperator = binaryOperator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class GlobalVariableOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableOrWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class GlobalVariableReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableReadNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class GlobalVariableTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableTargetNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class GlobalVariableWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class HashNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "HashNode";

  constructor(nodeID: number, start: number, end: number, elements: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.elements = elements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.elements;
  }
}

export class HashPatternNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constant: Node | null;
  declare readonly elements: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "HashPatternNode";

  constructor(nodeID: number, start: number, end: number, constant: Node | null, elements: readonly Node[], rest: Node | null, openingStart: number, openingEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.constant = constant;
    this.elements = elements;
    this.rest = rest;
    this.openingStart = openingStart;
    this.openingEnd = openingEnd;
  }

  get openingLoc(): Span | null {
    return this.openingStart < 0 ? null : { start: this.openingStart, end: this.openingEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.constant, ...this.elements, this.rest]);
  }
}

export class IfNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  declare readonly subsequent: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IfNode";

  constructor(nodeID: number, start: number, end: number, predicate: Node, statements: StatementsNode | null, subsequent: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.predicate = predicate;
    this.statements = statements;
    this.subsequent = subsequent;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, this.statements, this.subsequent]);
  }
}

export class ImaginaryNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly numeric: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImaginaryNode";

  constructor(nodeID: number, start: number, end: number, numeric: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.numeric = numeric;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.numeric];
  }
}

export class ImplicitNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImplicitNode";

  constructor(nodeID: number, start: number, end: number, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class ImplicitRestNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImplicitRestNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class InNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly pattern: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InNode";

  constructor(nodeID: number, start: number, end: number, pattern: Node, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.pattern = pattern;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.pattern, this.statements]);
  }
}

export class IndexAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexAndWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.arguments_ = arguments_;
    this.block = block;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.arguments_, this.block, this.value]);
  }
}

export class IndexOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly binaryOperator: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, binaryOperator: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.arguments_ = arguments_;
    this.block = block;
    this.binaryOperator = binaryOperator;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.arguments_, this.block, this.value]);
  }
}

export class IndexOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexOrWriteNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.arguments_ = arguments_;
    this.block = block;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.arguments_, this.block, this.value]);
  }
}

export class IndexTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexTargetNode";

  constructor(nodeID: number, start: number, end: number, receiver: Node, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.receiver = receiver;
    this.arguments_ = arguments_;
    this.block = block;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.receiver, this.arguments_, this.block]);
  }
}

export class InstanceVariableAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableAndWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class InstanceVariableOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node, binaryOperator: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
    this.binaryOperator = binaryOperator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class InstanceVariableOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableOrWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class InstanceVariableReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableReadNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class InstanceVariableTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableTargetNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class InstanceVariableWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class IntegerNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IntegerNode";

  constructor(nodeID: number, start: number, end: number, value: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class InterpolatedMatchLastLineNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedMatchLastLineNode";

  constructor(nodeID: number, start: number, end: number, parts: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parts = parts;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parts;
  }
}

export class InterpolatedRegularExpressionNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedRegularExpressionNode";

  constructor(nodeID: number, start: number, end: number, flags: number, parts: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.parts = parts;
  }

  isExtended(): boolean {
    return (this.flags & 8) !== 0;
  }

  isMultiLine(): boolean {
    return (this.flags & 16) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parts;
  }
}

export class InterpolatedStringNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedStringNode";

  constructor(nodeID: number, start: number, end: number, parts: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parts = parts;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parts;
  }
}

export class InterpolatedSymbolNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedSymbolNode";

  constructor(nodeID: number, start: number, end: number, parts: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parts = parts;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parts;
  }
}

export class InterpolatedXStringNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedXStringNode";

  constructor(nodeID: number, start: number, end: number, parts: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.parts = parts;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.parts;
  }
}

export class ItLocalVariableReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ItLocalVariableReadNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ItParametersNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ItParametersNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class KeywordHashNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "KeywordHashNode";

  constructor(nodeID: number, start: number, end: number, elements: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.elements = elements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.elements;
  }
}

export class KeywordRestParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "KeywordRestParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class LambdaNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  declare readonly parameters: Node | null;
  declare readonly body: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LambdaNode";

  constructor(nodeID: number, start: number, end: number, operatorStart: number, operatorEnd: number, openingStart: number, openingEnd: number, parameters: Node | null, body: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.operatorStart = operatorStart;
    this.operatorEnd = operatorEnd;
    this.openingStart = openingStart;
    this.openingEnd = openingEnd;
    this.parameters = parameters;
    this.body = body;
  }

  get operatorLoc(): Span {
    return { start: this.operatorStart, end: this.operatorEnd };
  }

  get openingLoc(): Span {
    return { start: this.openingStart, end: this.openingEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.parameters, this.body]);
  }
}

export class LocalVariableAndWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableAndWriteNode";

  constructor(nodeID: number, start: number, end: number, value: Node, name: string, depth: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
    this.name = name;
    this.depth = depth;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class LocalVariableOperatorWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly binaryOperator: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableOperatorWriteNode";

  constructor(nodeID: number, start: number, end: number, value: Node, name: string, binaryOperator: string, depth: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
    this.name = name;
    this.binaryOperator = binaryOperator;
    this.depth = depth;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class LocalVariableOrWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableOrWriteNode";

  constructor(nodeID: number, start: number, end: number, nameStart: number, nameEnd: number, value: Node, name: string, depth: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.value = value;
    this.name = name;
    this.depth = depth;
  }

  get nameLoc(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class LocalVariableReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableReadNode";

  constructor(nodeID: number, start: number, end: number, name: string, depth: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.depth = depth;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class LocalVariableTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableTargetNode";

  constructor(nodeID: number, start: number, end: number, name: string, depth: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.depth = depth;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class LocalVariableWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableWriteNode";

  constructor(nodeID: number, start: number, end: number, name: string, depth: number, nameStart: number, nameEnd: number, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.depth = depth;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.value = value;
  }

  get nameLoc(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class MatchLastLineNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchLastLineNode";

  constructor(nodeID: number, start: number, end: number, unescaped: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class MatchPredicateNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly pattern: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchPredicateNode";

  constructor(nodeID: number, start: number, end: number, value: Node, pattern: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
    this.pattern = pattern;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value, this.pattern];
  }
}

export class MatchRequiredNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly pattern: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchRequiredNode";

  constructor(nodeID: number, start: number, end: number, value: Node, pattern: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.value = value;
    this.pattern = pattern;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value, this.pattern];
  }
}

export class MatchWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly call: CallNode;
  declare readonly targets: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchWriteNode";

  constructor(nodeID: number, start: number, end: number, call: CallNode, targets: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.call = call;
    this.targets = targets;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.call, ...this.targets];
  }
}

export class MissingNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MissingNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ModuleNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constantPath: Node;
  declare readonly body: Node | null;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ModuleNode";

  constructor(nodeID: number, start: number, end: number, constantPath: Node, body: Node | null, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.constantPath = constantPath;
    this.body = body;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.constantPath, this.body]);
  }
}

export class MultiTargetNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly lefts: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly rights: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MultiTargetNode";

  constructor(nodeID: number, start: number, end: number, lefts: readonly Node[], rest: Node | null, rights: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.lefts = lefts;
    this.rest = rest;
    this.rights = rights;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([...this.lefts, this.rest, ...this.rights]);
  }
}

export class MultiWriteNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly lefts: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly rights: readonly Node[];
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MultiWriteNode";

  constructor(nodeID: number, start: number, end: number, lefts: readonly Node[], rest: Node | null, rights: readonly Node[], value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.lefts = lefts;
    this.rest = rest;
    this.rights = rights;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([...this.lefts, this.rest, ...this.rights, this.value]);
  }
}

export class NextNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NextNode";

  constructor(nodeID: number, start: number, end: number, arguments_: ArgumentsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_ ? [this.arguments_] : none;
  }
}

export class NilNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NilNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class NoKeywordsParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NoKeywordsParameterNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class NumberedParametersNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly maximum: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NumberedParametersNode";

  constructor(nodeID: number, start: number, end: number, maximum: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.maximum = maximum;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class NumberedReferenceReadNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly number: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NumberedReferenceReadNode";

  constructor(nodeID: number, start: number, end: number, number: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.number = number;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class OptionalKeywordParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OptionalKeywordParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string, nameStart: number, nameEnd: number, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.value = value;
  }

  get nameLoc(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class OptionalParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OptionalParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string, nameStart: number, nameEnd: number, value: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
    this.value = value;
  }

  get nameLoc(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.value];
  }
}

export class OrNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OrNode";

  constructor(nodeID: number, start: number, end: number, left: Node, right: Node, operatorStart: number, operatorEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.left = left;
    this.right = right;
    this.operatorStart = operatorStart;
    this.operatorEnd = operatorEnd;
  }

  get operatorLoc(): Span {
    return { start: this.operatorStart, end: this.operatorEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.left, this.right];
  }
}

export class ParametersNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly requireds: readonly Node[];
  declare readonly optionals: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly posts: readonly Node[];
  declare readonly keywords: readonly Node[];
  declare readonly keywordRest: Node | null;
  declare readonly block: BlockParameterNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ParametersNode";

  constructor(nodeID: number, start: number, end: number, requireds: readonly Node[], optionals: readonly Node[], rest: Node | null, posts: readonly Node[], keywords: readonly Node[], keywordRest: Node | null, block: BlockParameterNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.requireds = requireds;
    this.optionals = optionals;
    this.rest = rest;
    this.posts = posts;
    this.keywords = keywords;
    this.keywordRest = keywordRest;
    this.block = block;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([...this.requireds, ...this.optionals, this.rest, ...this.posts, ...this.keywords, this.keywordRest, this.block]);
  }
}

export class ParenthesesNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly body: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ParenthesesNode";

  constructor(nodeID: number, start: number, end: number, body: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.body = body;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.body ? [this.body] : none;
  }
}

export class PinnedExpressionNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PinnedExpressionNode";

  constructor(nodeID: number, start: number, end: number, expression: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.expression = expression;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.expression];
  }
}

export class PinnedVariableNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly variable: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PinnedVariableNode";

  constructor(nodeID: number, start: number, end: number, variable: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.variable = variable;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.variable];
  }
}

export class PostExecutionNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PostExecutionNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.statements ? [this.statements] : none;
  }
}

export class PreExecutionNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PreExecutionNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.statements ? [this.statements] : none;
  }
}

export class ProgramNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ProgramNode";

  constructor(nodeID: number, start: number, end: number, statements: StatementsNode) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.statements];
  }
}

export class RangeNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly left: Node | null;
  declare readonly right: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RangeNode";

  constructor(nodeID: number, start: number, end: number, flags: number, left: Node | null, right: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.left = left;
    this.right = right;
  }

  isExcludeEnd(): boolean {
    return (this.flags & 4) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.left, this.right]);
  }
}

export class RationalNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly numerator: number;
  declare readonly denominator: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RationalNode";

  constructor(nodeID: number, start: number, end: number, numerator: number, denominator: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RedoNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RedoNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RegularExpressionNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RegularExpressionNode";

  constructor(nodeID: number, start: number, end: number, flags: number, unescaped: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
  }

  isIgnoreCase(): boolean {
    return (this.flags & 4) !== 0;
  }

  isExtended(): boolean {
    return (this.flags & 8) !== 0;
  }

  isMultiLine(): boolean {
    return (this.flags & 16) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RequiredKeywordParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RequiredKeywordParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string, nameStart: number, nameEnd: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
    this.nameStart = nameStart;
    this.nameEnd = nameEnd;
  }

  get nameLoc(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RequiredParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RequiredParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RescueModifierNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  declare readonly rescueExpression: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RescueModifierNode";

  constructor(nodeID: number, start: number, end: number, expression: Node, rescueExpression: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.expression = expression;
    this.rescueExpression = rescueExpression;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.expression, this.rescueExpression];
  }
}

export class RescueNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly keywordStart: number;
  declare readonly keywordEnd: number;
  declare readonly exceptions: readonly Node[];
  declare readonly reference: Node | null;
  declare readonly statements: StatementsNode | null;
  declare readonly subsequent: RescueNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RescueNode";

  constructor(nodeID: number, start: number, end: number, keywordStart: number, keywordEnd: number, exceptions: readonly Node[], reference: Node | null, statements: StatementsNode | null, subsequent: RescueNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.keywordStart = keywordStart;
    this.keywordEnd = keywordEnd;
    this.exceptions = exceptions;
    this.reference = reference;
    this.statements = statements;
    this.subsequent = subsequent;
  }

  get keywordLoc(): Span {
    return { start: this.keywordStart, end: this.keywordEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([...this.exceptions, this.reference, this.statements, this.subsequent]);
  }
}

export class RestParameterNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RestParameterNode";

  constructor(nodeID: number, start: number, end: number, name: string | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.name = name;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RetryNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RetryNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ReturnNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ReturnNode";

  constructor(nodeID: number, start: number, end: number, arguments_: ArgumentsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_ ? [this.arguments_] : none;
  }
}

export class SelfNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SelfNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ShareableConstantNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly write: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ShareableConstantNode";

  constructor(nodeID: number, start: number, end: number, write: Node) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.write = write;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.write];
  }
}

export class SingletonClassNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  declare readonly body: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SingletonClassNode";

  constructor(nodeID: number, start: number, end: number, expression: Node, body: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.expression = expression;
    this.body = body;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.expression, this.body]);
  }
}

export class SourceEncodingNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceEncodingNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SourceFileNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly filepath: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceFileNode";

  constructor(nodeID: number, start: number, end: number, filepath: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.filepath = filepath;
    this.validEncoding = validEncoding;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SourceLineNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceLineNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SplatNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SplatNode";

  constructor(nodeID: number, start: number, end: number, expression: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.expression = expression;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.expression ? [this.expression] : none;
  }
}

export class StatementsNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly body: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "StatementsNode";

  constructor(nodeID: number, start: number, end: number, body: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.body = body;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.body;
  }
}

export class StringNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly contentStart: number;
  declare readonly contentEnd: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "StringNode";

  constructor(nodeID: number, start: number, end: number, flags: number, contentStart: number, contentEnd: number, unescaped: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.contentStart = contentStart;
    this.contentEnd = contentEnd;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
  }

  get contentLoc(): Span {
    return { start: this.contentStart, end: this.contentEnd };
  }

  isFrozen(): boolean {
    return (this.flags & 16) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SuperNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SuperNode";

  constructor(nodeID: number, start: number, end: number, arguments_: ArgumentsNode | null, block: Node | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
    this.block = block;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.arguments_, this.block]);
  }
}

export class SymbolNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly valueStart: number;
  declare readonly valueEnd: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SymbolNode";

  constructor(nodeID: number, start: number, end: number, valueStart: number, valueEnd: number, unescaped: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.valueStart = valueStart;
    this.valueEnd = valueEnd;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
  }

  get valueLoc(): Span | null {
    return this.valueStart < 0 ? null : { start: this.valueStart, end: this.valueEnd };
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class TrueNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "TrueNode";

  constructor(nodeID: number, start: number, end: number) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class UndefNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly names: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UndefNode";

  constructor(nodeID: number, start: number, end: number, names: readonly Node[]) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.names = names;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.names;
  }
}

export class UnlessNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UnlessNode";

  constructor(nodeID: number, start: number, end: number, predicate: Node, statements: StatementsNode | null, elseClause: ElseNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.predicate = predicate;
    this.statements = statements;
    this.elseClause = elseClause;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, this.statements, this.elseClause]);
  }
}

export class UntilNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UntilNode";

  constructor(nodeID: number, start: number, end: number, flags: number, predicate: Node, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.predicate = predicate;
    this.statements = statements;
  }

  isBeginModifier(): boolean {
    return (this.flags & 4) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, this.statements]);
  }
}

export class WhenNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly conditions: readonly Node[];
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "WhenNode";

  constructor(nodeID: number, start: number, end: number, conditions: readonly Node[], statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.conditions = conditions;
    this.statements = statements;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([...this.conditions, this.statements]);
  }
}

export class WhileNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "WhileNode";

  constructor(nodeID: number, start: number, end: number, flags: number, predicate: Node, statements: StatementsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.predicate = predicate;
    this.statements = statements;
  }

  isBeginModifier(): boolean {
    return (this.flags & 4) !== 0;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return present([this.predicate, this.statements]);
  }
}

export class XStringNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "XStringNode";

  constructor(nodeID: number, start: number, end: number, unescaped: string, validEncoding: boolean) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class YieldNode {
  declare readonly nodeID: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "YieldNode";

  constructor(nodeID: number, start: number, end: number, arguments_: ArgumentsNode | null) {
    this.nodeID = nodeID;
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_ ? [this.arguments_] : none;
  }
}
