import { done, type ReviewCommand } from "./command.ts";

export const help: ReviewCommand = {
  name: "help",
  usage: "/help",
  summary: "Lists these commands.",
  who: "everybody",
  run: (_, { commands }) => done(reviewCommandTable(commands)),
};

/** The commands as a Markdown table. */
export function reviewCommandTable(commands: readonly ReviewCommand[]): string {
  const rows = commands.map(
    ({ usage, summary, who }) => `| \`${usage.replaceAll("|", "\\|")}\` | ${summary} | ${who} |`,
  );
  return ["| Command | What it does | Who may |", "| :-- | :-- | :-- |", ...rows].join("\n");
}
