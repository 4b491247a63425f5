import type { Command } from "./command.ts";

export const help: Command = {
  name: "help",
  summary: "Lists these commands.",
  usage: "/help",
  permission: "read",
  run: async (_, { commands }) => ({ react: "+1", reply: commandTable(commands) }),
};

/** The commands as a Markdown table. */
export function commandTable(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ usage, summary, permission }) => `| \`${usage}\` | ${summary} | ${permission} |`,
  );
  return ["| Command | What it does | Permission needed |", "| :-- | :-- | :-- |", ...rows].join("\n");
}
