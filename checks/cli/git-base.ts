import { execFileSync } from "node:child_process";
import type { Checker, CheckOptions } from "../checker.ts";
import {
  type ConnectorProject,
  maxProjectFileBytes,
  maxProjectFiles,
  maxSourceBytes,
  type ProjectFile,
  wantsContent,
} from "../project.ts";
import { namesOf } from "../report/compare.ts";
import { toOneLine } from "../report/escape.ts";
import type { Baseline } from "./baseline.ts";
import { UserError } from "./user-error.ts";

/** Nothing that a repository configures is run: no hooks, no file system monitor, no filters. */
const safeConfig = [
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "protocol.allow=never",
];

const maxOutput = 256 * 1024 * 1024;

/** The findings at a commit as a baseline; its files are read from git, without checking anything out. */
export function readGitBase(root: string, ref: string, checker: Checker, options: CheckOptions): Baseline {
  const commit = resolveCommit(root, ref);
  const prefix = git(root, ["rev-parse", "--show-prefix"]).toString("utf8").replace(/\n$/, "");
  return (file, isProject) => {
    // Files elsewhere have no state at that commit.
    if (file.startsWith("/") || file.startsWith("<")) return null;
    const project = readProjectAt(root, commit, prefix, file, isProject);
    if (!project) return null;
    const { report } = checker.check(project, options);
    return { file, findings: report.findings, names: namesOf(checker.inspect(file, project.source)) };
  };
}

function resolveCommit(root: string, ref: string): string {
  try {
    return git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
      .toString("utf8")
      .trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new UserError("`--base` needs git, which is not installed");
    const { status } = error as { status?: number };
    if (status === 128) throw new UserError("`--base` needs a git repository, which this folder is not in");
    throw new UserError(`\`--base ${toOneLine(ref)}\`: git knows no such commit; fetch it first`);
  }
}

function git(root: string, args: readonly string[], input?: string): Buffer {
  return execFileSync("git", [...safeConfig, ...args], {
    cwd: root,
    input: input ?? "",
    maxBuffer: maxOutput,
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" },
  });
}

interface TreeEntry {
  readonly path: string;
  readonly object: string;
  readonly size: number;
}

function readProjectAt(
  root: string,
  commit: string,
  prefix: string,
  file: string,
  isProject: boolean,
): ConnectorProject | null {
  const slash = file.lastIndexOf("/");
  const folder = isProject ? prefix + file.slice(0, slash + 1) : "";
  const wanted = isProject ? folder : prefix + file;
  const name = isProject ? file.slice(slash + 1) : prefix + file;
  const entries = listTree(root, commit, wanted).map((entry) => ({
    ...entry,
    path: entry.path.slice(folder.length),
  }));
  const connector = entries.find(({ path }) => path === name);
  if (!connector || connector.size > maxSourceBytes) return null;

  const kept = isProject ? projectEntries(entries) : [connector];
  const read = kept.filter(
    ({ path, size }) => path === name || (wantsContent(path) && size <= maxProjectFileBytes),
  );
  const contents = readObjects(root, read);
  const source = contents.get(connector.object);
  if (!source) return null;
  const files = new Map<string, ProjectFile>(
    kept.map(({ path, size, object }) => [path, { size, bytes: contents.get(object) ?? null }]),
  );
  return { path: slash === -1 ? "." : file.slice(0, slash), file, source, files: isProject ? files : null };
}

function listTree(root: string, commit: string, path: string): readonly TreeEntry[] {
  const args = ["ls-tree", "-r", "-z", "--long", "--full-tree", commit, ...(path === "" ? [] : ["--", path])];
  return git(root, args)
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      // Links and submodules are left out: they are not followed on a disk either.
      const match = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line);
      return match ? [{ object: match[1]!, size: Number(match[2]), path: match[3]! }] : [];
    });
}

/** The same files that are read from a disk: nearest first, without hidden and vendored folders and other projects. */
function projectEntries(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const others = entries.map(({ path }) => path).filter((path) => path.endsWith("/connector.rb"));
  const folders = others.map((path) => path.slice(0, -"connector.rb".length));
  return entries
    .filter(({ path }) => !/(^|\/)(\.[^/]*|node_modules|vendor)\//.test(path))
    .filter(({ path }) => !folders.some((folder) => path.startsWith(folder)))
    .toSorted((a, b) => a.path.split("/").length - b.path.split("/").length)
    .slice(0, maxProjectFiles);
}

/** The contents of some objects, in one call. */
function readObjects(root: string, entries: readonly TreeEntry[]): ReadonlyMap<string, Uint8Array> {
  const output = git(root, ["cat-file", "--batch"], entries.map(({ object }) => `${object}\n`).join(""));
  const contents = new Map<string, Uint8Array>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf("\n", at);
    const [object, , size] = output.toString("latin1", at, end).split(" ");
    if (size === undefined) break;
    contents.set(object!, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
