import { done, type ReviewCommand } from "./command.ts";

export const help: ReviewCommand = {
  name: "help",
  usage: "/help",
  summary: "Lists these commands.",
  who: "everybody",
  answer: "this table",
  run: (_, { commands }) => done(reviewCommandTable(commands)),
};

/** The commands as a Markdown table. */
export function reviewCommandTable(commands: readonly ReviewCommand[]): string {
  const rows = commands.map(
    ({ usage, summary, who, answer }) =>
      `| \`${usage.replaceAll("|", "\\|")}\` | ${summary} | ${who} | ${answer} |`,
  );
  return [
    "| Command | What it does | Who may | What it answers |",
    "| :-- | :-- | :-- | :-- |",
    ...rows,
  ].join("\n");
}
