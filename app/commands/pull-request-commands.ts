import type { Command } from "./command.ts";
import { explain } from "./explain.ts";
import { fix } from "./fix.ts";
import { help } from "./help.ts";
import { recheck } from "./recheck.ts";

/** The commands on pull requests of connector repositories, in the order of the help text. */
export const pullRequestCommands: readonly Command[] = [recheck, explain, fix, help];
