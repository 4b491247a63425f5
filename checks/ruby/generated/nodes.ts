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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly newName: Node;
  declare readonly oldName: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AliasGlobalVariableNode";

  constructor(start: number, end: number, newName: Node, oldName: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly newName: Node;
  declare readonly oldName: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AliasMethodNode";

  constructor(start: number, end: number, newName: Node, oldName: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AlternationPatternNode";

  constructor(start: number, end: number, left: Node, right: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AndNode";

  constructor(start: number, end: number, left: Node, right: Node, operatorStart: number, operatorEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ArgumentsNode";

  constructor(start: number, end: number, arguments_: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ArrayNode";

  constructor(start: number, end: number, elements: readonly Node[]) {
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

  constructor(start: number, end: number, constant: Node | null, requireds: readonly Node[], rest: Node | null, posts: readonly Node[], openingStart: number, openingEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly key: Node;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AssocNode";

  constructor(start: number, end: number, key: Node, value: Node) {
    this.start = start;
    this.end = end;
    this.key = key;
    this.value = value;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return [this.key, this.value];
  }
}

export class AssocSplatNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "AssocSplatNode";

  constructor(start: number, end: number, value: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BackReferenceReadNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  declare readonly rescueClause: RescueNode | null;
  declare readonly elseClause: ElseNode | null;
  declare readonly ensureClause: EnsureNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BeginNode";

  constructor(start: number, end: number, statements: StatementsNode | null, rescueClause: RescueNode | null, elseClause: ElseNode | null, ensureClause: EnsureNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockArgumentNode";

  constructor(start: number, end: number, expression: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockLocalVariableNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parameters: Node | null;
  declare readonly body: Node | null;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockNode";

  constructor(start: number, end: number, parameters: Node | null, body: Node | null, openingStart: number, openingEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockParameterNode";

  constructor(start: number, end: number, name: string | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parameters: ParametersNode | null;
  declare readonly locals: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BlockParametersNode";

  constructor(start: number, end: number, parameters: ParametersNode | null, locals: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "BreakNode";

  constructor(start: number, end: number, arguments_: ArgumentsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallAndWriteNode";

  constructor(start: number, end: number, receiver: Node | null, readName: string, writeName: string, value: Node) {
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

  constructor(start: number, end: number, flags: number, receiver: Node | null, name: string, messageStart: number, messageEnd: number, arguments_: ArgumentsNode | null, block: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly binaryOperator: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallOperatorWriteNode";

  constructor(start: number, end: number, receiver: Node | null, readName: string, writeName: string, binaryOperator: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly readName: string;
  declare readonly writeName: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallOrWriteNode";

  constructor(start: number, end: number, receiver: Node | null, readName: string, writeName: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CallTargetNode";

  constructor(start: number, end: number, receiver: Node, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly target: LocalVariableTargetNode;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CapturePatternNode";

  constructor(start: number, end: number, value: Node, target: LocalVariableTargetNode) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node | null;
  declare readonly conditions: readonly Node[];
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CaseMatchNode";

  constructor(start: number, end: number, predicate: Node | null, conditions: readonly Node[], elseClause: ElseNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node | null;
  declare readonly conditions: readonly Node[];
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "CaseNode";

  constructor(start: number, end: number, predicate: Node | null, conditions: readonly Node[], elseClause: ElseNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constantPath: Node;
  declare readonly superclass: Node | null;
  declare readonly body: Node | null;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassNode";

  constructor(start: number, end: number, constantPath: Node, superclass: Node | null, body: Node | null, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableAndWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableOperatorWriteNode";

  constructor(start: number, end: number, name: string, value: Node, binaryOperator: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableOrWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableReadNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableTargetNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ClassVariableWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantAndWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantOperatorWriteNode";

  constructor(start: number, end: number, name: string, value: Node, binaryOperator: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantOrWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathAndWriteNode";

  constructor(start: number, end: number, target: ConstantPathNode, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parent: Node | null;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathNode";

  constructor(start: number, end: number, parent: Node | null, name: string | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathOperatorWriteNode";

  constructor(start: number, end: number, target: ConstantPathNode, value: Node, binaryOperator: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathOrWriteNode";

  constructor(start: number, end: number, target: ConstantPathNode, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parent: Node | null;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathTargetNode";

  constructor(start: number, end: number, parent: Node | null, name: string | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: ConstantPathNode;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantPathWriteNode";

  constructor(start: number, end: number, target: ConstantPathNode, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantReadNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantTargetNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ConstantWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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

  constructor(start: number, end: number, name: string, receiver: Node | null, parameters: ParametersNode | null, body: Node | null, equalStart: number, equalEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "DefinedNode";

  constructor(start: number, end: number, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ElseNode";

  constructor(start: number, end: number, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EmbeddedStatementsNode";

  constructor(start: number, end: number, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly variable: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EmbeddedVariableNode";

  constructor(start: number, end: number, variable: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "EnsureNode";

  constructor(start: number, end: number, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FalseNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class FindPatternNode {
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

  constructor(start: number, end: number, constant: Node | null, left: SplatNode, requireds: readonly Node[], right: Node, openingStart: number, openingEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node | null;
  declare readonly right: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FlipFlopNode";

  constructor(start: number, end: number, left: Node | null, right: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "FloatNode";

  constructor(start: number, end: number, value: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly index: Node;
  declare readonly collection: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForNode";

  constructor(start: number, end: number, index: Node, collection: Node, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingArgumentsNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ForwardingParameterNode {
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingParameterNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ForwardingSuperNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly block: BlockNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ForwardingSuperNode";

  constructor(start: number, end: number, block: BlockNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableAndWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableOperatorWriteNode";

  constructor(start: number, end: number, name: string, value: Node, binaryOperator: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableOrWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableReadNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableTargetNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "GlobalVariableWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "HashNode";

  constructor(start: number, end: number, elements: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constant: Node | null;
  declare readonly elements: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly openingStart: number;
  declare readonly openingEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "HashPatternNode";

  constructor(start: number, end: number, constant: Node | null, elements: readonly Node[], rest: Node | null, openingStart: number, openingEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  declare readonly subsequent: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IfNode";

  constructor(start: number, end: number, predicate: Node, statements: StatementsNode | null, subsequent: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly numeric: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImaginaryNode";

  constructor(start: number, end: number, numeric: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImplicitNode";

  constructor(start: number, end: number, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ImplicitRestNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class InNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly pattern: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InNode";

  constructor(start: number, end: number, pattern: Node, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexAndWriteNode";

  constructor(start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly binaryOperator: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexOperatorWriteNode";

  constructor(start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, binaryOperator: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node | null;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexOrWriteNode";

  constructor(start: number, end: number, receiver: Node | null, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly receiver: Node;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: BlockArgumentNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IndexTargetNode";

  constructor(start: number, end: number, receiver: Node, arguments_: ArgumentsNode | null, block: BlockArgumentNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableAndWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  declare readonly binaryOperator: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableOperatorWriteNode";

  constructor(start: number, end: number, name: string, value: Node, binaryOperator: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableOrWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableReadNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableTargetNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InstanceVariableWriteNode";

  constructor(start: number, end: number, name: string, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "IntegerNode";

  constructor(start: number, end: number, value: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedMatchLastLineNode";

  constructor(start: number, end: number, parts: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedRegularExpressionNode";

  constructor(start: number, end: number, flags: number, parts: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedStringNode";

  constructor(start: number, end: number, parts: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedSymbolNode";

  constructor(start: number, end: number, parts: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly parts: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "InterpolatedXStringNode";

  constructor(start: number, end: number, parts: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ItLocalVariableReadNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ItParametersNode {
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ItParametersNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class KeywordHashNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly elements: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "KeywordHashNode";

  constructor(start: number, end: number, elements: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "KeywordRestParameterNode";

  constructor(start: number, end: number, name: string | null) {
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

  constructor(start: number, end: number, operatorStart: number, operatorEnd: number, openingStart: number, openingEnd: number, parameters: Node | null, body: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableAndWriteNode";

  constructor(start: number, end: number, value: Node, name: string, depth: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly binaryOperator: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableOperatorWriteNode";

  constructor(start: number, end: number, value: Node, name: string, binaryOperator: string, depth: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableOrWriteNode";

  constructor(start: number, end: number, nameStart: number, nameEnd: number, value: Node, name: string, depth: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableReadNode";

  constructor(start: number, end: number, name: string, depth: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableTargetNode";

  constructor(start: number, end: number, name: string, depth: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly depth: number;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "LocalVariableWriteNode";

  constructor(start: number, end: number, name: string, depth: number, nameStart: number, nameEnd: number, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchLastLineNode";

  constructor(start: number, end: number, unescaped: string, validEncoding: boolean) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly pattern: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchPredicateNode";

  constructor(start: number, end: number, value: Node, pattern: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly value: Node;
  declare readonly pattern: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchRequiredNode";

  constructor(start: number, end: number, value: Node, pattern: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly call: CallNode;
  declare readonly targets: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MatchWriteNode";

  constructor(start: number, end: number, call: CallNode, targets: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MissingNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ModuleNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly constantPath: Node;
  declare readonly body: Node | null;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ModuleNode";

  constructor(start: number, end: number, constantPath: Node, body: Node | null, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly lefts: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly rights: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MultiTargetNode";

  constructor(start: number, end: number, lefts: readonly Node[], rest: Node | null, rights: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly lefts: readonly Node[];
  declare readonly rest: Node | null;
  declare readonly rights: readonly Node[];
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "MultiWriteNode";

  constructor(start: number, end: number, lefts: readonly Node[], rest: Node | null, rights: readonly Node[], value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NextNode";

  constructor(start: number, end: number, arguments_: ArgumentsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NilNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class NoKeywordsParameterNode {
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NoKeywordsParameterNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class NumberedParametersNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly maximum: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NumberedParametersNode";

  constructor(start: number, end: number, maximum: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly number: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "NumberedReferenceReadNode";

  constructor(start: number, end: number, number: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OptionalKeywordParameterNode";

  constructor(start: number, end: number, name: string, nameStart: number, nameEnd: number, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OptionalParameterNode";

  constructor(start: number, end: number, name: string, nameStart: number, nameEnd: number, value: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly left: Node;
  declare readonly right: Node;
  declare readonly operatorStart: number;
  declare readonly operatorEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "OrNode";

  constructor(start: number, end: number, left: Node, right: Node, operatorStart: number, operatorEnd: number) {
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

  constructor(start: number, end: number, requireds: readonly Node[], optionals: readonly Node[], rest: Node | null, posts: readonly Node[], keywords: readonly Node[], keywordRest: Node | null, block: BlockParameterNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly body: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ParenthesesNode";

  constructor(start: number, end: number, body: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PinnedExpressionNode";

  constructor(start: number, end: number, expression: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly variable: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PinnedVariableNode";

  constructor(start: number, end: number, variable: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PostExecutionNode";

  constructor(start: number, end: number, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "PreExecutionNode";

  constructor(start: number, end: number, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly statements: StatementsNode;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ProgramNode";

  constructor(start: number, end: number, statements: StatementsNode) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly left: Node | null;
  declare readonly right: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RangeNode";

  constructor(start: number, end: number, flags: number, left: Node | null, right: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly numerator: number;
  declare readonly denominator: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RationalNode";

  constructor(start: number, end: number, numerator: number, denominator: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RedoNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class RegularExpressionNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RegularExpressionNode";

  constructor(start: number, end: number, flags: number, unescaped: string, validEncoding: boolean) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RequiredKeywordParameterNode";

  constructor(start: number, end: number, name: string, nameStart: number, nameEnd: number) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RequiredParameterNode";

  constructor(start: number, end: number, name: string) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  declare readonly rescueExpression: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RescueModifierNode";

  constructor(start: number, end: number, expression: Node, rescueExpression: Node) {
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

  constructor(start: number, end: number, keywordStart: number, keywordEnd: number, exceptions: readonly Node[], reference: Node | null, statements: StatementsNode | null, subsequent: RescueNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly name: string | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RestParameterNode";

  constructor(start: number, end: number, name: string | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "RetryNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ReturnNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ReturnNode";

  constructor(start: number, end: number, arguments_: ArgumentsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SelfNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class ShareableConstantNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly write: Node;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "ShareableConstantNode";

  constructor(start: number, end: number, write: Node) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node;
  declare readonly body: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SingletonClassNode";

  constructor(start: number, end: number, expression: Node, body: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceEncodingNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SourceFileNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly filepath: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceFileNode";

  constructor(start: number, end: number, filepath: string, validEncoding: boolean) {
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
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SourceLineNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class SplatNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly expression: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SplatNode";

  constructor(start: number, end: number, expression: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly body: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "StatementsNode";

  constructor(start: number, end: number, body: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "StringNode";

  constructor(start: number, end: number, flags: number, unescaped: string, validEncoding: boolean) {
    this.start = start;
    this.end = end;
    this.flags = flags;
    this.unescaped = unescaped;
    this.validEncoding = validEncoding;
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  declare readonly block: Node | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SuperNode";

  constructor(start: number, end: number, arguments_: ArgumentsNode | null, block: Node | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "SymbolNode";

  constructor(start: number, end: number, unescaped: string, validEncoding: boolean) {
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

export class TrueNode {
  declare readonly start: number;
  declare readonly end: number;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "TrueNode";

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return none;
  }
}

export class UndefNode {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly names: readonly Node[];
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UndefNode";

  constructor(start: number, end: number, names: readonly Node[]) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  declare readonly elseClause: ElseNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UnlessNode";

  constructor(start: number, end: number, predicate: Node, statements: StatementsNode | null, elseClause: ElseNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "UntilNode";

  constructor(start: number, end: number, flags: number, predicate: Node, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly conditions: readonly Node[];
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "WhenNode";

  constructor(start: number, end: number, conditions: readonly Node[], statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly flags: number;
  declare readonly predicate: Node;
  declare readonly statements: StatementsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "WhileNode";

  constructor(start: number, end: number, flags: number, predicate: Node, statements: StatementsNode | null) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly unescaped: string;
  declare readonly validEncoding: boolean;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "XStringNode";

  constructor(start: number, end: number, unescaped: string, validEncoding: boolean) {
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
  declare readonly start: number;
  declare readonly end: number;
  declare readonly arguments_: ArgumentsNode | null;
  /** Makes TypeScript tell classes of the same fields apart. */
  declare protected readonly brand: "YieldNode";

  constructor(start: number, end: number, arguments_: ArgumentsNode | null) {
    this.start = start;
    this.end = end;
    this.arguments_ = arguments_;
  }

  /** The nodes in this one, in the order of the grammar. */
  children(): readonly Node[] {
    return this.arguments_ ? [this.arguments_] : none;
  }
}
