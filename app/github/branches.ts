import type { Call, Repository } from "./client.ts";
import { faultOf, orNull } from "./faults.ts";

export interface Branch {
  readonly name: string;
  /** The commit that it is at. */
  readonly sha: string;
}

/** A file of one folder. */
export interface FolderFile {
  readonly name: string;
  /** Of its content. */
  readonly sha: string;
}

export interface ProposedPull {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

export interface BranchPort {
  /** Null for a repository without commits. */
  defaultBranch(): Promise<Branch | null>;
  /** Where a branch is now; null where there is none. */
  find(name: string): Promise<Branch | null>;
  /** The plain files right in a folder of a commit, without those of its own folders. */
  folder(path: string, commit: string): Promise<readonly FolderFile[]>;
  /** Makes a branch, or moves the one that is there to the commit. */
  point(name: string, sha: string): Promise<void>;
  /** The open pull request from a branch of this repository; null where there is none. */
  pullFrom(branch: string): Promise<{ readonly number: number; readonly url: string } | null>;
  propose(pull: ProposedPull): Promise<{ readonly number: number; readonly url: string }>;
}

export function githubBranches(call: Call, repository: Repository): BranchPort {
  async function find(name: string): Promise<Branch | null> {
    const found = await orNull(
      call("GET /repos/{owner}/{repo}/git/ref/{ref}", { ...repository, ref: `heads/${name}` }),
    );
    return found && { name, sha: found.data.object.sha };
  }

  async function entries(sha: string) {
    const { data } = await call("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
      ...repository,
      tree_sha: sha,
    });
    return data.tree;
  }

  return {
    find,
    async defaultBranch() {
      const { data } = await call("GET /repos/{owner}/{repo}", { ...repository });
      return find(data.default_branch);
    },
    async folder(path, commit) {
      let sha = commit;
      for (const name of path.split("/")) {
        const next = (await entries(sha)).find((entry) => entry.path === name && entry.type === "tree");
        if (!next) return [];
        sha = next.sha;
      }
      return (await entries(sha))
        .filter(({ type, mode }) => type === "blob" && (mode === "100644" || mode === "100755"))
        .map(({ path: name, sha: content }) => ({ name, sha: content }));
    },
    async point(name, sha) {
      const ref = `heads/${name}`;
      try {
        await call("POST /repos/{owner}/{repo}/git/refs", { ...repository, ref: `refs/${ref}`, sha });
      } catch (error) {
        if (faultOf(error, new Date(0))?.kind !== "refused") throw error;
        await call("PATCH /repos/{owner}/{repo}/git/refs/{ref}", { ...repository, ref, sha, force: true });
      }
    },
    async pullFrom(branch) {
      const { data } = await call("GET /repos/{owner}/{repo}/pulls", {
        ...repository,
        state: "open",
        head: `${repository.owner}:${branch}`,
        per_page: 100,
      });
      const found = data.find(({ head }) => head.ref === branch);
      return found ? { number: found.number, url: found.html_url } : null;
    },
    async propose(pull) {
      const { data } = await call("POST /repos/{owner}/{repo}/pulls", { ...repository, ...pull });
      return { number: data.number, url: data.html_url };
    },
  };
}
