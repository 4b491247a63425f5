import { join } from "node:path";
import { isCommit, isRepositoryName } from "../listing/slug.ts";
import { readRegularFile } from "./read-file.ts";

const maxBytes = 4 * 1024 * 1024;

/**
 * The commit that is checked out, read from `.git` as files: Git itself would obey the checkout's configuration.
 * Null where there is no such folder, as after a download of the archive.
 */
export function checkedOutCommit(root: string): string | null {
  const head = readText(join(root, ".git", "HEAD"));
  if (head === null) return null;
  if (isCommit(head)) return head;
  const ref = /^ref: (refs\/heads\/[\w./-]{1,200})$/.exec(head)?.[1];
  if (ref === undefined || ref.includes("..")) return null;
  const loose = readText(join(root, ".git", ref));
  if (loose !== null) return isCommit(loose) ? loose : null;
  const packed = readText(join(root, ".git", "packed-refs")) ?? "";
  const line = packed.split("\n").find((candidate) => candidate.endsWith(` ${ref}`));
  const sha = line?.split(" ")[0] ?? "";
  return isCommit(sha) ? sha : null;
}

/** `owner/name` of the remote `origin`; null where it has none of that form. */
export function originName(root: string): string | null {
  const config = readText(join(root, ".git", "config")) ?? "";
  const section = /\[remote "origin"\]([^[]*)/.exec(config)?.[1] ?? "";
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1] ?? "";
  const name = /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ?? "";
  return isRepositoryName(name) ? name : null;
}

function readText(path: string): string | null {
  const read = readRegularFile(path, maxBytes);
  return read.ok && read.bytes.length <= maxBytes ? new TextDecoder().decode(read.bytes).trim() : null;
}
