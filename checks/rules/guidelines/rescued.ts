import { type NodeListener, onNode } from "../../engine/rule.ts";
import {
  BeginNode,
  ConstantPathNode,
  ConstantReadNode,
  type Node,
  RescueModifierNode,
  type RescueNode,
  spanOf,
} from "../../ruby/nodes.ts";
import { createIsWithin } from "../../ruby/nesting.ts";
import type { Span } from "../../ruby/source.ts";

/** The code around which an error of the connector's own is rescued; complete once all nodes were told. */
export interface RescuedCode {
  readonly listeners: readonly NodeListener[];
  /** Whether what `error`, or `raise` with a text alone, makes there is rescued. */
  isRescued(node: Node): boolean;
  /** Whether an exception of a class is rescued there by whatever clause, or by a clause for that class elsewhere. */
  isAwaited(node: Node, exception: string): boolean;
}

export function createRescuedCode(): RescuedCode {
  const rescued: Span[] = [];
  const tried: Span[] = [];
  const awaited = new Set<string | null>();
  const isInRescued = createIsWithin(rescued);
  const isInTried = createIsWithin(tried);
  return {
    listeners: [
      onNode(BeginNode, ({ node: { rescueClause, statements } }) => {
        if (!statements || !rescueClause) return;
        tried.push(spanOf(statements));
        if (takesOwnErrors(rescueClause)) rescued.push(spanOf(statements));
        for (let clause: RescueNode | null = rescueClause; clause; clause = clause.subsequent)
          for (const one of clause.exceptions) if (isOther(one)) awaited.add(nameOf(one));
      }),
      onNode(RescueModifierNode, ({ node }) => {
        tried.push(spanOf(node.expression));
        rescued.push(spanOf(node.expression));
      }),
    ],
    isRescued: (node) => isInRescued(spanOf(node)),
    isAwaited: (node, exception) => isInTried(spanOf(node)) || awaited.has(exception),
  };
}

/** Whether one of the clauses takes what `error` and `raise` with a text make. */
function takesOwnErrors(first: RescueNode | null): boolean {
  for (let clause = first; clause; clause = clause.subsequent) {
    if (clause.exceptions.length === 0 || !clause.exceptions.every(isOther)) return true;
  }
  return false;
}

/** Whether an exception is one of another kind, such as `ArgumentError` or `JSON::ParserError`. */
function isOther(exception: Node): boolean {
  const name = nameOf(exception);
  return name !== null && !/^(?:Standard|Runtime)Error$|^Exception$/u.test(name);
}

function nameOf(exception: Node): string | null {
  return exception instanceof ConstantReadNode || exception instanceof ConstantPathNode
    ? exception.name
    : null;
}
