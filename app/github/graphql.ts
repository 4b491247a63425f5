import { z } from "zod";
import type { Call } from "./client.ts";

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).nullish(),
});

/** What GraphQL has to say; null where it refuses, for which its status is 200 too. */
export type GraphQlData = Readonly<Record<string, unknown>> | null;

/** For the few things that REST cannot do. Rejects like other requests where GitHub does not answer. */
export async function graphql(call: Call, query: string, variables: object): Promise<GraphQlData> {
  // Its route is not among those that GitHub's own description has types for.
  const untyped = call as (route: string, parameters: object) => Promise<{ readonly data: unknown }>;
  const { data: body } = await untyped("POST /graphql", { query, variables });
  const answer = Answer.safeParse(body);
  if (!answer.success || (answer.data.errors?.length ?? 0) > 0) return null;
  return answer.data.data ?? null;
}
