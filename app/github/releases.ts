import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

/** A published release; drafts are shown to nobody but their authors. */
export interface Release {
  readonly url: string;
  readonly isPrerelease: boolean;
}

export interface ReleasePort {
  /** The commit that a tag points at, through annotated tags; null where there is no such tag, or it is of no commit. */
  commitOf(tag: string): Promise<string | null>;
  /** The published release of a tag; null where there is none. */
  published(tag: string): Promise<Release | null>;
}

/** A tag may point at a tag, but nobody nests them on purpose. */
const maxDepth = 5;

export function githubReleases(call: Call, repository: Repository): ReleasePort {
  return {
    async commitOf(tag) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `tags/${tag}` }),
      );
      if (!found) return null;
      let { type, sha } = found.data.object;
      for (let depth = 0; type === "tag" && depth < maxDepth; depth++) {
        const { data } = await call("GET /repos/{owner}/{repo}/git/tags/{tag_sha}", {
          ...repository,
          tag_sha: sha,
        });
        ({ type, sha } = data.object);
      }
      return type === "commit" ? sha : null;
    },
    async published(tag) {
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/releases/tags/{tag}", { ...repository, tag }),
      );
      if (!found || found.data.draft) return null;
      return { url: found.data.html_url, isPrerelease: found.data.prerelease };
    },
  };
}
