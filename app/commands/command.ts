import type { RuleCatalogue } from "../../checks/engine/rule-info.ts";
import type { Permission, Reaction } from "../github/comments.ts";

/** What came of committing the safe fixes. */
export type FixOutcome =
  | { readonly kind: "fixed"; readonly count: number }
  | { readonly kind: "nothing" }
  | { readonly kind: "fork" };

/** What commands have to work with. */
export interface CommandContext {
  readonly author: string;
  readonly rules: RuleCatalogue;
  readonly commands: readonly Command[];
  /** Commits all safe fixes to the branch. */
  readonly fix: () => Promise<FixOutcome>;
}

/** The answer to a command: always a reaction, and words only where they are needed. */
export interface CommandAnswer {
  readonly react: Reaction;
  /** Markdown. */
  readonly reply?: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** What one needs to be allowed to do in the repository. */
  readonly permission: Permission;
  run(args: string, context: CommandContext): Promise<CommandAnswer>;
}
