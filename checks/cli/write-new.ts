import { closeSync, constants, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { toOneLine } from "../report/escape.ts";
import { describeFileError } from "./read-file.ts";
import { UserError } from "./user-error.ts";

/** Writes a file that is not there yet; false where there is one, which is left as it is. */
export function writeNew(root: string, file: string, text: string): boolean {
  const path = resolve(root, file);
  let descriptor: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
    writeSync(descriptor, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST" && descriptor === undefined) return false;
    throw new UserError(`${toOneLine(file)}: cannot be written: ${describeFileError(error)}`, [], {
      cause: error,
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
