import { approve } from "./commands/approve.ts";
import { assign } from "./commands/assign.ts";
import { check, uncheck } from "./commands/check.ts";
import type { ReviewCommand } from "./commands/command.ts";
import { help } from "./commands/help.ts";
import { hold, unhold } from "./commands/hold.ts";
import { list } from "./commands/list.ts";
import { recheck } from "./commands/recheck.ts";
import { requestChanges } from "./commands/request-changes.ts";
import { unwaive, waive } from "./commands/waive.ts";
import { withdraw } from "./commands/withdraw.ts";

/** The commands on submissions, in the order of the help text. */
export const reviewCommands: readonly ReviewCommand[] = [
  approve,
  requestChanges,
  check,
  uncheck,
  waive,
  unwaive,
  hold,
  unhold,
  assign,
  recheck,
  list,
  withdraw,
  help,
];
