import {
  AndNode,
  argumentsOf,
  BlockNode,
  CallAndWriteNode,
  CallNode,
  CallOrWriteNode,
  CaseMatchNode,
  CaseNode,
  childrenOf,
  DefinedNode,
  DefNode,
  ElseNode,
  IfNode,
  IndexAndWriteNode,
  IndexOrWriteNode,
  LambdaNode,
  LocalVariableAndWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableReadNode,
  NextNode,
  type Node,
  OrNode,
  RescueModifierNode,
  RescueNode,
  ReturnNode,
  UnlessNode,
  UntilNode,
  WhileNode,
} from "../ruby/nodes.ts";
import type { Lambda } from "./connector.ts";
import type { NodeFact, ScopeFact } from "./walk.ts";

/** A use of an object definition by a literal or computed name. */
export interface DefinitionReference {
  readonly lambda: Lambda;
  readonly call: CallNode;
  readonly isInBlock: boolean;
  /** The variable that holds the definitions, unless it is set to something else. */
  readonly variable: LocalVariableReadNode;
  /** The expressions that name definitions. */
  readonly names: readonly Node[];
}

/** Which parameter of a lambda gets the object definitions. */
function definitionsAt({ owner, key }: Lambda): number {
  if (owner === "objectDefinition") return key === "fields" ? 2 : -1;
  const isSchema = key === "input_fields" || key === "output_fields" || key === "config_fields";
  return isSchema && (owner === "action" || owner === "trigger") ? 0 : -1;
}

/** The methods that look up definitions. */
export const lookups: ReadonlySet<string> = new Set(["[]", "dig", "fetch", "values_at"]);

/** What one of those methods looks up in the object definitions; null where it is something else. */
export function definitionReference(fact: NodeFact<CallNode>): DefinitionReference | null {
  const { node: call, lambda } = fact;
  const variable = call.receiver;
  if (!lambda || !(variable instanceof LocalVariableReadNode)) return null;
  const at = definitionsAt(lambda);
  const { required, optional } = lambda.parameters;
  if (at === -1 || [...required, ...optional][at] !== variable.name) return null;
  // The variable must be the lambda's own, not one of a block or lambda inside: the file and the lambda are scopes too.
  let scopes = 0;
  for (let scope: ScopeFact | null = fact.scope; scope; scope = scope.parent) scopes++;
  if (scopes !== variable.depth + 2) return null;
  const given = argumentsOf(call);
  // With a default, `fetch` does not need the name to be there.
  if (call.name === "fetch" && (given.length > 1 || call.block !== null)) return null;
  return {
    lambda,
    call,
    variable,
    isInBlock: fact.blocks !== null,
    names: call.name === "values_at" ? given : given.slice(0, 1),
  };
}

const conditions: readonly unknown[] = [
  CaseNode,
  CaseMatchNode,
  WhileNode,
  UntilNode,
  RescueModifierNode,
  RescueNode,
  ElseNode,
  BlockNode,
  LambdaNode,
  DefNode,
  DefinedNode,
  CallAndWriteNode,
  CallOrWriteNode,
  IndexAndWriteNode,
  IndexOrWriteNode,
  LocalVariableAndWriteNode,
  LocalVariableOrWriteNode,
];

/** The reads of variables in a lambda that happen each time it is called. */
export function unconditionalReads(callable: LambdaNode | BlockNode): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open: [node: Node, isSure: boolean][] = callable.body ? [[callable.body, true]] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, isSure] = next;
    // Whatever comes after an early return is conditional.
    if (node instanceof ReturnNode || node instanceof NextNode) return new Set();
    if (isSure && node instanceof LocalVariableReadNode) found.add(node);
    const first = firstOf(node);
    const isConditional = first !== null || conditions.includes(node.constructor);
    for (const child of childrenOf(node)) open.push([child, isSure && (!isConditional || child === first)]);
  }
  return found;
}

/** The part that is always run of what runs only in part. */
function firstOf(node: Node): Node | null {
  if (node instanceof AndNode || node instanceof OrNode) return node.left;
  if (node instanceof CallNode) return node.isSafeNavigation() ? node.receiver : null;
  const hasPredicate = node instanceof IfNode || node instanceof UnlessNode || node instanceof CaseNode;
  return hasPredicate ? node.predicate : null;
}
