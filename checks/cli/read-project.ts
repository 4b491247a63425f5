import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type ConnectorProject,
  maxProjectFileBytes,
  maxProjectFiles,
  maxSourceBytes,
  type ProjectFile,
  wantsContent,
} from "../project.ts";
import { readRegularFile } from "./read-file.ts";

export type ReadProject =
  | { readonly ok: true; readonly project: ConnectorProject }
  | { readonly ok: false; readonly problem: string };

/** Connectors above the platform's limit are still read, to say so with their exact size; beyond this no longer. */
const readableSourceBytes = 4 * maxSourceBytes;

const skippedFolders: ReadonlySet<string> = new Set(["node_modules", "vendor"]);

/**
 * Reads a connector, and the project around it where the connector stands for its folder. `file` is relative to
 * `root`, with `/`. Links are not followed, and no more is read than the checks look at.
 */
export function readProject(root: string, file: string, isProject: boolean): ReadProject {
  const read = readRegularFile(resolve(root, file), readableSourceBytes);
  if (!read.ok) return read;
  if (read.bytes.length > readableSourceBytes) {
    const megabytes = Math.round(read.size / 1024 / 1024);
    return {
      ok: false,
      problem: `${megabytes} MB; a connector has at most ${maxSourceBytes / 1024 / 1024} MB`,
    };
  }
  const source = read.bytes;
  const path = folderOf(file);
  const name = file.slice(file.lastIndexOf("/") + 1);
  const files = isProject ? readFiles(resolve(root, path), name, source) : null;
  return { ok: true, project: { path, file, source, files } };
}

function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  if (slash === -1) return ".";
  return slash === 0 ? "/" : file.slice(0, slash);
}

/** The project's files, those nearest to its folder first. */
function readFiles(folder: string, connector: string, source: Uint8Array): ReadonlyMap<string, ProjectFile> {
  const files = new Map<string, ProjectFile>([[connector, { size: source.length, bytes: source }]]);
  const queue = [""];
  for (let prefix = queue.shift(); prefix !== undefined; prefix = queue.shift()) {
    const entries = readFolder(join(folder, prefix));
    // A connector of its own further down is another project.
    if (prefix !== "" && entries.some((entry) => entry.name === "connector.rb")) continue;
    for (const entry of entries) {
      if (files.size >= maxProjectFiles) return files;
      const path = prefix + entry.name;
      if (entry.isDirectory() && !isSkipped(entry.name)) queue.push(`${path}/`);
      if (entry.isFile() && path !== connector) {
        const file = readProjectFile(join(folder, path), path);
        if (file) files.set(path, file);
      }
    }
  }
  return files;
}

function isSkipped(folder: string): boolean {
  return folder.startsWith(".") || skippedFolders.has(folder);
}

function readProjectFile(absolute: string, path: string): ProjectFile | null {
  let size: number;
  try {
    ({ size } = lstatSync(absolute));
  } catch {
    // Gone since the folder was read.
    return null;
  }
  if (!wantsContent(path) || size > maxProjectFileBytes) return { size, bytes: null };
  const read = readRegularFile(absolute, maxProjectFileBytes);
  return { size, bytes: read.ok && read.bytes.length <= maxProjectFileBytes ? read.bytes : null };
}

/** The entries of a folder by name; none where it cannot be read. */
export function readFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
