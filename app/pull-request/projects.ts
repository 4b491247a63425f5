import { maxProjectFiles, maxProjectFileBytes, maxSourceBytes, wantsContent } from "../../checks/project.ts";
import type { ConnectorProject, ProjectFile } from "../../checks/project.ts";
import type { GitFile, GitFilePort } from "../github/git-files.ts";
import type { ChangedFile } from "../github/pull-requests.ts";

/** The most connectors that are checked for one pull request. */
export const maxConnectors = 20;

/** The most files of one project whose content is asked for; each costs a request. */
const maxContents = 40;

/** GitHub asks not to be asked for many things at once. */
const readsAtOnce = 4;

/** Code that is about a connector, and is none. */
const supporting = /(?:^|\/)(?:spec|test|fixtures|tape_library)\//;

/** A connector in the tree of a commit. */
export interface FoundConnector {
  readonly file: GitFile;
  /** Whether the folder around it is its project, as it is for a `connector.rb`. */
  readonly hasProject: boolean;
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}

function isInside(path: string, folder: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

/** Every `connector.rb` of a commit. */
export function findConnectors(files: readonly GitFile[]): readonly FoundConnector[] {
  return files
    .filter(({ path }) => path.split("/").at(-1) === "connector.rb" && !supporting.test(path))
    .map((file) => ({ file, hasProject: true }));
}

/** Whether a connector is one of those that the configuration names. */
export function isNamed({ file }: FoundConnector, connectors: readonly string[] | null): boolean {
  if (connectors === null) return true;
  return connectors.some((name) => {
    const path = name.replace(/^\.\//, "").replace(/\/+$/, "") || ".";
    return file.path === path || isInside(file.path, path);
  });
}

/** Other Ruby files of a commit that were changed; their content tells whether they are connectors. */
export function findCandidates(
  files: readonly GitFile[],
  changed: readonly ChangedFile[],
): readonly FoundConnector[] {
  const paths = new Set(changed.filter(({ status }) => status !== "removed").map(({ path }) => path));
  return files
    .filter(({ path }) => paths.has(path) && path.endsWith(".rb") && !path.endsWith("/connector.rb"))
    .filter(({ path, size }) => path !== "connector.rb" && size <= maxSourceBytes && !supporting.test(path))
    .map((file) => ({ file, hasProject: false }));
}

/**
 * The connectors that a change concerns: by their file, or by anything in their project that is not another one's.
 * Without a list of changed files, it may be all. `others` are those that are there no longer.
 */
export function touchedBy(
  changed: readonly ChangedFile[] | null,
  connectors: readonly FoundConnector[],
  others: readonly FoundConnector[],
): readonly FoundConnector[] {
  if (changed === null) return connectors;
  const known = [...connectors, ...others];
  const single = new Set(known.filter(({ hasProject }) => !hasProject).map(({ file }) => file.path));
  const folders = new Set(
    known.filter(({ hasProject }) => hasProject).map(({ file }) => folderOf(file.path)),
  );
  const touched = new Set<string>();
  for (const path of changed.flatMap((file) => [file.path, file.previousPath ?? file.path])) {
    touched.add(single.has(path) ? path : nearest(path, folders));
  }
  return connectors.filter(({ file, hasProject }) =>
    touched.has(hasProject ? folderOf(file.path) : file.path),
  );
}

/** The deepest of the folders that a path is in; empty where it is in none. */
function nearest(path: string, folders: ReadonlySet<string>): string {
  for (let folder = folderOf(path); folder !== "."; folder = folderOf(folder)) {
    if (folders.has(folder)) return folder;
  }
  return folders.has(".") ? "." : "";
}

/** Where a connector was before the change. */
export function previousPath(path: string, changed: readonly ChangedFile[]): string {
  return changed.find((file) => file.path === path)?.previousPath ?? path;
}

/** Reads a connector with the files of its project that the checks look into. */
export async function readProject(
  { file, hasProject }: FoundConnector,
  all: readonly GitFile[],
  port: GitFilePort,
): Promise<ConnectorProject> {
  const path = folderOf(file.path);
  // The checks only say that it is too long, so it need not be read.
  const source = file.size > maxSourceBytes ? new Uint8Array(maxSourceBytes + 1) : await port.read(file);
  const files = hasProject ? await readFiles(file, path, source, all, port) : null;
  return { path, file: file.path, source, files };
}

async function readFiles(
  connector: GitFile,
  folder: string,
  source: Uint8Array,
  all: readonly GitFile[],
  port: GitFilePort,
): Promise<ReadonlyMap<string, ProjectFile>> {
  const inside = all.filter(({ path }) => isInside(path, folder)).slice(0, maxProjectFiles);
  const nameOf = ({ path }: GitFile) => (folder === "." ? path : path.slice(folder.length + 1));
  const wanted = inside
    .filter(
      (file) =>
        file.path !== connector.path && file.size <= maxProjectFileBytes && wantsContent(nameOf(file)),
    )
    .slice(0, maxContents);
  const contents = new Map([[connector.path, source]]);
  for (let start = 0; start < wanted.length; start += readsAtOnce) {
    const batch = wanted.slice(start, start + readsAtOnce);
    const read = await Promise.all(batch.map(async (file) => [file.path, await port.read(file)] as const));
    for (const [path, bytes] of read) contents.set(path, bytes);
  }
  return new Map(
    inside.map((file) => [nameOf(file), { size: file.size, bytes: contents.get(file.path) ?? null }]),
  );
}
