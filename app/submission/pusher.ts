import { githubRepositories, type Push } from "../github/repositories.ts";
import type { PullRequest } from "../github/pull-requests.ts";
import type { ListingsContext } from "./context.ts";
import type { Pusher } from "./facts.ts";
import { mayWrite, type OpenSource } from "./source.ts";

/** Pushes beyond these are not followed back. */
const maxSteps = 20;

/**
 * Who brought a file with this content, named by its Git object, to the branch of a pull request; null where GitHub does not tell. Later
 * pushes that left it alone, such as a merge of the base branch, do not count.
 */
export async function pusherOf(
  path: string,
  content: string,
  pull: PullRequest,
  source: OpenSource | null,
  context: ListingsContext,
): Promise<Pusher | null> {
  const place = pull.headRepository ?? context.repository;
  const pushes = await githubRepositories(context.call, place).pushes(pull.headRef);
  const login =
    (await followBack(path, content, pull, pushes ?? [], context)) ?? (await ofCommit(pull, context));
  if (login === null) return null;
  const isAuthor = login.toLowerCase() === pull.author.toLowerCase();
  return { login, isSubmitter: isAuthor || mayWrite((await source?.permissionOf(login)) ?? null) };
}

async function followBack(
  path: string,
  content: string,
  pull: PullRequest,
  pushes: readonly Push[],
  { ports }: ListingsContext,
): Promise<string | null> {
  let actor: string | null = null;
  let commit = pull.headSha;
  for (let step = 0; step < maxSteps; step++) {
    const push = pushes.find(({ after }) => after === commit);
    if (!push) break;
    actor = push.actor ?? "ghost";
    if (/^0+$/.test(push.before)) break;
    const before = await ports.files.find(path, push.before);
    if (before?.sha !== content) break;
    commit = push.before;
  }
  return actor;
}

/** What the head commit says itself, which is worth less; somebody who is not the author among its people counts. */
async function ofCommit({ headSha, author }: PullRequest, context: ListingsContext): Promise<string | null> {
  const people = await githubRepositories(context.call, context.repository).peopleOf(headSha);
  const other = people.find((login) => login.toLowerCase() !== author.toLowerCase());
  return other ?? people[0] ?? null;
}
