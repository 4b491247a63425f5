import { policyNames } from "../roles.ts";
import { isSide, type Side, sideNames } from "../side.ts";
import { listed } from "../words.ts";
import { type CommandContext, type CommandResult, puzzled, refuse } from "./command.ts";

/** The side that a command is for, and the rest of its words. A reviewer of one side need not name it. */
export function sideOf(
  args: string,
  name: string,
  { by, roles, observation: { policy } }: CommandContext,
): { readonly side: Side; readonly rest: string } | CommandResult {
  const [, word = "", rest = ""] = /^(\S*)\s*(.*)$/.exec(args) ?? [];
  const side = word.toLowerCase();
  const own = roles.sidesOf(by);
  if (isSide(side)) {
    if (own.includes(side)) return { side, rest };
    if (roles.isInsider(by)) return refuse("Nobody signs off, or ticks, a connector of their own side.");
    return refuse(
      `The ${sideNames[side].toLowerCase()} is given by ${policyNames(policy.reviewers[side])}, whom the policy names for it.`,
    );
  }
  if (roles.isInsider(by)) return refuse("Nobody signs off, or ticks, a connector of their own side.");
  if (own.length === 0) {
    return refuse(
      `\`/${name}\` is for the reviewers whom the policy names: ${policyNames([...new Set([...policy.reviewers.code, ...policy.reviewers.usability])])}.`,
    );
  }
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) return { side: only, rest: args };
  return puzzled(`Say for which review: ${listed(own.map((each) => `\`/${name} ${each}\``))}.`);
}

export function isResult(value: object): value is CommandResult {
  return "react" in value;
}
