import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { indexPath } from "../listing/catalogue/catalogue-index.ts";
import { type CatalogueFile, policyPath } from "../listing/catalogue/read-catalogue.ts";
import { describeFileError, readRegularFile } from "./read-file.ts";
import { UserError } from "./user-error.ts";

/** Records, accounts and policies are far smaller. */
const maxFileBytes = 1024 * 1024;
const maxIndexBytes = 64 * 1024 * 1024;
const maxFiles = 50_000;
const maxDepth = 8;

/**
 * Reads what makes a catalogue from a checkout: the policy, and everything below `accounts/` and `listings/`. Links
 * are not followed. Throws a `UserError` where the folder is none of a listings repository.
 */
export function readCatalogueFiles(folder: string, shown: string): ReadonlyMap<string, CatalogueFile> {
  let stats;
  try {
    stats = lstatSync(folder);
  } catch (error) {
    throw new UserError(`${shown}: ${describeFileError(error)}; name the checkout of a listings repository`);
  }
  if (!stats.isDirectory())
    throw new UserError(`${shown}: not a folder; name the checkout of a listings repository`);
  const isThere = (path: string) => lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (isThere(".github")?.isDirectory() !== true || isThere(policyPath) === undefined) {
    throw new UserError(
      `${shown}: not a listings repository: ${policyPath}, the programme's policy, is not there`,
    );
  }
  const files = new Map([[policyPath, readCatalogueFile(folder, policyPath)]]);
  for (const top of ["accounts", "listings"]) readTree(folder, top, files, shown);
  return files;
}

function readTree(folder: string, top: string, files: Map<string, CatalogueFile>, shown: string): void {
  const stack = [{ path: top, depth: 1 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { path, depth } = next;
    const entries = readEntries(folder, path);
    if ("kind" in entries) {
      files.set(path, entries);
      continue;
    }
    for (const entry of entries) {
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth >= maxDepth)
          files.set(child, { kind: "unreadable", reason: "the folders nest too deeply" });
        else stack.push({ path: child, depth: depth + 1 });
      } else files.set(child, readCatalogueFile(folder, child));
      if (files.size > maxFiles) {
        throw new UserError(
          `${shown}: more than ${maxFiles} files in accounts and listings; this is no catalogue`,
        );
      }
    }
  }
}

/** The entries of a folder, none where it is not there; or what keeps it from being read. */
function readEntries(folder: string, path: string): readonly Dirent[] | CatalogueFile {
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isSymbolicLink())
    return { kind: "unreadable", reason: "a symbolic link, which is not followed; replace it by a folder" };
  try {
    return readdirSync(join(folder, path), { withFileTypes: true });
  } catch (error) {
    return { kind: "unreadable", reason: describeFileError(error) };
  }
}

function readCatalogueFile(folder: string, path: string): CatalogueFile {
  const limit = path === indexPath ? maxIndexBytes : maxFileBytes;
  const read = readRegularFile(join(folder, path), limit);
  if (!read.ok) return { kind: "unreadable", reason: `${read.problem}; replace it by a plain file` };
  if (read.bytes.length > limit) {
    return {
      kind: "unreadable",
      reason: `larger than ${limit / 1024 / 1024} MB; a program wrote much less here`,
    };
  }
  return { kind: "file", bytes: read.bytes };
}
