import type { RuleCatalogue } from "../../../checks/engine/rule-info.ts";
import type { Reaction } from "../../github/comments.ts";
import type { Gate } from "../../submission/gate.ts";
import type { SubmissionObservation } from "../../submission/observation.ts";
import type { Act, GivenAct } from "../act.ts";
import type { Roles } from "../roles.ts";

/** What commands on submissions have to work with. */
export interface CommandContext {
  /** Who wrote the command. */
  readonly by: string;
  /** The whole comment without the command's word, where it is the only command; else its arguments. */
  readonly text: string;
  readonly observation: SubmissionObservation;
  readonly roles: Roles;
  readonly rules: RuleCatalogue;
  /** What was done before, the commands above this one in the same comment included. */
  readonly acts: readonly GivenAct[];
  /** Whether the checks of this head could be seen when the command was written. */
  readonly sawHead: boolean;
  /** Whether `Submission` had passed by then, so that what they saw is what the record names. */
  readonly sawTruth: boolean;
  /** All seven; null where nobody has judged them yet. */
  readonly gates: readonly Gate[] | null;
  readonly commands: readonly ReviewCommand[];
}

export interface CommandResult {
  readonly react: Reaction;
  /** Markdown; absent where the reaction says it all. */
  readonly reply?: string;
  readonly acts: readonly Act[];
}

/** A command on submissions. */
export interface ReviewCommand {
  readonly name: string;
  readonly usage: string;
  /** What it does, as one sentence. */
  readonly summary: string;
  /** Who may use it, for people. */
  readonly who: string;
  /** What it answers, as a part of a sentence. */
  readonly answer: string;
  run(args: string, context: CommandContext): CommandResult;
}

export function done(reply: string, ...acts: readonly Act[]): CommandResult {
  return { react: "+1", reply, acts };
}

/** Somebody may not do this. */
export function refuse(reply: string): CommandResult {
  return { react: "-1", reply, acts: [] };
}

/** The command cannot be carried out as it is written, or as things are. */
export function puzzled(reply: string): CommandResult {
  return { react: "confused", reply, acts: [] };
}
