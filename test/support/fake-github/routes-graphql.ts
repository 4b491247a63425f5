import { authorise, ok, Refusal, route, type ApiRequest, type Route } from "./http.ts";
import type { RepositoryState, ReviewComment } from "./world.ts";

interface GraphQlBody {
  readonly query: string;
  readonly variables?: { readonly id?: string; readonly ids?: readonly string[] };
}

interface Found {
  readonly comment: ReviewComment;
  readonly repository: RepositoryState;
}

function find({ world }: ApiRequest, nodeId: string | undefined): Found | null {
  for (const repository of world.repositories) {
    const comment = repository.reviewComments.find(({ id }) => `PRRC_${id}` === nodeId);
    if (comment) return { comment, repository };
  }
  return null;
}

/** GraphQL's way to refuse: the status is 200 all the same. */
function refuse(type: string, message: string) {
  return ok({ data: null, errors: [{ type, message }] });
}

function minimize(request: ApiRequest, id: string | undefined) {
  const found = find(request, id);
  if (!found) return refuse("NOT_FOUND", "Could not resolve to a node");
  try {
    authorise(request.actor, found.repository, { permission: "pull_requests", level: "write" });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse("FORBIDDEN", "Resource not accessible by integration");
  }
  found.comment.minimized = true;
  return ok({ data: { minimizeComment: { minimizedComment: { isMinimized: true } } } });
}

function edits({ world }: ApiRequest, ids: readonly string[]) {
  const all = world.repositories.flatMap(({ comments }) => comments);
  const nodes = ids.map((id) => {
    const comment = all.find((candidate) => `IC_${candidate.id}` === id);
    if (!comment) return null;
    const { createdAt, updatedAt, editedAtOnce = false } = comment;
    return { id, lastEditedAt: editedAtOnce || updatedAt !== createdAt ? updatedAt : null };
  });
  return ok({ data: { nodes } });
}

/** The questions that the app asks, told apart by what is in them. */
export const graphqlRoutes: readonly Route[] = [
  route("POST /graphql", null, (request) => {
    const { query, variables = {} } = request.body as GraphQlBody;
    if (query.includes("minimizeComment")) return minimize(request, variables.id);
    if (query.includes("lastEditedAt")) return edits(request, variables.ids ?? []);
    if (!query.includes("isMinimized")) return refuse("undefinedField", "the fake does not know this query");
    const nodes = (variables.ids ?? []).map((id) => {
      const found = find(request, id);
      return found && { id, isMinimized: found.comment.minimized };
    });
    return ok({ data: { nodes } });
  }),
];
