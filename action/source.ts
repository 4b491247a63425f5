import type { GitHubClient, Repository } from "../app/github/client.ts";
import { isStatus } from "./submission/failures.ts";
import { UserError } from "./user-error.ts";

/** The commit that a tag of the connector's own repository points at; annotated tags are followed. */
export async function tagCommit(github: GitHubClient, source: Repository, tag: string): Promise<string> {
  let { type, sha } = await readTag(github, source, tag);
  // A tag may point at a tag, but nobody nests them on purpose.
  for (let depth = 0; type === "tag" && depth < 5; depth++) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", {
      ...source,
      tag_sha: sha,
    });
    ({ type, sha } = data.object);
  }
  if (type !== "commit") throw new UserError(`The tag ${tag} points at a ${type}, not at a commit.`);
  return sha;
}

async function readTag(
  github: GitHubClient,
  source: Repository,
  tag: string,
): Promise<{ type: string; sha: string }> {
  try {
    const { data } = await github.request("GET /repos/{owner}/{repo}/git/ref/{ref}", {
      ...source,
      ref: `tags/${tag}`,
    });
    return data.object;
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
    throw new UserError(
      `${source.owner}/${source.repo} has no tag ${tag}, or the token of github-token can't read it: give the job the permission contents: read.`,
      [],
      { cause: error },
    );
  }
}
