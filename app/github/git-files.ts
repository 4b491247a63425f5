import { Buffer } from "node:buffer";
import type { Call, Repository } from "./client.ts";
import { orNull } from "./faults.ts";

/** A regular file of a commit. Symbolic links and submodules are never listed. */
export interface GitFile {
  readonly path: string;
  readonly sha: string;
  readonly mode: FileMode;
  readonly size: number;
}

/** Of a plain file, or one that may be run. */
export type FileMode = "100644" | "100755";

export interface GitFiles {
  readonly files: readonly GitFile[];
  /** Whether some were left out, because the tree is larger than we walk. */
  readonly isCut: boolean;
}

export interface GitFilePort {
  /** The files of a commit by path; null where the commit is gone. */
  list(commit: string): Promise<GitFiles | null>;
  read(file: Pick<GitFile, "sha">): Promise<Uint8Array>;
  /** One file at a branch or commit (null: the default branch), with the name of its content; null where there is none. */
  find(
    path: string,
    ref: string | null,
  ): Promise<{ readonly sha: string; readonly bytes: Uint8Array } | null>;
}

/** A tree that GitHub cuts is walked folder by folder, for at most this many requests. */
const maxFolders = 40;

/** Folders that hold other people's code. */
const foreign = /(?:^|\/)(?:node_modules|vendor|\.git|\.bundle)(?:\/|$)/;

/** Contents read before. One per installation: what one may read is nobody else's business. */
export interface BlobCache {
  get(key: string): Uint8Array | undefined;
  set(key: string, bytes: Uint8Array): void;
}

export function githubFiles(call: Call, repository: Repository, cache: BlobCache): GitFilePort {
  async function tree(sha: string, recursive: boolean) {
    const { data } = await call("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
      ...repository,
      tree_sha: sha,
      ...(recursive && { recursive: "1" }),
    });
    return data;
  }

  async function walk(root: string): Promise<GitFiles> {
    const files: GitFile[] = [];
    const folders = [{ sha: root, prefix: "" }];
    for (let folder = folders.shift(), budget = maxFolders; folder; folder = folders.shift()) {
      if (budget-- === 0) return { files, isCut: true };
      const whole = await tree(folder.sha, true);
      // A folder that is too large by itself is listed alone, and its own folders wait for their turn.
      const { tree: entries } = whole.truncated ? await tree(folder.sha, false) : whole;
      for (const entry of entries) {
        const path = folder.prefix + entry.path;
        if (foreign.test(path)) continue;
        if (isFile(entry)) files.push({ path, sha: entry.sha, mode: entry.mode, size: entry.size ?? 0 });
        if (whole.truncated && entry.type === "tree") folders.push({ sha: entry.sha, prefix: `${path}/` });
      }
    }
    return { files, isCut: false };
  }

  async function read(sha: string): Promise<Uint8Array> {
    const key = `${repository.owner}/${repository.repo}:${sha}`;
    const known = cache.get(key);
    if (known) return known;
    const { data } = await call("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
      ...repository,
      file_sha: sha,
    });
    const bytes = new Uint8Array(Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
    cache.set(key, bytes);
    return bytes;
  }

  return {
    list: (commit) => orNull(walk(commit)),
    read: ({ sha }) => read(sha),
    async find(path, ref) {
      // What a commit holds never changes; a branch does, and what is missing may only be late.
      const key =
        ref !== null && commitPattern.test(ref)
          ? `${repository.owner}/${repository.repo}:${ref}:${path}`
          : null;
      const known = key === null ? undefined : cache.get(key);
      if (known) return parseFound(known);
      const found = await orNull(
        call("GET /repos/{owner}/{repo}/contents/{path}", {
          ...repository,
          path,
          ...(ref !== null && { ref }),
        }),
      );
      if (!found || Array.isArray(found.data) || found.data.type !== "file") return null;
      const { sha, encoding, content } = found.data;
      const bytes = encoding === "base64" ? new Uint8Array(Buffer.from(content, "base64")) : await read(sha);
      if (key !== null) cache.set(key, Buffer.concat([Buffer.from(`${sha}\n`), bytes]));
      return { sha, bytes };
    },
  };
}

const commitPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** What is kept of a file that was found: the name of its content, a line break, and its bytes. */
function parseFound(kept: Uint8Array): { readonly sha: string; readonly bytes: Uint8Array } {
  const end = kept.indexOf(10);
  return {
    sha: Buffer.from(kept.subarray(0, end)).toString(),
    bytes: new Uint8Array(kept.subarray(end + 1)),
  };
}

function isFile<Entry extends { readonly type: string; readonly mode: string }>(
  entry: Entry,
): entry is Entry & { readonly mode: FileMode } {
  return entry.type === "blob" && (entry.mode === "100644" || entry.mode === "100755");
}

/** Keeps what was used last, up to a number of bytes. */
export function createBlobCache(maxBytes: number): BlobCache {
  const kept = new Map<string, Uint8Array>();
  let size = 0;
  return {
    get(key) {
      const bytes = kept.get(key);
      if (bytes) {
        kept.delete(key);
        kept.set(key, bytes);
      }
      return bytes;
    },
    set(key, bytes) {
      if (bytes.length > maxBytes / 4 || kept.has(key)) return;
      kept.set(key, bytes);
      size += bytes.length;
      for (const [oldest, old] of kept) {
        if (size <= maxBytes) break;
        kept.delete(oldest);
        size -= old.length;
      }
    },
  };
}
