import { z } from "zod";
import type { Call } from "./client.ts";
import { graphql } from "./graphql.ts";

const Node = z.object({ id: z.string(), lastEditedAt: z.null() });

const query = "query($ids:[ID!]!){nodes(ids:$ids){...on IssueComment{id lastEditedAt}}}";

/** GitHub takes so many at once. */
const batch = 100;

/**
 * Of comments, by their node ids, those that surely nobody has edited. REST only tells times in whole seconds, so an edit
 * within the second in which a comment was written does not show there. Null where GitHub does not tell.
 */
export async function neverEdited(
  call: Call,
  nodeIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const found = new Set<string>();
  for (let start = 0; start < nodeIds.length; start += batch) {
    const data = await graphql(call, query, { ids: nodeIds.slice(start, start + batch) });
    if (!data) return null;
    const { nodes } = data;
    for (const node of Array.isArray(nodes) ? nodes : []) {
      const parsed = Node.safeParse(node);
      if (parsed.success) found.add(parsed.data.id);
    }
  }
  return found;
}
