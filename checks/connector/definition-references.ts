import {
  AndNode,
  argumentsOf,
  BlockNode,
  CallNode,
  CaseMatchNode,
  CaseNode,
  IfNode,
  LambdaNode,
  LocalVariableReadNode,
  NextNode,
  type Node,
  OrNode,
  RescueModifierNode,
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
  /** The expressions that name definitions. */
  readonly names: readonly Node[];
}

/** Which parameter of a lambda gets the object definitions. */
function definitionsAt({ owner, key }: Lambda): number {
  if (owner === "objectDefinition") return key === "fields" ? 2 : -1;
  const isSchema = key === "input_fields" || key === "output_fields" || key === "config_fields";
  return isSchema && (owner === "action" || owner === "trigger") ? 0 : -1;
}

const lookups = new Set(["[]", "dig", "fetch", "values_at"]);

/** What a read of a variable looks up in the object definitions; null where it is something else. */
export function definitionReference(fact: NodeFact<LocalVariableReadNode>): DefinitionReference | null {
  const { node, parent, lambda } = fact;
  if (!lambda || !(parent instanceof CallNode) || parent.receiver !== node || !lookups.has(parent.name))
    return null;
  const at = definitionsAt(lambda);
  const { required, optional } = lambda.parameters;
  if (at === -1 || [...required, ...optional][at] !== node.name) return null;
  // The variable must be the lambda's own, not one of a block or lambda inside: the file and the lambda are scopes too.
  let scopes = 0;
  for (let scope: ScopeFact | null = fact.scope; scope; scope = scope.parent) scopes++;
  if (scopes !== node.depth + 2) return null;
  const given = argumentsOf(parent);
  // With a default, `fetch` does not need the name to be there.
  if (parent.name === "fetch" && (given.length > 1 || parent.block !== null)) return null;
  return { lambda, call: parent, names: parent.name === "values_at" ? given : given.slice(0, 1) };
}

const conditions: readonly unknown[] = [
  IfNode,
  UnlessNode,
  CaseNode,
  CaseMatchNode,
  WhileNode,
  UntilNode,
  RescueModifierNode,
];

/** The reads of variables in a lambda that happen each time it is called. */
export function unconditionalReads(callable: LambdaNode | BlockNode): ReadonlySet<Node> {
  const found = new Set<Node>();
  const open: Node[] = callable.body ? [callable.body] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node instanceof LocalVariableReadNode) found.add(node);
    if (conditions.includes(node.constructor) || node instanceof BlockNode || node instanceof LambdaNode)
      continue;
    // An early return makes everything after it conditional.
    if (node instanceof ReturnNode || node instanceof NextNode) return new Set();
    if (node instanceof AndNode || node instanceof OrNode) open.push(node.left);
    else open.push(...node.compactChildNodes());
  }
  return found;
}
