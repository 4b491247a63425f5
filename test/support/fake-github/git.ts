import { createHash } from "node:crypto";
import { Buffer } from "node:buffer";

export type Mode = "100644" | "100755" | "040000" | "120000" | "160000";

/** A file of a tree, by its path from the root. */
export interface FileEntry {
  readonly mode: Mode;
  readonly sha: string;
}

export interface TreeEntry extends FileEntry {
  readonly name: string;
}

export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: string;
  readonly date: string;
}

/** New content for a path: text, bytes, a symbolic link, or null to delete. */
export type Change = string | Uint8Array | { readonly link: string } | null;
export type Changes = Readonly<Record<string, Change>>;

/** Git's objects, with the names that Git would give them. All repositories of one fake share them, as forks do. */
export interface GitObjects {
  addBlob(bytes: Uint8Array): string;
  addTree(entries: readonly TreeEntry[]): string;
  addCommit(commit: CommitObject): string;
  blob(sha: string): Uint8Array | undefined;
  tree(sha: string): readonly TreeEntry[] | undefined;
  commit(sha: string): CommitObject | undefined;
  /** All files below a tree by path, folders left out. */
  files(tree: string): Map<string, FileEntry>;
  treeOf(files: ReadonlyMap<string, FileEntry>): string;
  /** The tree that `changes` make of `tree`. */
  change(tree: string | null, changes: Changes): string;
  isAncestor(ancestor: string, descendant: string): boolean;
  mergeBase(a: string, b: string): string | null;
  /** The commits reachable from `head` but not from `base`, oldest first. */
  between(base: string, head: string): string[];
}

function hash(type: string, content: Uint8Array): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}

export function createGitObjects(): GitObjects {
  const blobs = new Map<string, Uint8Array>();
  const trees = new Map<string, readonly TreeEntry[]>();
  const commits = new Map<string, CommitObject>();

  function addBlob(bytes: Uint8Array): string {
    const sha = hash("blob", bytes);
    blobs.set(sha, bytes);
    return sha;
  }

  function addTree(entries: readonly TreeEntry[]): string {
    const order = (entry: TreeEntry) => (entry.mode === "040000" ? `${entry.name}/` : entry.name);
    const sorted = [...entries].sort((a, b) => Buffer.compare(Buffer.from(order(a)), Buffer.from(order(b))));
    const parts = sorted.map((entry) =>
      Buffer.concat([
        Buffer.from(`${entry.mode.replace(/^0/, "")} ${entry.name}\0`),
        Buffer.from(entry.sha, "hex"),
      ]),
    );
    const sha = hash("tree", Buffer.concat(parts));
    trees.set(sha, sorted);
    return sha;
  }

  function addCommit(commit: CommitObject): string {
    const stamp = `${commit.author} <${commit.author}@users.example> ${Date.parse(commit.date) / 1000} +0000`;
    const parents = commit.parents.map((parent) => `parent ${parent}\n`).join("");
    const text = `tree ${commit.tree}\n${parents}author ${stamp}\ncommitter ${stamp}\n\n${commit.message}`;
    const sha = hash("commit", Buffer.from(text));
    commits.set(sha, commit);
    return sha;
  }

  function files(tree: string): Map<string, FileEntry> {
    const found = new Map<string, FileEntry>();
    function walk(sha: string, prefix: string): void {
      for (const entry of trees.get(sha) ?? []) {
        if (entry.mode === "040000") walk(entry.sha, `${prefix}${entry.name}/`);
        else found.set(prefix + entry.name, { mode: entry.mode, sha: entry.sha });
      }
    }
    walk(tree, "");
    return found;
  }

  function treeOf(all: ReadonlyMap<string, FileEntry>): string {
    const entries: TreeEntry[] = [];
    const folders = new Map<string, Map<string, FileEntry>>();
    for (const [path, entry] of all) {
      const slash = path.indexOf("/");
      if (slash === -1) {
        entries.push({ name: path, ...entry });
        continue;
      }
      const folder = path.slice(0, slash);
      const inside = folders.get(folder) ?? new Map<string, FileEntry>();
      folders.set(folder, inside.set(path.slice(slash + 1), entry));
    }
    for (const [name, inside] of folders) entries.push({ name, mode: "040000", sha: treeOf(inside) });
    return addTree(entries);
  }

  function change(tree: string | null, changes: Changes): string {
    const all = tree === null ? new Map<string, FileEntry>() : files(tree);
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) all.delete(path);
      else if (typeof content === "string")
        all.set(path, { mode: "100644", sha: addBlob(Buffer.from(content)) });
      else if (content instanceof Uint8Array) all.set(path, { mode: "100644", sha: addBlob(content) });
      else all.set(path, { mode: "120000", sha: addBlob(Buffer.from(content.link)) });
    }
    return treeOf(all);
  }

  /** A commit and all its ancestors, nearest first. */
  function ancestors(sha: string): string[] {
    const seen = new Set([sha]);
    for (const next of seen) for (const parent of commits.get(next)?.parents ?? []) seen.add(parent);
    return [...seen];
  }

  return {
    addBlob,
    addTree,
    addCommit,
    files,
    treeOf,
    change,
    blob: (sha) => blobs.get(sha),
    tree: (sha) => trees.get(sha),
    commit: (sha) => commits.get(sha),
    isAncestor: (ancestor, descendant) => ancestors(descendant).includes(ancestor),
    mergeBase(a, b) {
      const reachable = new Set(ancestors(a));
      return ancestors(b).find((sha) => reachable.has(sha)) ?? null;
    },
    between(base, head) {
      const reachable = new Set(ancestors(base));
      return ancestors(head)
        .filter((sha) => !reachable.has(sha))
        .toReversed();
    },
  };
}
