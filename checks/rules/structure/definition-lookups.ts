import {
  type DefinitionReference,
  definitionReference,
  lookups,
} from "../../connector/definition-references.ts";
import type { NodeFact } from "../../connector/walk.ts";
import { type NodeListener, onCall, onNode } from "../../engine/rule.ts";
import {
  LocalVariableAndWriteNode,
  LocalVariableOperatorWriteNode,
  LocalVariableOrWriteNode,
  LocalVariableTargetNode,
  LocalVariableWriteNode,
  type Node,
} from "../../ruby/nodes.ts";

/** What a connector's lambdas look up in the object definitions. */
export interface DefinitionLookups {
  readonly listeners: readonly NodeListener[];
  /** All of them, in source order; complete once all nodes were told. */
  all(): readonly DefinitionReference[];
}

export function createDefinitionLookups(): DefinitionLookups {
  const references: DefinitionReference[] = [];
  /** The variables that are set, by the lambda itself, blocks included. */
  const written = new Map<Node, Set<string>>();
  const write = ({ node, lambda }: NodeFact<Node & { readonly name: string }>): void => {
    if (!lambda) return;
    const names = written.get(lambda.value.node);
    if (names) names.add(node.name);
    else written.set(lambda.value.node, new Set([node.name]));
  };
  return {
    listeners: [
      onCall(lookups, (fact) => {
        const reference = definitionReference(fact);
        if (reference) references.push(reference);
      }),
      onNode(LocalVariableWriteNode, write),
      onNode(LocalVariableTargetNode, write),
      onNode(LocalVariableOperatorWriteNode, write),
      onNode(LocalVariableOrWriteNode, write),
      onNode(LocalVariableAndWriteNode, write),
    ],
    // A variable that is set may hold something else than what the lambda was given.
    all: () =>
      references.filter(({ lambda, variable }) => !written.get(lambda.value.node)?.has(variable.name)),
  };
}
