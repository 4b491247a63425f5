import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { UserError } from "./user-error.ts";

export type ReadFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly size: number }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a regular file up to `limit` bytes and one more, so that the caller can tell whether it is longer. A
 * symbolic link, a pipe or a device is refused, also where it took the file's place a moment ago.
 */
export function readRegularFile(path: string, limit: number): ReadFile {
  let descriptor: number | undefined;
  try {
    // Some systems have neither flag.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    descriptor = openSync(path, flags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { ok: false, problem: "not a regular file" };
    return { ok: true, bytes: readUpTo(descriptor, Math.min(stats.size, limit) + 1), size: stats.size };
  } catch (error) {
    return { ok: false, problem: describeFileError(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, limit: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(limit);
  let length = 0;
  while (length < limit) {
    const count = readSync(descriptor, buffer, length, limit - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "no permission",
  EPERM: "no permission",
  ELOOP: "a symbolic link, which is not followed",
  EISDIR: "a folder, not a file",
  ENOSPC: "no space left",
  EROFS: "the file system is read-only",
  ENAMETOOLONG: "the name is too long",
};

/** The folder that the command was called in. */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UserError("the current folder is gone; change to another one");
  }
}

/** What went wrong with a file, in words. */
export function describeFileError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && problems[code]) || message.split("\n")[0]!;
}
