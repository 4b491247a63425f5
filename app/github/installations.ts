import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

const perPage = 100;

/** Pages of the installations that are not suspended; `call` acts as the app. */
export async function* installationPages(call: Call): AsyncIterable<readonly number[]> {
  for (let page = 1; ; page++) {
    const { data } = await call("GET /app/installations", { per_page: perPage, page });
    yield data.filter(({ suspended_at }) => suspended_at === null).map(({ id }) => id);
    if (data.length < perPage) return;
  }
}

/** Pages of the repositories of an installation that are not archived; `call` acts as the installation. */
export async function* repositoryPages(call: Call): AsyncIterable<readonly Repository[]> {
  for (let page = 1; ; page++) {
    const { data } = await call("GET /installation/repositories", { per_page: perPage, page });
    yield data.repositories
      .filter(({ archived }) => !archived)
      .map(({ owner, name }) => ({ owner: owner.login, repo: name }));
    if (data.repositories.length < perPage) return;
  }
}

/** The installation that a repository belongs to, unless it is suspended; `call` acts as the app. */
export async function installationOf(call: Call, repository: Repository): Promise<number | null> {
  const found = await orNull(call("GET /repos/{owner}/{repo}/installation", { ...repository }));
  return found === null || found.data.suspended_at !== null ? null : found.data.id;
}
