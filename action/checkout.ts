import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { isCommit } from "../checks/listing/slug.ts";

/**
 * The commit that is checked out, read from `.git` as files: Git itself would obey the checkout's configuration.
 * Null where there is no such folder, as after a download of the archive.
 */
export async function checkedOutCommit(workspace: string): Promise<string | null> {
  const git = join(workspace, ".git");
  const head = await readText(join(git, "HEAD"));
  if (head === null) return null;
  if (isCommit(head)) return head;
  const ref = /^ref: (refs\/heads\/[\w./-]{1,200})$/.exec(head)?.[1];
  if (ref === undefined || ref.includes("..")) return null;
  const loose = await readText(join(git, ref));
  if (loose !== null) return isCommit(loose) ? loose : null;
  const packed = (await readText(join(git, "packed-refs"))) ?? "";
  const line = packed.split("\n").find((candidate) => candidate.endsWith(` ${ref}`));
  const sha = line?.split(" ")[0] ?? "";
  return isCommit(sha) ? sha : null;
}

async function readText(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    return null;
  }
}
