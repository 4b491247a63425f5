import { markdownCode } from "../../checks/report/escape.ts";

export interface AccountCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly who: string;
}

const deciders = "the people of `accounts.decided-by`, never the one who asks";

export const approveAccount: AccountCommand = {
  name: "approve-account",
  usage: "/approve-account [slug]",
  summary:
    "Writes `accounts/<slug>.yml` and closes the request with a welcome. Without a slug, the company's name gives it.",
  who: deciders,
};

export const declineAccount: AccountCommand = {
  name: "decline-account",
  usage: "/decline-account <reason>",
  summary: "Closes the request with the reason.",
  who: deciders,
};

export const accountHelp: AccountCommand = {
  name: "help",
  usage: "/help",
  summary: "Lists these commands.",
  who: "everybody",
};

/** The commands on requests for accounts, in the order of the help text. */
export const accountCommands: readonly AccountCommand[] = [approveAccount, declineAccount, accountHelp];

export function accountCommandTable(): string {
  const rows = accountCommands.map(
    ({ usage, summary, who }) => `| ${markdownCode(usage)} | ${summary} | ${who} |`,
  );
  return ["| Command | What it does | Who may |", "| :-- | :-- | :-- |", ...rows].join("\n");
}
