import { constants } from "node:fs";
import { mkdir, open, realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import { isInside } from "./projects.ts";
import { UserError } from "./user-error.ts";

/**
 * Writes a report and returns its absolute path. A checkout may hold symbolic links of a stranger's, so inside of it
 * none is followed.
 */
export async function writeReport(path: string, text: string, workspace: string): Promise<string> {
  const file = resolve(workspace, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    if (isInside(workspace, file) && !isInside(await realpath(workspace), await realpath(dirname(file)))) {
      throw new UserError(`${path} leads out of the checkout through a symbolic link; choose another path.`);
    }
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
    const handle = await open(file, flags, 0o644);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return file;
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error && "code" in error)) throw error;
    throw new UserError(`${path} can't be written (${String(error.code)}); choose another path.`, [], {
      cause: error,
    });
  }
}
