import { z } from "zod";
import type { Call, Repository } from "./client.ts";
import { faultOf, orNull } from "./faults.ts";

/** A repository as it is now. */
export interface RepositoryInfo extends Repository {
  /** Stays with it when it is renamed or transferred, and never comes back for another of its name. */
  readonly id: number;
  readonly ownerId: number;
  readonly isPrivate: boolean;
}

/** Somebody moved a branch. */
export interface Push {
  /** The commits before and after. Before a branch was made, it is all zeros. */
  readonly before: string;
  readonly after: string;
  /** Null where the account is gone. */
  readonly actor: string | null;
}

export interface RepositoryPort {
  /** The repository of this name, or the one that had it before it was renamed; null where it is not to be seen. */
  read(): Promise<RepositoryInfo | null>;
  /** The latest pushes to a branch, the newest first; null where GitHub does not tell. */
  pushes(branch: string): Promise<readonly Push[] | null>;
  /** The logins that a commit names as its author and committer, as far as GitHub knows them. */
  peopleOf(commit: string): Promise<readonly string[]>;
}

const Found = z.object({
  id: z.int().positive(),
  name: z.string(),
  owner: z.object({ id: z.int().positive(), login: z.string() }),
  private: z.boolean(),
});

export function githubRepositories(call: Call, repository: Repository): RepositoryPort {
  return {
    async read() {
      const found = await orNull(call("GET /repos/{owner}/{repo}", { ...repository }));
      return found && toInfo(found.data);
    },
    async pushes(branch) {
      try {
        const { data } = await call("GET /repos/{owner}/{repo}/activity", {
          ...repository,
          ref: `refs/heads/${branch}`,
          per_page: 100,
        });
        return data.map(({ before, after, actor }) => ({ before, after, actor: actor?.login ?? null }));
      } catch (error) {
        const kind = faultOf(error, new Date(0))?.kind;
        if (kind === "missing" || kind === "denied" || kind === "refused") return null;
        throw error;
      }
    },
    async peopleOf(commit) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/commits/{ref}", { ...repository, ref: commit, per_page: 1 }),
      );
      const people = [found?.data.author, found?.data.committer];
      return people.flatMap((person) =>
        typeof person?.login === "string" && person.login !== "web-flow" ? [person.login] : [],
      );
    },
  };
}

/**
 * The repository of a number, whatever it is called now; null where it is not to be seen. GitHub's own redirects of
 * renamed repositories lead to this address.
 */
export async function repositoryById(call: Call, id: number): Promise<RepositoryInfo | null> {
  // The address is in no description of GitHub's API, so its types do not know it.
  const ask = call as unknown as (route: string, parameters: object) => Promise<{ readonly data: unknown }>;
  const found = await orNull(ask("GET /repositories/{repository_id}", { repository_id: id }));
  return found && toInfo(found.data);
}

function toInfo(data: unknown): RepositoryInfo | null {
  const parsed = Found.safeParse(data);
  if (!parsed.success) return null;
  const { id, name, owner, private: isPrivate } = parsed.data;
  return { id, ownerId: owner.id, owner: owner.login, repo: name, isPrivate };
}
