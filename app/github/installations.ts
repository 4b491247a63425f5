import type { Call, Repository } from "./client.ts";

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
