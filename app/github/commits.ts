import { Buffer } from "node:buffer";
import type { Call, Repository } from "./client.ts";
import type { FileMode } from "./git-files.ts";

export interface NewFile {
  readonly path: string;
  readonly mode: FileMode;
  readonly bytes: Uint8Array;
}

export interface NewCommit {
  readonly branch: string;
  /** The commit that the branch is at; if it has moved on, nothing happens. */
  readonly parent: string;
  readonly message: string;
  readonly files: readonly NewFile[];
  /** Paths that are no longer there. */
  readonly removed?: readonly string[];
}

interface NewEntry {
  readonly path: string;
  readonly mode: FileMode;
  readonly type: "blob";
  /** Null removes what is there. */
  readonly sha: string | null;
}

export interface CommitPort {
  /** Adds one commit to a branch. Rejects with GitHub's refusal where the branch has moved. */
  commit(commit: NewCommit): Promise<{ readonly sha: string }>;
}

export function githubCommits(call: Call, repository: Repository): CommitPort {
  return {
    async commit({ branch, parent, message, files, removed = [] }) {
      const { data: base } = await call("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
        ...repository,
        commit_sha: parent,
      });
      const entries: NewEntry[] = removed.map((path) => ({ path, mode: "100644", type: "blob", sha: null }));
      for (const { path, mode, bytes } of files) {
        const { data: blob } = await call("POST /repos/{owner}/{repo}/git/blobs", {
          ...repository,
          content: Buffer.from(bytes).toString("base64"),
          encoding: "base64",
        });
        entries.push({ path, mode, type: "blob", sha: blob.sha });
      }
      const { data: tree } = await call("POST /repos/{owner}/{repo}/git/trees", {
        ...repository,
        base_tree: base.tree.sha,
        tree: entries,
      });
      const { data: made } = await call("POST /repos/{owner}/{repo}/git/commits", {
        ...repository,
        message,
        tree: tree.sha,
        parents: [parent],
      });
      // Not forced: somebody else's commit in between makes GitHub refuse.
      await call("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
        ...repository,
        ref: `heads/${branch}`,
        sha: made.sha,
        force: false,
      });
      return { sha: made.sha };
    },
  };
}
