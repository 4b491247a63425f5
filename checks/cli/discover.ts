import { lstatSync, type Stats } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { toOneLine } from "../report/escape.ts";
import { describeFileError, readRegularFile } from "./read-file.ts";
import { readFolder } from "./read-project.ts";
import { maxSourceBytes } from "../project.ts";

/** A connector file that was found, relative to the root, with `/`. */
export interface FoundConnector {
  readonly file: string;
  /** Whether the folder around it is its project: it was found as `connector.rb`, not named by itself. */
  readonly isProject: boolean;
  /** In bytes. */
  readonly size: number;
}

export type Discovery =
  | {
      readonly ok: true;
      readonly connectors: readonly FoundConnector[];
      /** Ruby files that may be connectors; only a look inside can tell. */
      readonly candidates: readonly FoundConnector[];
    }
  | { readonly ok: false; readonly problem: string };

const skippedFolders: ReadonlySet<string> = new Set(["node_modules", "vendor", "spec"]);
const maxFolders = 20_000;
const maxDepth = 40;

/** Looks for connectors at a path: a file, a project's folder, or a tree. Links are not followed. */
export function discover(root: string, path: string): Discovery {
  const absolute = resolve(root, path);
  const shown = toOneLine(path);
  let stats: Stats;
  try {
    stats = lstatSync(absolute);
  } catch (error) {
    return { ok: false, problem: `${shown}: ${describeFileError(error)}; check the path` };
  }
  if (stats.isSymbolicLink()) {
    return { ok: false, problem: `${shown}: a symbolic link, which is not followed; name what it points to` };
  }
  if (stats.isFile()) return discoverFile(root, absolute, shown, stats.size);
  if (stats.isDirectory()) return discoverTree(root, absolute, shown);
  return {
    ok: false,
    problem: `${shown}: neither a file nor a folder; name a connector's file or its folder`,
  };
}

function discoverFile(root: string, absolute: string, shown: string, size: number): Discovery {
  const found = { file: toFile(root, absolute), isProject: false, size };
  if (/\.rb$/i.test(absolute)) return { ok: true, connectors: [found], candidates: [] };
  if (mayBeConnector(absolute)) return { ok: true, connectors: [], candidates: [found] };
  return { ok: false, problem: notConnector(shown) };
}

/** What is said of a file that does not hold a connector. */
export function notConnector(file: string): string {
  return `${file}: not a connector; name a Ruby file whose value is a hash with \`connection\` and \`actions\` or \`triggers\``;
}

function discoverTree(root: string, folder: string, shown: string): Discovery {
  const connectors: FoundConnector[] = [];
  const candidates: FoundConnector[] = [];
  const stack = [{ folder, depth: 0 }];
  let folders = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    folders += 1;
    if (folders > maxFolders || next.depth > maxDepth) {
      return { ok: false, problem: `${shown}: too many folders to search; name the folder of the connector` };
    }
    const { folder, depth } = next;
    const subfolders: typeof stack = [];
    for (const entry of readFolder(folder)) {
      const absolute = join(folder, entry.name);
      if (entry.isDirectory() && !isSkipped(entry.name))
        subfolders.push({ folder: absolute, depth: depth + 1 });
      if (!entry.isFile() || !entry.name.endsWith(".rb")) continue;
      const isProject = entry.name === "connector.rb";
      if (isProject || mayBeConnector(absolute)) {
        const found = { file: toFile(root, absolute), isProject, size: sizeOf(absolute) };
        (isProject ? connectors : candidates).push(found);
      }
    }
    stack.push(...subfolders.reverse());
  }
  return { ok: true, connectors, candidates };
}

function isSkipped(folder: string): boolean {
  return folder.startsWith(".") || skippedFolders.has(folder);
}

function sizeOf(absolute: string): number {
  return lstatSync(absolute, { throwIfNoEntry: false })?.size ?? 0;
}

/** A first look that leaves out most other Ruby files. */
function mayBeConnector(absolute: string): boolean {
  const read = readRegularFile(absolute, maxSourceBytes);
  if (!read.ok || read.bytes.length > maxSourceBytes) return false;
  const bytes = Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.length);
  return bytes.includes("connection") && (bytes.includes("actions") || bytes.includes("triggers"));
}

/** The path relative to the root, with `/`; absolute where it is elsewhere. */
function toFile(root: string, absolute: string): string {
  const path = relative(root, absolute);
  const inside = path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (inside ? path : absolute).split(sep).join("/");
}
